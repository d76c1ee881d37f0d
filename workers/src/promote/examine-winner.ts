import { labelledRows, latestRows, testRows } from '@churn/shared/artifacts/feature-table';
import { describeDistributions, describeScores } from '@churn/shared/drift/describe-distributions';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import type { GateEvidence } from '@churn/shared/gate/gate-rule';
import { isRefitted, type Refit, type RefitChoice } from '@churn/shared/gate/refit';
import { logLoss } from '@churn/shared/metrics/log-loss';
import { loadModel } from '@churn/shared/models/load-model';
import type { Model } from '@churn/shared/models/model';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { sha256 } from '@churn/shared/platform/sha256';
import { checkServing } from '@churn/shared/registry/check-serving';
import { chooseGoldenRows } from '@churn/shared/registry/golden-rows';
import type { ModelContent } from '@churn/shared/registry/register-model';
import { refitModel } from '@churn/shared/training/refit-model';
import type { Featurized } from '../inputs/featurized-input.ts';
import type { StageContext } from '../stage/stage.ts';
import type { PromotionInput } from './promotion-input.ts';

export interface ExaminedWinner {
  /** What to register; undefined where the model does not load. */
  readonly content?: Omit<ModelContent, 'metrics'>;
  readonly serving: GateEvidence['serving'];
}

interface ServedModel {
  readonly text: string;
  readonly model: Model;
  readonly testProbabilities: Float64Array;
  readonly refit: Refit | null;
}

/**
 * Loads the winner from its file, fits it again if so chosen, and asks the model to be served what the API will ask. Golden
 * rows are test rows as that model answers them. The reference for drift is of that model, too: features of all customers
 * at the latest as-of date, the ones most like those to come, and probabilities of the test rows, which after a refit are of
 * rows that it has learned from. A fit that fails is the stage's failure, not the gate's refusal.
 */
export async function examineWinner(
  input: PromotionInput,
  { table, dataset }: Featurized,
  choice: RefitChoice,
  fitting: Pick<StageContext<unknown>, 'threads' | 'signal'>,
): Promise<ExaminedWinner> {
  const rows: LabelledMatrix = { matrix: table.matrix, labels: table.labels };
  const test = selectRows(rows, testRows(table));
  const evaluated = loadWinner(input, test);
  if ('failure' in evaluated) return { serving: evaluated };
  const served = isRefitted(choice, dataset.split)
    ? await refitted(input, evaluated, selectRows(rows, labelledRows(table)), test, fitting)
    : evaluated;
  const golden = chooseGoldenRows(test.matrix, served.testProbabilities);
  const latest = selectRows(rows, latestRows(table)).matrix;
  return {
    content: {
      modelText: served.text,
      ...(served.refit === null ? {} : { evaluatedModelText: evaluated.text }),
      golden,
      reference: {
        features: describeDistributions(latest),
        scores: describeScores(served.testProbabilities),
      },
    },
    serving: {
      ...checkServing(served.model, golden, () => performance.now()),
      predictionsSha256: hashPredictions(evaluated.testProbabilities),
      refit: served.refit,
    },
  };
}

function loadWinner(
  { document, modelText }: PromotionInput,
  test: LabelledMatrix,
): ServedModel | { readonly failure: string } {
  try {
    const model = loadModel(document);
    return {
      text: modelText,
      model,
      testProbabilities: model.predictProbability(test.matrix),
      refit: null,
    };
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return { failure: error.message };
  }
}

/** As it will be loaded from its file. */
async function refitted(
  { winner, document, memberSettings }: PromotionInput,
  evaluated: ServedModel,
  rows: LabelledMatrix,
  test: LabelledMatrix,
  fitting: Pick<StageContext<unknown>, 'threads' | 'signal'>,
): Promise<ServedModel> {
  const { modelSha256 } = winner;
  const again = await refitModel({ modelSha256, document, memberSettings }, rows, fitting);
  const text = `${canonicalJson(again)}\n`;
  const model = loadModel(JSON.parse(text));
  const testProbabilities = model.predictProbability(test.matrix);
  return {
    text,
    model,
    testProbabilities,
    refit: {
      modelSha256: sha256(text),
      rows: again.training.rows,
      churned: again.training.churned,
      testLogLoss: logLoss(test.labels, testProbabilities),
      evaluatedTestLogLoss: logLoss(test.labels, evaluated.testProbabilities),
    },
  };
}
