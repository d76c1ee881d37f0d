import fc from 'fast-check';
import {
  campaignProfit,
  profitAboveRandom,
  profitCurve,
  profitThreshold,
} from '../../src/metrics/campaign-profit.ts';
import { confusionAt } from '../../src/metrics/confusion.ts';
import { evaluationCurves } from '../../src/metrics/evaluation-curves.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { type Point, thinCurve } from '../../src/metrics/thin-curve.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { anyRows, uniformRows } from './scored-rows.ts';

const campaign = campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.25 });

/** y of the curve at x, where x rises. */
function heightAt(curve: readonly Point[], x: number): number {
  const after = Math.max(
    curve.findIndex(([x1]) => x1 >= x),
    1,
  );
  const [[x0, y0], [x1, y1]] = [curve[after - 1]!, curve[after]!];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

test('a thinned curve keeps its ends and only points of the curve, and lies within 0.003 of all', () => {
  const curve = Array.from({ length: 5000 }, (_, i): Point => [i / 4999, Math.sqrt(i / 4999)]);
  const thin = thinCurve(curve);
  expect(thin).toHaveLength(200);
  expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)]);
  expect(thin.filter((point) => !curve.includes(point))).toEqual([]);
  const deviations = curve.map(([x, y]) => Math.abs(heightAt(thin, x) - y));
  expect(Math.max(...deviations)).toBeLessThan(0.003);
});

test('of a straight line two points are left, of a short curve all', () => {
  const line = Array.from({ length: 1000 }, (_, i): Point => [i, 2 * i]);
  expect(thinCurve(line)).toEqual([line[0], line[999]]);
  expect(thinCurve(line.slice(0, 200))).toEqual(line.slice(0, 200));
});

test('20,000 rows give curves of at most 200 points that keep the shape', () => {
  const { labels, probabilities } = uniformRows(1, 20_000);
  const { roc, gain, precisionRecall, profit, calibration } = evaluationCurves(
    labels,
    probabilities,
    campaign,
  );
  for (const curve of [roc, gain, precisionRecall, profit]) expect(curve.length).toBeLessThanOrEqual(200);
  expect(calibration).toHaveLength(10);
  const area = roc.slice(1).reduce((sum, [x, y], i) => sum + ((x - roc[i]![0]) * (y + roc[i]![1])) / 2, 0);
  expect(area).toBeCloseTo(5 / 6, 2);
  for (const curve of [roc, gain, precisionRecall]) {
    expect(curve.every(([x], i) => i === 0 || x >= curve[i - 1]![0])).toBe(true);
  }
});

test('without churners there is nothing to draw but profit and calibration', () => {
  const curves = evaluationCurves(Uint8Array.of(0, 0), Float64Array.of(0.25, 0.5), campaign);
  expect(curves).toMatchObject({ roc: [], precisionRecall: [], gain: [] });
  expect(curves.profit).toEqual([
    [0, -10],
    [0.25, -10],
    [0.5, -5],
    [1, 0],
  ]);
});

test('the profit curve holds at each of its thresholds', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      for (const [threshold, profit] of profitCurve(groupByProbability(labels, probabilities), campaign)) {
        expect(campaignProfit(confusionAt(labels, probabilities, threshold), campaign)).toBeCloseTo(
          profit,
          10,
        );
      }
    }),
  );
});

test('profit is what kept churners bring less what contacts cost, over all customers', () => {
  const [labels, probabilities] = [Uint8Array.of(1, 0, 1, 0), Float64Array.of(0.9, 0.6, 0.3, 0.1)];
  expect(campaignProfit(confusionAt(labels, probabilities, 0.5), campaign)).toBe((0.25 * 200 - 2 * 10) / 4);
});

test('where probabilities hold, no threshold earns noticeably more than cost / (success · value)', () => {
  const { labels, probabilities } = uniformRows(2, 50_000);
  expect(profitThreshold(campaign)).toBe(0.2);
  const best = Math.max(
    ...profitCurve(groupByProbability(labels, probabilities), campaign).map(([, profit]) => profit),
  );
  expect(best - campaignProfit(confusionAt(labels, probabilities, 0.2), campaign)).toBeLessThan(0.02);
});

test('an offer that costs more than it can bring is for nobody below certainty', () => {
  expect(profitThreshold(campaignSchema.parse({ customerValue: 10, offerCost: 30, offerSuccess: 0.5 }))).toBe(
    1,
  );
});

test.each(['contacted', 'accepting'])(
  'at the threshold an offer paid to those %s brings nothing on average',
  (offerPaidTo) => {
    const offer = campaignSchema.parse({
      customerValue: 200,
      offerCost: 30,
      contactCost: 2,
      offerPaidTo,
      offerSuccess: 0.4,
    });
    const churned = 1_000_000 * profitThreshold(offer);
    const counts = { truePositives: churned, falsePositives: 1_000_000 - churned };
    expect(campaignProfit({ ...counts, trueNegatives: 0, falseNegatives: 0 }, offer)).toBeCloseTo(0, 9);
  },
);

test('contacting nobody or everybody is no better than at random, contacting the churners alone is', () => {
  const [labels, probabilities] = [Uint8Array.of(1, 0, 1, 0), Float64Array.of(0.9, 0.6, 0.8, 0.1)];
  const above = (threshold: number) =>
    profitAboveRandom(confusionAt(labels, probabilities, threshold), campaign);
  expect([above(1), above(0)]).toEqual([0, 0]);
  expect(above(0.7)).toBeCloseTo((0.25 * 200 * 2) / 4 - (0.25 * 200 * 1) / 4, 12);
});
