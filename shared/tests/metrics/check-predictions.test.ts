import { logLoss } from '../../src/metrics/log-loss.ts';
import { measurePredictions } from '../../src/metrics/measure-predictions.ts';
import { pairedBootstrap } from '../../src/metrics/paired-bootstrap.ts';
import { rocAuc, rocAucOfGroups } from '../../src/metrics/roc-auc.ts';
import { ChurnError } from '../../src/platform/churn-error.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';

test.each([
  ['no rows', [], [], 'expected at least one row to measure, got none'],
  ['other lengths', [0, 1], [0.5], 'expected one score for each of 2 labels, got 1 scores'],
  ['NaN', [0, 1], [0.5, Number.NaN], 'expected a score for every row, got NaN in row 1'],
  ['a label of 2', [0, 2], [0.5, 0.5], 'expected labels of 0 or 1, got 2 in row 1'],
  ['below 0', [0, 1], [-0.1, 0.5], 'expected probabilities from 0 to 1, got -0.1 in row 0'],
  ['above 1', [0, 1], [0.1, 1.5], 'expected probabilities from 0 to 1, got 1.5 in row 1'],
])('%s: refused as bad input', (_name, labels, probabilities, message) => {
  const measure = () => logLoss(Uint8Array.from(labels), Float64Array.from(probabilities));
  expect(measure).toThrow(ChurnError);
  expect(measure).toThrow(expect.objectContaining({ code: 'predictions-invalid', exitCode: 2, message }));
});

test('scores may lie anywhere where only their order counts', () => {
  expect(rocAuc(Uint8Array.of(0, 1), Float64Array.of(-3, 800))).toBe(1);
});

test.each([0, -1, 2.5, Number.NaN])('%d bootstrap samples are refused', (samples) => {
  const [labels, scores] = [Uint8Array.of(0, 1), Float64Array.of(0.1, 0.2)];
  const message = `expected one bootstrap sample or more, got ${samples}`;
  expect(() => pairedBootstrap(labels, scores, scores, rocAucOfGroups, { seed: 1, samples })).toThrow(
    message,
  );
  const campaign = campaignSchema.parse({ customerValue: 1, offerCost: 1, offerSuccess: 1 });
  expect(() => measurePredictions(labels, scores, { threshold: 0.5, campaign, seed: 1, samples })).toThrow(
    message,
  );
});
