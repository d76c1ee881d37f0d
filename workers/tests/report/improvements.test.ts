import { findingsOf } from '../../src/report/findings.ts';
import { listImprovements } from '../../src/report/improvements/list-improvements.ts';
import { english } from '../../src/report/language/english.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { plainText } from '../../src/report/table.ts';
import { exampleInputs } from './example-inputs.ts';
import { exampleBaseline } from './simulated-evaluation.ts';

function improvementsOf(inputs: ReportInputs): string {
  return listImprovements(inputs, findingsOf(inputs.evaluation), english)
    .map(({ what, why }) => `${what} ${plainText(why)}`)
    .join('\n');
}

function withDataset(changes: Partial<ReportInputs['evaluation']['dataset']>): ReportInputs {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  return { ...inputs, evaluation: { ...evaluation, dataset: { ...evaluation.dataset, ...changes } } };
}

test('a churn column without dates: date it or label by inactivity, before all else', () => {
  const inputs = withDataset({
    labelling: { mode: 'flag', horizonDays: 90, lookbackDays: 180 },
    split: 'hash',
  });
  expect(improvementsOf(inputs).split('\n')[0]).toContain('--label inactivity');
});

test('one as-of date: a longer history, so that the test lies after the training', () => {
  const inputs = withDataset({ split: 'hash', asOf: ['2025-11-02'], asOfInGap: [] });
  expect(improvementsOf(inputs)).toContain('1 as-of date within Jan 1, 2023 to Dec 31, 2025');
  expect(improvementsOf(exampleInputs())).not.toContain('longer history');
});

test('few test rows: more customers before small differences are taken seriously', () => {
  expect(improvementsOf(exampleInputs({ testRows: 300 }))).toContain('Deliver more customers');
  expect(improvementsOf(exampleInputs())).not.toContain('Deliver more customers');
});

test('probabilities that are off: use the order only', () => {
  expect(improvementsOf(exampleInputs({ exaggeration: 4 }))).toContain('Use the order of the customers only');
  expect(improvementsOf(exampleInputs())).not.toContain('Use the order of the customers only');
});

test('weak slices are named', () => {
  const inputs = exampleInputs();
  const slices = [
    { by: 'region', name: 'south', rows: 900, churned: 300, meanProbability: 0.1, rocAuc: 0.8 },
  ];
  const { evaluation } = inputs;
  expect(
    improvementsOf({ ...inputs, evaluation: { ...evaluation, winner: { ...evaluation.winner, slices } } }),
  ).toContain('region south');
});

test('a best trial at the end of what was tried asks for a wider search, a late one for a longer one', () => {
  const [search, ...others] = exampleInputs().searches;
  const trials = search!.trials.map((trial, index) => ({
    ...trial,
    hyperparameters: { eta: index, depth: 5 },
  }));
  const best = trials.length - 1;
  const advice = improvementsOf({ ...exampleInputs(), searches: [{ ...search!, trials, best }, ...others] });
  expect(advice).toContain('eta 11 (tried 0 to 11)');
  expect(advice).not.toContain('depth');
  expect(advice).toContain('Trial 12 of 12 was the best one');
});

test('a learning curve that still falls asks for more rows, one that has settled does not', () => {
  const inputs = exampleInputs();
  expect(improvementsOf(inputs)).toContain(
    'from 4,500 to 9,000 rows lowered the log loss on held-out rows by 0.0050',
  );
  const settled = inputs.searches.map((search) => ({
    ...search,
    learningCurve: search.learningCurve.map(({ rows }) => ({ rows, logLoss: 0.44 })),
  }));
  expect(improvementsOf({ ...inputs, searches: settled })).not.toContain('learning curve');
});

test('a logistic regression that is as good as equal is proposed', () => {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const candidates = evaluation.candidates.map((candidate) => ({
    ...candidate,
    selection: {
      ...candidate.selection,
      logLoss: candidate.family === 'logistic-regression' ? 0.432 : 0.431,
    },
  }));
  expect(improvementsOf({ ...inputs, evaluation: { ...evaluation, candidates } })).toContain(
    'Consider the logistic regression',
  );
  expect(improvementsOf(inputs)).not.toContain('Consider the logistic regression');
});

test('much of an export set aside: mend it, by the rule that met most rows', () => {
  const inputs = exampleInputs();
  const { cleaning } = inputs;
  const transactions = { ...cleaning.transactions, rowsDelivered: 20_000, rowsAccepted: 18_796 };
  const advice = improvementsOf({ ...inputs, cleaning: { ...cleaning, transactions } });
  expect(advice).toContain('Mend the export of transactions');
  expect(advice).toContain('bad-amount');
});

test('one feature with most of the influence asks for information of other kinds', () => {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const importance = [
    { feature: 'days_since_last', strength: 3 },
    { feature: 'age', strength: 1 },
  ];
  expect(
    improvementsOf({
      ...inputs,
      evaluation: { ...evaluation, winner: { ...evaluation.winner, importance } },
    }),
  ).toContain('has 75% of all influence');
});

test('a share of leavers that changed by more than chance is to be explained first', () => {
  const { splits } = exampleInputs().evaluation.dataset;
  const shifted = withDataset({ splits: { ...splits, train: { rows: 1_800, churned: 180 } } });
  expect(improvementsOf(shifted)).toContain('Of the training rows 10.0% left, of the test rows 27.9%.');
  const alike = withDataset({ splits: { ...splits, train: { rows: 1_800, churned: 480 } } });
  expect(improvementsOf(alike)).not.toContain('Find out why the share of leavers changed');
});

test('a baseline that orders as well is proposed until the model beats it', () => {
  const inputs = exampleInputs();
  const baselines = [exampleBaseline('recency only', 0.83, 0.4)];
  const advice = improvementsOf({ ...inputs, evaluation: { ...inputs.evaluation, baselines } });
  expect(advice).toContain('until then "recency only" may do as well');
});
