import { badInput } from '../platform/churn-error.ts';

/** Refuses what cannot be measured: no rows, other counts of labels and scores, labels but 0 and 1, scores that are NaN. */
export function checkScores(labels: Uint8Array, scores: Float64Array): void {
  if (labels.length === 0) throw refused('at least one row to measure', 'none');
  if (labels.length !== scores.length) {
    throw refused(`one score for each of ${labels.length} labels`, `${scores.length} scores`);
  }
  const strange = labels.findIndex((label) => label > 1);
  if (strange >= 0) throw refused('labels of 0 or 1', `${labels[strange]} in row ${strange}`);
  const missing = scores.findIndex(Number.isNaN);
  if (missing >= 0) throw refused('a score for every row', `NaN in row ${missing}`);
}

/** As `checkScores`, and refuses what is no probability. */
export function checkProbabilities(labels: Uint8Array, probabilities: Float64Array): void {
  checkScores(labels, probabilities);
  const outside = probabilities.findIndex((probability) => probability < 0 || probability > 1);
  if (outside >= 0) {
    throw refused('probabilities from 0 to 1', `${probabilities[outside]} in row ${outside}`);
  }
}

function refused(expected: string, actual: string): Error {
  return badInput('predictions-invalid', `expected ${expected}, got ${actual}`);
}
