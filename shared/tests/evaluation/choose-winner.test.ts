import type { Candidate } from '../../src/artifacts/candidate.ts';
import { chooseWinner } from '../../src/evaluation/choose-winner.ts';

const rows = 100;
const customerIds = Array.from({ length: rows }, (_, row) => `c${row}`);

function candidate(family: Candidate['family'], selectionLogLoss: number, testAuc: number): Candidate {
  return {
    family,
    modelSha256: family,
    selection: { rows, logLoss: selectionLogLoss, rocAuc: 0.7 },
    measures: { rocAuc: { value: testAuc, lower: testAuc, upper: testAuc } },
  } as Candidate;
}

/** Losses whose means are those of the candidates; the blend's rows lie `spread` above and below it. */
function choose(candidates: readonly Candidate[], spread = 0) {
  const byModel = new Map(
    candidates.map(({ family, modelSha256, selection: { logLoss } }) => [
      modelSha256,
      Float64Array.from(customerIds, (_, row) =>
        family === 'blend' ? logLoss + (row % 2 === 0 ? spread : -spread) : logLoss,
      ),
    ]),
  );
  return chooseWinner(candidates, { customerIds, byModel });
}

test('the lowest log loss out of fold wins, whatever the test says', () => {
  const { ranked } = choose([candidate('gradient-boosting', 0.5, 0.9), candidate('random-forest', 0.4, 0.6)]);
  expect(ranked.map(({ family }) => family)).toEqual(['random-forest', 'gradient-boosting']);
});

test('of equal candidates the simpler family wins', () => {
  const { ranked } = choose([
    candidate('gradient-boosting', 0.4, 0.9),
    candidate('logistic-regression', 0.4, 0.6),
  ]);
  expect(ranked[0]!.family).toBe('logistic-regression');
});

test('the reason names both scores', () => {
  const { reason, blend } = choose([
    candidate('gradient-boosting', 0.5, 0.9),
    candidate('random-forest', 0.4, 0.6),
  ]);
  expect(blend).toBeNull();
  expect(reason).toBe(
    'random-forest has the lowest log loss on 100 rows held out of its training, 0.4000; next is gradient-boosting with 0.5000. The test rows had no say.',
  );
});

const singles = [candidate('random-forest', 0.5, 0.7), candidate('gradient-boosting', 0.4, 0.7)];

test('a blend with a lower log loss wins, with what chance could do', () => {
  // The standard error of 100 rows 0.2 above and below is 0.02.
  const { ranked, reason, blend } = choose([...singles, candidate('blend', 0.39, 0.6)], 0.2);
  expect(ranked.map(({ family }) => family)).toEqual(['blend', 'gradient-boosting', 'random-forest']);
  expect(blend).toEqual({
    bestSingle: 'gradient-boosting',
    advantage: expect.closeTo(0.01, 9),
    standardError: expect.closeTo(0.0201, 4),
    chosen: true,
  });
  expect(reason).toBe(
    'The blend has a log loss 0.01000 lower than gradient-boosting, the best single family (0.4000), on 100 rows held out of its training; ' +
      'the standard error of the difference is 0.02010. The test rows had no say.',
  );
});

test('a blend that only repeats the best single family is not chosen', () => {
  const { ranked, reason } = choose([...singles, candidate('blend', 0.4, 0.9)]);
  expect(ranked[0]!.family).toBe('gradient-boosting');
  expect(reason).toBe(
    'gradient-boosting has the lowest log loss on 100 rows held out of its training, 0.4000; the blend of several has no lower one. The test rows had no say.',
  );
});
