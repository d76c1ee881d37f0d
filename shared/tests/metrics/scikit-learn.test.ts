import { confusionAt } from '../../src/metrics/confusion.ts';
import { evaluationCurves } from '../../src/metrics/evaluation-curves.ts';
import { type MeasuredValues, measureGroups } from '../../src/metrics/measure-groups.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import type { Point } from '../../src/metrics/thin-curve.ts';
import { campaign, scikitLearnCases } from './scikit-learn-cases.ts';

const names = Object.keys(scikitLearnCases[0]!.measures) as (keyof MeasuredValues)[];

function distance(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : Infinity;
  return Math.abs(a - b);
}

describe.each(names)('%s', (name) => {
  test.each(scikitLearnCases)('equals the reference to 1e-12: $name', (reference) => {
    const { labels, probabilities, threshold } = reference;
    const measured = measureGroups(groupByProbability(labels, probabilities), { threshold, campaign });
    expect(distance(measured[name], reference.measures[name])).toBeLessThanOrEqual(1e-12);
  });
});

describe.each(scikitLearnCases)('$name', (reference) => {
  const { labels, probabilities, threshold } = reference;

  test('the confusion has the same counts', () => {
    expect(confusionAt(labels, probabilities, threshold)).toEqual(reference.confusion);
  });

  test('the calibration bins hold the same rows', () => {
    const bins = evaluationCurves(labels, probabilities, campaign).calibration;
    expect(bins.map(({ rows }) => rows)).toEqual(reference.calibrationBins.map(({ rows }) => rows));
    for (const [index, { predicted, observed }] of reference.calibrationBins.entries()) {
      expect(distance(bins[index]!.predicted, predicted)).toBeLessThanOrEqual(1e-12);
      expect(distance(bins[index]!.observed, observed)).toBeLessThanOrEqual(1e-12);
    }
  });

  test.each(['roc', 'precisionRecall', 'gain'] as const)('the %s curve has the same points', (name) => {
    const curve = evaluationCurves(labels, probabilities, campaign)[name];
    const [xs, ys] = reference[name];
    const all = xs.map((x, index): Point => [x, ys[index]!]);
    const near = (a: Point, b: Point) => distance(a[0], b[0]) <= 1e-12 && distance(a[1], b[1]) <= 1e-12;
    if (all.length <= 200) expect(curve).toHaveLength(all.length);
    expect(curve.length).toBeLessThanOrEqual(200);
    expect(curve.filter((point) => !all.some((other) => near(point, other)))).toEqual([]);
    expect([near(curve[0]!, all[0]!), near(curve.at(-1)!, all.at(-1)!)]).toEqual([true, true]);
  });
});
