import { cleaningRules } from '../../src/cleaning/cleaning-rules.ts';
import { bestPossibleAuc } from '../../src/simulation/best-possible-auc.ts';
import { customerFaults, transactionFaults } from '../../src/simulation/planted-faults.ts';
import { probabilitiesOfScores } from '../../src/simulation/probabilities-of-scores.ts';
import { simulateTelecom } from '../../src/simulation/simulate-telecom.ts';

function exportsOf(seed: number, dirtyShare: number, customers = 3000) {
  const telecom = simulateTelecom({ customers, transactions: 20 * customers, seed, dirtyShare });
  const transactions = [...telecom.transactionLines];
  return {
    transactions,
    customers: [...telecom.customerLines()],
    truth: [...telecom.truthLines()],
    facts: telecom.facts(),
  };
}

const clean = exportsOf(42, 0);

test('about as many transactions are drawn as asked for', () => {
  expect(clean.transactions.length).toBeGreaterThan(0.9 * 60_000);
  expect(clean.transactions.length).toBeLessThan(1.1 * 60_000);
});

test('a fifth to a bit over a quarter of the customers leave, and a model can tell them, but not all', () => {
  const rate = clean.facts.churned / 3000;
  expect(rate).toBeGreaterThan(0.2);
  expect(rate).toBeLessThan(0.27);
  expect(clean.facts.bestPossibleAuc).toBeGreaterThan(0.8);
  expect(clean.facts.bestPossibleAuc).toBeLessThan(0.86);
});

test('the same seed gives the same exports, another seed others', () => {
  const small = exportsOf(1, 0.1, 50);
  expect(exportsOf(1, 0.1, 50)).toEqual(small);
  expect(exportsOf(2, 0.1, 50).transactions).not.toEqual(small.transactions);
});

test('planted faults change rows, not who leaves with what probability', () => {
  const dirty = exportsOf(42, 0.3);
  expect(dirty.truth).toEqual(clean.truth);
  expect(dirty.facts).toEqual(clean.facts);
  expect(dirty.transactions).not.toEqual(clean.transactions);
});

test('every rule of cleaning has its fault, save those that an option switches on', () => {
  const planted = [...Object.keys(customerFaults), ...Object.keys(transactionFaults)].sort();
  const byOption = ['transaction-after-as-of', 'dropped-identical-transaction'];
  expect(planted).toEqual(
    cleaningRules
      .map(({ id }) => id)
      .filter((id) => !byOption.includes(id))
      .sort(),
  );
});

test('the constant makes the mean probability the rate', () => {
  const probabilities = probabilitiesOfScores(Float64Array.of(-2, 0, 1, 5), 0.3);
  expect(probabilities.reduce((total, value) => total + value, 0) / 4).toBeCloseTo(0.3, 12);
});

test('the best AUC of two customers is the chance that the likelier one is the leaver', () => {
  expect(bestPossibleAuc(Float64Array.of(0.5, 0.5))).toBeCloseTo(0.5, 12);
  // Leaver and stayer drawn independently: Σ p(1−p′) over (0.9, 0.1): (0.81 + 0.09/2 + 0.09/2) / 1.
  expect(bestPossibleAuc(Float64Array.of(0.9, 0.1))).toBeCloseTo(0.9, 12);
});
