import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { declaredAccess } from '../../src/access/declared-access.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { monitoringFolder } from './monitoring-folder.ts';

const files = readdirSync(monitoringFolder).filter((name) => name.endsWith('.yml'));
const textOf = (name: string) => readFileSync(join(monitoringFolder, name), 'utf8');
const tests = files.filter((name) => name.endsWith('.test.yml')).map(textOf);
const rules = ['alerts.yml', 'recordings.yml'].map(textOf).join('\n');
const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);

/** `name{label,label}` with the labels in order, without those that Prometheus adds. */
function shapeOf(name: string, labels: string): string {
  const names = [...labels.matchAll(/(\w+)="/g)].map(([, label]) => label!);
  return `${name}{${names.filter((label) => label !== 'job' && label !== 'instance').sort()}}`;
}

test('every metric of a rule, and every series of its tests, is one that the API gives', async () => {
  await using directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  await request(api.url).post('/v1/predict').send(example).expect(200);
  const line = `${JSON.stringify(example)}\n`;
  await request(api.url).post('/v1/predict/batch').type('application/x-ndjson').send(line).expect(200);
  const { text } = await request(api.url).get('/metrics').expect(200);
  const given = [...text.matchAll(/^(\w+)(?:\{(.*)\})? /gm)];

  const named = rules.match(/\b(?:churn|http|process|nodejs)_\w+/g)!;
  expect(named).toContain('churn_predictions_total');
  expect(given.map(([, name]) => name)).toEqual(expect.arrayContaining([...new Set(named)]));

  const tested = tests.flatMap((file) => [...file.matchAll(/- series: '(\w+)\{(.*)\}'/g)]);
  const shapes = tested
    .filter(([, name]) => name !== 'up')
    .map(([, name, labels]) => shapeOf(name!, labels!));
  expect(shapes).toContain('churn_predictions_total{decision,model}');
  expect(given.map(([, name, labels]) => shapeOf(name!, labels ?? ''))).toEqual(
    expect.arrayContaining([...new Set(shapes)]),
  );
});

test('rates of errors leave the questions of probes out, under /v2 too, and nothing else', () => {
  const patterns = [...rules.matchAll(/route!~"([^"]+)"/g)].map(
    ([, pattern]) => new RegExp(`^(?:${pattern})$`),
  );
  expect(patterns).toHaveLength(4);
  const probed = Object.keys(declaredAccess).filter((path) => /\/(live|ready)$/.test(path));
  expect(probed).toHaveLength(6);
  for (const pattern of patterns) {
    const leftOut = Object.keys(declaredAccess).filter((path) => path !== '/metrics' && pattern.test(path));
    expect(leftOut).toEqual(probed);
  }
});

test.each(alerts)(
  '%s is told in words, has a section to read, and is tested for firing and for silence',
  (alert) => {
    const rule = rules.slice(rules.indexOf(`- alert: ${alert}\n`)).split('- alert: ')[1]!;
    expect(rule).toMatch(/severity: (critical|warning)\n/);
    expect(rule).toMatch(/summary: \S/);
    expect(rule).toMatch(/description: \S/);
    expect(rule).toContain(`runbook_url: "{{ $externalLabels.runbooks }}#${alert.toLowerCase()}"`);
    expect(readFileSync(join(monitoringFolder, '../../docs/monitoring.md'), 'utf8')).toContain(
      `\n### ${alert}\n`,
    );
    const cases = tests.join('\n').split(`alertname: ${alert}\n`).slice(1);
    expect(cases.some((rest) => rest.trimStart().startsWith('exp_alerts:'))).toBe(true);
    expect(cases.some((rest) => !rest.trimStart().startsWith('exp_alerts:'))).toBe(true);
  },
);
