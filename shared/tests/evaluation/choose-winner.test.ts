import type { Candidate } from '../../src/artifacts/evaluation-document.ts';
import { chooseWinner } from '../../src/evaluation/choose-winner.ts';

function candidate(family: Candidate['family'], selectionLogLoss: number, testAuc: number): Candidate {
  return {
    family,
    modelSha256: family,
    selection: { rows: 100, logLoss: selectionLogLoss, rocAuc: 0.7 },
    measures: { rocAuc: { value: testAuc, lower: testAuc, upper: testAuc } },
  } as Candidate;
}

test('the lowest log loss out of fold wins, whatever the test says', () => {
  const { ranked } = chooseWinner([
    candidate('gradient-boosting', 0.5, 0.9),
    candidate('random-forest', 0.4, 0.6),
  ]);
  expect(ranked.map(({ family }) => family)).toEqual(['random-forest', 'gradient-boosting']);
});

test('of equal candidates the simpler family wins', () => {
  const { ranked } = chooseWinner([
    candidate('gradient-boosting', 0.4, 0.9),
    candidate('logistic-regression', 0.4, 0.6),
  ]);
  expect(ranked[0]!.family).toBe('logistic-regression');
});

test('the reason names both scores', () => {
  const { reason } = chooseWinner([
    candidate('gradient-boosting', 0.5, 0.9),
    candidate('random-forest', 0.4, 0.6),
  ]);
  expect(reason).toBe(
    'random-forest has the lowest log loss on 100 rows held out of its training, 0.4000; next is gradient-boosting with 0.5000. The test rows had no say.',
  );
});
