import { readFileSync } from 'node:fs';
import type { CalibrationBin } from '../../src/metrics/calibration-bins.ts';
import type { Confusion } from '../../src/metrics/confusion.ts';
import type { MeasuredValues } from '../../src/metrics/measure-groups.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';

type Columns = readonly [x: readonly number[], y: readonly number[]];

interface ScikitLearnCase {
  readonly name: string;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly threshold: number;
  readonly measures: MeasuredValues;
  readonly confusion: Confusion;
  readonly roc: Columns;
  readonly precisionRecall: Columns;
  readonly gain: Columns;
  readonly calibrationBins: readonly CalibrationBin[];
  /** Slope and intercept; null where no rising line exists. */
  readonly sigmoid: readonly [slope: number, intercept: number] | null;
  /** Fitted value of each row. */
  readonly isotonic: readonly number[];
}

interface Fixture {
  readonly campaign: unknown;
  readonly cases: readonly (Omit<ScikitLearnCase, 'labels' | 'probabilities'> & {
    readonly labels: readonly number[];
    readonly probabilities: readonly number[];
  })[];
}

/** Written by fixtures/make_scikit_learn_cases.py. */
const fixture = JSON.parse(
  readFileSync(new URL('fixtures/scikit-learn-cases.json', import.meta.url), 'utf8'),
) as Fixture;

export const campaign = campaignSchema.parse(fixture.campaign);

export const scikitLearnCases: readonly ScikitLearnCase[] = fixture.cases.map((found) => ({
  ...found,
  labels: Uint8Array.from(found.labels),
  probabilities: Float64Array.from(found.probabilities),
}));
