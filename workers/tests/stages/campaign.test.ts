import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { parseEvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { parseModelDocument } from '@churn/shared/artifacts/model-document';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';
import { delivered } from './trained-run.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);

async function stage(name: string, ...options: string[]): Promise<StageResult> {
  const where = ['--run', 'r1', '--data-dir', inFolder('data')];
  const { exitCode, result } = await runChurn(name, ...where, ...options);
  if (exitCode !== 0)
    throw new Error(`${name}: ${result.error?.message} ${result.error?.details.join('; ')}`);
  return result;
}

async function textOf(result: StageResult, role: string): Promise<string> {
  return new ArtifactStore(new ArtifactLayout(inFolder('data'))).readText(outputOf(result, role));
}

async function train(campaign: object): Promise<StageResult> {
  await writeFile(inFolder('campaign.json'), JSON.stringify(campaign));
  return trainFor(inFolder('campaign.json'));
}

function trainFor(campaign: string, ...options: string[]): Promise<StageResult> {
  return stage(
    'train',
    '--family',
    'logistic-regression',
    '--trials',
    '1',
    '--campaign',
    campaign,
    ...options,
  );
}

const thresholdOf = async (trained: StageResult) =>
  parseModelDocument(await textOf(trained, 'model'), 'the test').threshold;

const budget = { rule: 'budget', budget: { customers: 40 } };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-campaign-'));
  await stage('generate', '--customers', '1000', '--out', inFolder('exports'));
  await stage('ingest', ...delivered(inFolder('exports')));
  await stage('clean');
  await stage('featurize');
});

afterAll(() => rm(folder, { recursive: true }));

test('the rule of a campaign sets the threshold, and another content of its file trains again', async () => {
  expect(await thresholdOf(await train({ offerCost: 12 }))).toBe(12 / (0.2 * 200));
  expect((await train({ offerCost: 12 })).status).toBe('cached');
  const maximum = await train({ rule: 'expected-maximum-profit' });
  expect([maximum.status, maximum.metrics.rule]).toEqual(['done', 'expected-maximum-profit']);
  expect(await thresholdOf(maximum)).not.toBe(10 / (0.2 * 200));
});

test('a budget goes from training through evaluation and promotion to scoring, which marks exactly as many', async () => {
  const threshold = await thresholdOf(await train(budget));
  expect(threshold).toBeGreaterThan(10 / (0.2 * 200));
  const evaluated = await stage('evaluate', '--bootstrap-samples', '50');
  const { candidates, campaign } = parseEvaluationDocument(await textOf(evaluated, 'evaluation'), 'the test');
  expect(campaign).toMatchObject(budget);
  const { capturedWithinBudget, profitWithinBudget, mpc } = candidates[0]!.measures;
  expect(capturedWithinBudget.lower!).toBeLessThanOrEqual(capturedWithinBudget.value!);
  expect(profitWithinBudget.value!).toBeLessThanOrEqual(mpc.value! + 1e-12);
  // Few test rows, so that their calibration error is mostly chance.
  await stage('promote', '--fewest-test-rows', '50', '--calibration-error-ceiling', '0.2');
  const scored = await stage('score', '--out', inFolder('scores.csv'));
  const rows = (await readFile(inFolder('scores.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);
  const risks = rows.map((row) => Number(row.split(',')[1]));
  const marked = risks.filter((_, row) => rows[row]!.split(',')[2] === 'churn');
  expect(marked).toHaveLength(40);
  expect(Math.min(...marked)).toBe(risks.toSorted((a, b) => b - a)[39]);
  const summary = { rule: 'budget', threshold, budgetContacts: 40, churn: 40, highestCost: 400 };
  expect(scored.metrics).toMatchObject(summary);
});

test('a training for the campaign of the champion is known from one that was told the same; an option counts more', async () => {
  const champion = await textOf(await train(budget), 'model');
  const again = await trainFor('champion');
  expect(await textOf(again, 'model')).toBe(champion);
  expect(again.inputs.map(({ role }) => role)).toContain('champion');
  expect(again.status).toBe('cached');
  const dearer = await textOf(await trainFor('champion', '--offer-cost', '30'), 'model');
  expect(parseModelDocument(dearer, 'the test').campaign).toMatchObject({ ...budget, offerCost: 30 });
});
