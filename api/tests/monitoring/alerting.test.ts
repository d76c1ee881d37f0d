import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { describeWithMonitoring } from './describe-with-monitoring.ts';
import { monitoringFolder } from './monitoring-folder.ts';
import { freePort, startedProgram } from './started-program.ts';

const patienceMs = 90_000;

interface Alert {
  readonly status: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

interface Rule {
  readonly name: string;
  readonly health: string;
  readonly state?: string;
  readonly lastError?: string;
}

/** What a webhook of operators is told. */
async function startWebhook() {
  const told: Alert[] = [];
  const server = createServer(async (incoming, answer) => {
    told.push(...((await json(incoming)) as { alerts: Alert[] }).alerts);
    answer.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    told,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function waitFor<Found>(
  what: string,
  find: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`expected ${what} within ${patienceMs} ms`);
    await after(100);
  }
}

async function rewrite(path: string, changes: readonly (readonly [string | RegExp, string])[]) {
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
  );
}

describeWithMonitoring('Prometheus and Alertmanager beside a running API', () => {
  test('every rule can be judged, and operators are told of an API that has stopped', async () => {
    await using directory = await temporaryDirectory();
    await promoteTestModel(directory.path, { seed: 1, run: 'first' });
    await using api = await startTestApi(directory.path);
    await using webhook = await startWebhook();
    const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];

    // The files as they are, but for addresses and the time that passes between two looks.
    const folder = join(directory.path, 'monitoring');
    await cp(monitoringFolder, folder, { recursive: true });
    await rewrite(join(folder, 'prometheus.yml'), [
      ['127.0.0.1:8000', new URL(api.url).host],
      ['127.0.0.1:9093', `127.0.0.1:${alertmanagerPort}`],
      ['_interval: 15s', '_interval: 1s'],
    ]);
    await rewrite(join(folder, 'alerts.yml'), [[/for: .*/g, 'for: 1s']]);
    await rewrite(join(folder, 'recordings.yml'), [['interval: 1m', 'interval: 1s']]);
    await rewrite(join(folder, 'alertmanager.yml'), [
      ['127.0.0.1:9094', `127.0.0.1:${webhook.port}`],
      [/group_(wait|interval): .*/g, 'group_$1: 1s'],
    ]);
    await using _alertmanager = startedProgram('prometheus-alertmanager', [
      `--config.file=${join(folder, 'alertmanager.yml')}`,
      `--storage.path=${join(directory.path, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      '--cluster.listen-address=',
    ]);
    await using _prometheus = startedProgram('prometheus', [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(directory.path, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ]);

    const judgedRules = async (): Promise<Rule[]> => {
      const answer = await fetch(`http://127.0.0.1:${prometheusPort}/api/v1/rules`).catch(() => undefined);
      if (!answer?.ok) return [];
      const { data } = (await answer.json()) as { data: { groups: { rules: Rule[] }[] } };
      return data.groups.flatMap((group) => group.rules);
    };
    // Before the first answer of the API there is none, which is an alert.
    const rules = await waitFor('every rule to be judged and no alert to fire', async () => {
      const all = await judgedRules();
      const settled = all.every(({ health, state }) => health !== 'unknown' && state !== 'firing');
      return all.length > 0 && settled ? all : undefined;
    });
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);

    await api.drain();
    const instance = new URL(api.url).host;
    const down = await waitFor('the webhook to be told', () =>
      webhook.told.find(({ labels }) => labels.instance === instance),
    );
    expect(down).toMatchObject({
      status: 'firing',
      labels: { alertname: 'ChurnApiDown', severity: 'critical', job: 'churn-api' },
      annotations: {
        summary: 'The prediction API does not answer.',
        runbook_url: 'docs/monitoring.md#churnapidown',
      },
    });
    expect(down.labels).not.toHaveProperty('runbooks');
  });
});
