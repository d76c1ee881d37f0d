import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemKinds } from '../src/http/problem.ts';
import { createApiMetrics } from '../src/metrics/api-metrics.ts';

const textOf = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const readme = textOf('README.md');

test.each(Object.entries(problemKinds))(
  'README tells what to do about the problem %s',
  (kind, { status }) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${status} `));
    expect(row).toContain(`\`${kind}\``);
  },
);

test('README has a row for each setting', () => {
  const settings = [...textOf('src/api-config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, key]) => key);
  expect(settings).toContain('API_PORT');
  expect([...readme.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, key]) => key)).toEqual(settings);
});

test('the page on monitoring tells of each metric of ours', () => {
  const names = createApiMetrics()
    .registry.getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => /^(churn|http)_/.test(name));
  expect(names).toHaveLength(10);
  const page = textOf('../docs/monitoring.md');
  expect(names.filter((name) => !page.includes(`| \`${name}`))).toEqual([]);
});
