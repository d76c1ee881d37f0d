import type { ModelDocument } from '../../src/artifacts/model-document.ts';
import { describeDistributions, describeScores } from '../../src/drift/describe-distributions.ts';
import { evaluateFeatures } from '../../src/features/evaluate-features.ts';
import { featureListHash } from '../../src/features/feature-list-hash.ts';
import { featureRowsToMatrix } from '../../src/features/feature-rows-to-matrix.ts';
import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { type BlendMember, createBlendModel } from '../../src/models/blend-model.ts';
import { decisionTree } from '../../src/models/decision-tree.ts';
import { gradientBoosting } from '../../src/models/gradient-boosting.ts';
import { loadModel } from '../../src/models/load-model.ts';
import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { dayNumber } from '../../src/platform/calendar-day.ts';
import { canonicalJson } from '../../src/platform/canonical-json.ts';
import { type SeededRandom, seededRandom } from '../../src/platform/seeded-random.ts';
import { sha256 } from '../../src/platform/sha256.ts';
import { chooseGoldenRows } from '../../src/registry/golden-rows.ts';
import { winnerMetrics } from '../../src/registry/model-metrics.ts';
import type { ModelContent } from '../../src/registry/register-model.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { exampleEvaluation } from '../artifacts/example-evaluation.ts';

export const smallModelLookbackDays = 180;

const asOf = '2024-06-01';
const asOfDay = dayNumber(asOf);
const rowCount = 400;

/** Hyperparameters of the members of the small blend; the small model alone has those of gradient boosting. */
export const smallMemberSettings = {
  'gradient-boosting': {
    rounds: 12,
    eta: 0.2,
    maxDepth: 3,
    minChildWeight: 2,
    subsample: 0.9,
    columnsByTree: 0.6,
    lambda: 1,
  },
  'logistic-regression': { ridge: 0.1 },
  'decision-tree': { maxDepth: 3, minimumRowsToSplit: 40, priorRows: 20 },
} as const;

type SmallModelParts = Pick<ModelDocument, 'family' | 'hyperparameters' | 'calibration' | 'parameters'>;

/** A small boosted model of made-up customers who leave the likelier the longer they are silent, with all that goes with it. */
export async function smallModel(seed: number, run: string): Promise<ModelContent> {
  const rows = madeUpCustomers(seed);
  return contentOf(await smallBoosting(rows, seed), rows, seed, run);
}

/** The small model as if it had been fitted again from another one, which was measured. */
export async function smallRefittedModel(seed: number, run: string): Promise<ModelContent> {
  const { modelText: evaluatedModelText, ...content } = await smallModel(seed, run);
  const document: ModelDocument = JSON.parse(evaluatedModelText);
  const training = { ...document.training, evaluatedModelSha256: sha256(evaluatedModelText) };
  return { ...content, evaluatedModelText, modelText: `${canonicalJson({ ...document, training })}\n` };
}

/** The same customers as a blend of that model, a logistic regression and a tree. */
export async function smallBlend(seed: number, run: string): Promise<ModelContent> {
  const rows = madeUpCustomers(seed);
  const options = { seed, threads: 1 };
  const boosting = await smallBoosting(rows, seed);
  const linear = await logisticRegression.fit(rows, smallMemberSettings['logistic-regression'], options);
  const tree = await decisionTree.fit(rows, smallMemberSettings['decision-tree'], options);
  const steps = { from: [0.1, 0.4, 0.7], to: [0.05, 0.4, 0.8] };
  const members: readonly BlendMember[] = [
    {
      family: 'gradient-boosting',
      modelSha256: sha256('boosting'),
      weight: 0.5,
      calibration: boosting.calibration,
      parameters: boosting.parameters,
    },
    {
      family: 'logistic-regression',
      modelSha256: sha256('linear'),
      weight: 0.3,
      calibration: { method: 'none' },
      parameters: linear.model.toArtifact(),
    },
    {
      family: 'decision-tree',
      modelSha256: sha256('tree'),
      weight: 0.2,
      calibration: { method: 'isotonic', ...steps },
      parameters: tree.model.toArtifact(),
    },
  ];
  const parts: SmallModelParts = {
    family: 'blend',
    hyperparameters: Object.fromEntries(members.map(({ family, weight }) => [family, weight])),
    calibration: { method: 'none' },
    parameters: createBlendModel(members).toArtifact(),
  };
  return contentOf(parts, rows, seed, run);
}

async function smallBoosting(rows: LabelledMatrix, seed: number): Promise<SmallModelParts> {
  const fitted = await gradientBoosting.fit(rows, smallMemberSettings['gradient-boosting'], {
    seed,
    threads: 1,
  });
  return {
    family: 'gradient-boosting',
    hyperparameters: fitted.hyperparameters,
    calibration: { method: 'sigmoid', slope: 1.1, intercept: -0.05 },
    parameters: fitted.model.toArtifact(),
  };
}

function contentOf(parts: SmallModelParts, rows: LabelledMatrix, seed: number, run: string): ModelContent {
  const document: ModelDocument = {
    format: 'churn-model',
    formatVersion: 1,
    ...parts,
    featureListHash,
    featureNames: rows.matrix.columns.map(({ name }) => name),
    campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 }),
    threshold: 0.25,
    training: {
      labelling: { mode: 'inactivity', horizonDays: 60, lookbackDays: smallModelLookbackDays },
      asOf: [asOf],
      featuresSha256: sha256(`rows ${seed}`),
      rows: rowCount,
      churned: rows.labels.reduce((sum, label) => sum + label, 0),
      seed,
      version: 'test',
    },
  };
  const modelText = `${canonicalJson(document)}\n`;
  const probabilities = loadModel(document).predictProbability(rows.matrix);
  const evaluation = exampleEvaluation({ modelSha256: sha256(modelText) });
  return {
    modelText,
    metrics: winnerMetrics(evaluation, sha256(canonicalJson(evaluation)), run),
    reference: { features: describeDistributions(rows.matrix), scores: describeScores(probabilities) },
    golden: chooseGoldenRows(rows.matrix, probabilities),
  };
}

/** 400 rows. */
export function madeUpCustomers(seed: number): LabelledMatrix {
  const random = seededRandom(seed);
  const customers = Array.from({ length: rowCount }, () => madeUpCustomer(random));
  return {
    matrix: featureRowsToMatrix(customers.map(({ features }) => features)),
    labels: Uint8Array.from(customers, ({ churned }) => (churned ? 1 : 0)),
  };
}

function madeUpCustomer(random: SeededRandom) {
  const silentDays = random.integer(1, smallModelLookbackDays);
  const transactions = Array.from({ length: random.integer(1, 12) }, (_, index) => ({
    day: asOfDay - silentDays - index * random.integer(3, 30),
    amountMinor: random.integer(500, 9_000),
    service: random.uniform() < 0.5 ? 'internet' : 'mobile',
  }));
  const customer = {
    customerId: '',
    age: random.uniform() < 0.1 ? null : random.integer(18, 90),
    gender: random.uniform() < 0.5 ? 'female' : 'male',
    signupDay: asOfDay - random.integer(400, 3_000),
    region: random.uniform() < 0.5 ? 'north' : 'south',
  };
  const churned = random.uniform() < 1 / (1 + Math.exp(2.5 - silentDays / 35));
  return { churned, features: evaluateFeatures(customer, transactions, asOfDay) };
}
