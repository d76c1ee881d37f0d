import type { ChampionComparison } from '../artifacts/evaluation-document.ts';
import type { ModelDocument } from '../artifacts/model-document.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { logLossOfGroups } from '../metrics/log-loss.ts';
import type { DecisionSettings } from '../metrics/measure-groups.ts';
import { measurePredictions } from '../metrics/measure-predictions.ts';
import { type Measure, pairedBootstrap } from '../metrics/paired-bootstrap.ts';
import type { BootstrapSettings } from '../metrics/resample-rows.ts';
import { rocAucOfGroups } from '../metrics/roc-auc.ts';
import type { Model } from '../models/model.ts';

interface ScoredModel {
  readonly sha256: string;
  readonly document: ModelDocument;
  readonly model: Model;
}

export interface ChampionToCompare {
  /** Name of the champion in the registry. */
  readonly sha256: string;
  /** Name of the model that was measured before its promotion. */
  readonly evaluatedSha256: string;
  /** What is scored: the champion, or where it has learned from rows of the test, the model that was measured. */
  readonly compared: ScoredModel;
}

/** Winner and champion on the same test rows: the difference is resampled in pairs, so that luck of the rows cancels out. */
export function compareWithChampion(
  champion: ChampionToCompare,
  winner: { readonly sha256: string; readonly document: ModelDocument; readonly probabilities: Float64Array },
  test: LabelledMatrix,
  settings: BootstrapSettings & Omit<DecisionSettings, 'threshold'>,
): ChampionComparison {
  const { compared } = champion;
  const incomparable = whyIncomparable(compared.document, winner.document);
  if (incomparable !== null) return incomparableChampion(champion.sha256, incomparable);
  const { labels } = test;
  const probabilities = compared.model.predictProbability(test.matrix);
  const difference = (measure: Measure) =>
    pairedBootstrap(labels, probabilities, winner.probabilities, measure, settings);
  return {
    modelSha256: champion.sha256,
    comparedModelSha256: compared.sha256,
    incomparable: null,
    isWinner: champion.evaluatedSha256 === winner.sha256,
    measures: measurePredictions(labels, probabilities, {
      ...settings,
      threshold: compared.document.threshold,
    }),
    rocAucDifference: difference(rocAucOfGroups),
    logLossDifference: difference(logLossOfGroups),
  };
}

/** A champion that could not even be asked. */
export function incomparableChampion(modelSha256: string, reason: string): ChampionComparison {
  return {
    modelSha256,
    comparedModelSha256: null,
    incomparable: reason,
    isWinner: false,
    measures: null,
    rocAucDifference: null,
    logLossDifference: null,
  };
}

function whyIncomparable(champion: ModelDocument, winner: ModelDocument): string | null {
  if (champion.featureListHash !== winner.featureListHash) {
    return `the champion was fitted on feature list ${champion.featureListHash.slice(0, 12)}, these rows have list ${winner.featureListHash.slice(0, 12)}`;
  }
  const [before, now] = [champion.training.labelling, winner.training.labelling];
  if (before.mode !== now.mode || (now.mode === 'inactivity' && before.horizonDays !== now.horizonDays)) {
    return (
      `the champion answers another question (${before.mode}, ${before.horizonDays} days) than these labels ` +
      `(${now.mode}, ${now.horizonDays} days)`
    );
  }
  return null;
}
