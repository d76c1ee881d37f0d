import { Wait } from 'testcontainers';
import { buildTimeoutMs, builtImage } from '../../../shared/tests/docker/built-image.ts';
import { DataVolume } from '../../../shared/tests/docker/data-volume.ts';
import { describeWithDocker } from '../../../shared/tests/docker/describe-with-docker.ts';
import { dockerOutput } from '../../../shared/tests/docker/docker.ts';
import { HardenedContainer, hardenedFlags } from '../../../shared/tests/docker/hardened.ts';

describeWithDocker('the API in a container', () => {
  let image: string;
  beforeAll(async () => {
    image = await builtImage('api');
  }, buildTimeoutMs);

  const started = (volume: DataVolume) =>
    new HardenedContainer(image)
      .withExposedPorts(8000)
      .withBindMounts([{ source: volume.name, target: '/data', mode: 'rw' }])
      .withWaitStrategy(Wait.forHealthCheck())
      .start();

  test('it becomes healthy, is live, shows its page, and without a champion is not ready', async () => {
    await using volume = await DataVolume.create(image);
    await using container = await started(volume);
    const url = `http://${container.getHost()}:${container.getMappedPort(8000)}`;
    const live = await fetch(`${url}/health/live`);
    expect({ status: live.status, body: await live.json() }).toEqual({
      status: 200,
      body: { status: 'live' },
    });
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('content-type')).toContain('application/problem+json');
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/page/page.js', 'text/javascript'],
    ] as const) {
      const page = await fetch(`${url}${path}`);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    }
  });

  test('it runs as uid 10001 and holds nothing that trains or installs', async () => {
    const script =
      'id -u; for tool in gcc make npm npx yarn python3; do command -v $tool; done;' +
      "find /opt/churn /usr/local -name 'libxgboost*' -o -name '*.node' -o -path '*/node_modules/*.d.ts' -o -name koffi -o -name '@duckdb'" +
      " -o -name arquero -o -path '*/node_modules/ml-*' -o -path '*/node_modules/vega*'";
    const args = ['run', '--rm', ...hardenedFlags, '--entrypoint=sh', image, '-c', script];
    expect(await dockerOutput(args)).toBe('10001');
  });
});
