import { buildTimeoutMs, builtImage } from '../../../shared/tests/docker/built-image.ts';
import { describeWithDocker } from '../../../shared/tests/docker/describe-with-docker.ts';
import { docker, dockerOutput } from '../../../shared/tests/docker/docker.ts';
import { hardenedFlags } from '../../../shared/tests/docker/hardened.ts';

describeWithDocker('what the worker image holds', () => {
  let image: string;
  beforeAll(async () => {
    image = await builtImage('worker');
  }, buildTimeoutMs);

  const shell = (script: string) =>
    dockerOutput(['run', '--rm', ...hardenedFlags, '--entrypoint=sh', image, '-c', script]);

  test('it runs as uid 10001', async () => {
    expect(await shell('echo $(id -u):$(id -g)')).toBe('10001:10001');
  });

  test('a command line may begin with the name of the command', async () => {
    const help = (...argv: string[]) => dockerOutput(['run', '--rm', ...hardenedFlags, image, ...argv]);
    const named = await help('churn', 'clean', '--help');
    expect(named).toMatch(/^Usage: churn clean /);
    expect(await help('clean', '--help')).toBe(named);
  });

  test('there is nothing to build or install programs with', async () => {
    const tools = 'gcc cc g++ make ld npm npx yarn corepack tsc python3 pip git curl wget';
    expect(await shell(`for tool in ${tools}; do command -v $tool; done; true`)).toBe('');
  });

  test('only /tmp may be written to by everyone, and no program changes its user', async () => {
    const { stdout } = await docker([
      'run',
      '--rm',
      '--user=0',
      '--entrypoint=sh',
      image,
      '-c',
      'find / -xdev ( -type d -o -type f ) -perm -0002; find / -xdev -type f -perm /6000'.replaceAll(
        /[()]/g,
        '\\$&',
      ),
    ]);
    expect(stdout.trim().split('\n')).toEqual(['/tmp']);
  });

  test('packages hold neither tests, type declarations nor documentation', async () => {
    expect(
      await shell(
        "find /opt/churn/node_modules -name '*.d.ts' -o -name '*.md' -o -name '*.test.js' -o -name typescript",
      ),
    ).toBe('');
  });

  test('libxgboost loads', async () => {
    const doctor = ['doctor', '--json', '--data-dir=/tmp/data'];
    const { metrics } = JSON.parse(await dockerOutput(['run', '--rm', ...hardenedFlags, image, ...doctor]));
    expect(metrics.checks).toContainEqual({ check: 'libxgboost', passed: true, finding: 'version 3.2.0' });
  });
});
