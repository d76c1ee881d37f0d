import type { Confusion } from './confusion.ts';

/** Null where the rows have no such rate (0/0): no precision without a positive, no recall without a churner. */
export interface ClassificationRates {
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Harmonic mean of precision and recall, 2TP / (2TP + FP + FN); 0 where only one of them exists. */
  readonly f1: number | null;
}

export function classificationRates(confusion: Confusion): ClassificationRates {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const wrong = falsePositives + falseNegatives;
  const right = truePositives + trueNegatives;
  return {
    accuracy: rate(right, right + wrong),
    precision: rate(truePositives, truePositives + falsePositives),
    recall: rate(truePositives, truePositives + falseNegatives),
    f1: rate(2 * truePositives, 2 * truePositives + wrong),
  };
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
