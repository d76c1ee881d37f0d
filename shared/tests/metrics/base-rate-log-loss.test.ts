import { baseRateLogLoss } from '../../src/metrics/base-rate-log-loss.ts';
import { logLoss } from '../../src/metrics/log-loss.ts';

test('it is the log loss of giving every row the share of churn', () => {
  const labels = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0);
  expect(baseRateLogLoss(0.25)).toBeCloseTo(logLoss(labels, new Float64Array(8).fill(0.25)), 12);
});

test.each([
  [0, 0],
  [0.5, Math.LN2],
  [1, 0],
])('a share of %d has %d', (share, expected) => {
  expect(baseRateLogLoss(share)).toBeCloseTo(expected, 15);
});
