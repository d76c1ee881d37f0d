import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describeWithMonitoring } from './describe-with-monitoring.ts';
import { monitoringFolder } from './monitoring-folder.ts';

function answerOf(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: monitoringFolder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const sound = { status: 0, said: expect.not.stringContaining('FAILED') };

describeWithMonitoring('the files of docker/monitoring, as Prometheus judges them', () => {
  test('the configuration is valid, with its rules', () => {
    expect(answerOf('promtool', 'check', 'config', '--lint-fatal', 'prometheus.yml')).toEqual(sound);
  });

  test('the example of Alertmanager is valid', () => {
    expect(answerOf('amtool', 'check-config', 'alertmanager.yml')).toEqual(sound);
  });

  test.each(readdirSync(monitoringFolder).filter((name) => name.endsWith('.test.yml')))(
    '%s: every alert fires when it should and is silent when it should',
    (name) => {
      expect(answerOf('promtool', 'test', 'rules', name)).toEqual(sound);
    },
  );
});
