import { cleaningRules } from '../../src/cleaning/cleaning-rules.ts';
import { dayText } from '../../src/platform/calendar-day.ts';
import { bestPossibleAuc } from '../../src/simulation/best-possible-auc.ts';
import { customerFaults } from '../../src/simulation/customer-faults.ts';
import { type DriftName, driftDay, drifts } from '../../src/simulation/drifts.ts';
import { probabilitiesOfScores } from '../../src/simulation/probabilities-of-scores.ts';
import { simulateTelecom } from '../../src/simulation/simulate-telecom.ts';
import { transactionFaults } from '../../src/simulation/transaction-faults.ts';

function exportsOf(seed: number, dirtyShare: number, customers = 3000, drift: DriftName | null = null) {
  const telecom = simulateTelecom({ customers, transactions: 20 * customers, seed, dirtyShare, drift });
  const transactions = Array.from(telecom.transactionLines, ({ text }) => text);
  return {
    transactions,
    customers: Array.from(telecom.customerLines(), ({ text }) => text),
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

test('every rule of cleaning has its faults, save those that need more than a row, and their outcome is its action', () => {
  const faults = [...customerFaults, ...transactionFaults];
  const rules = cleaningRules.filter(({ needs }) => needs === undefined);
  expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ id }) => id)));
  for (const { rule, outcome } of faults) {
    expect([rule, outcome]).toEqual([rule, rules.find(({ id }) => id === rule)!.action]);
  }
});

const without = exportsOf(42, 0, 1500);
const known = new Map<DriftName, typeof without>();
const driftedExports = (drift: DriftName) => {
  const exports = known.get(drift) ?? exportsOf(42, 0, 1500, drift);
  known.set(drift, exports);
  return exports;
};
const newest = (line: string) => line.split(',')[1]! >= dayText(driftDay);

test.each(Object.keys(drifts) as DriftName[])(
  '%s changes the newest data, and its best AUC is known',
  (drift) => {
    const drifted = driftedExports(drift);
    const changed = { ...drifted, truth: null, facts: null };
    expect(changed).not.toEqual({ ...without, truth: null, facts: null });
    expect(drifted.facts.bestPossibleAuc).toBeGreaterThan(0.75);
    expect(drifted.facts.bestPossibleAuc).toBeLessThan(0.92);
  },
);

test.each(['price-shock', 'service-outage', 'competitor', 'renamed-service'] as const)(
  '%s leaves what was before it as it was',
  (drift) => {
    const { transactions } = driftedExports(drift);
    const before = (lines: readonly string[]) => lines.filter((line) => !newest(line));
    // A customer who fades draws fewer random numbers after the fading began, none before.
    expect(before(transactions)).toEqual(before(without.transactions));
    expect(transactions.filter(newest)).not.toEqual(without.transactions.filter(newest));
  },
);

test('drifts change what they say', () => {
  const services = (lines: readonly string[]) => new Set(lines.map((line) => line.split(',')[3]));
  const share = (lines: readonly string[], holds: (fields: string[]) => boolean) =>
    lines.filter((line) => holds(line.split(','))).length / lines.length;
  expect(services(driftedExports('renamed-service').transactions)).toContain('mobile-5g');
  expect(
    share(driftedExports('new-region').customers, ([, , , , region]) => region === 'overseas'),
  ).toBeCloseTo(0.15, 1);
  expect(share(driftedExports('young-customers').customers, ([, age]) => Number(age) < 28)).toBeGreaterThan(
    0.4,
  );
  expect(driftedExports('competitor').facts.churned).toBeGreaterThan(1.15 * without.facts.churned);
  const outage = (lines: readonly string[]) =>
    lines.filter((line) => /,2025-12-0\d,.*,data$/.test(line)).length;
  expect(outage(driftedExports('service-outage').transactions)).toBeLessThan(
    0.25 * outage(without.transactions),
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
