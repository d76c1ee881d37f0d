import type { CampaignRule } from '@churn/shared/schema/campaign';
import { findingsOf } from '../../src/report/findings.ts';
import { judgeModel } from '../../src/report/judge-model.ts';
import { judgeSlices } from '../../src/report/judge-slices.ts';
import { english } from '../../src/report/language/english.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { trustSection } from '../../src/report/sections/trust-section.ts';
import { exampleInputs } from './example-inputs.ts';
import { exampleBaseline } from './simulated-evaluation.ts';

const verdictOf = ({ evaluation }: ReportInputs) => judgeModel(findingsOf(evaluation), english);

/** The example with the labels of a churn column. */
function flagged(): ReportInputs {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const labelling = { ...evaluation.dataset.labelling, mode: 'flag' as const };
  return { ...inputs, evaluation: { ...evaluation, dataset: { ...evaluation.dataset, labelling } } };
}

test('a calibrated model clearly better than the baselines may be trusted, without reserves', () => {
  expect(verdictOf(exampleInputs())).toMatchObject({ tone: 'good', label: 'Yes', reserves: [] });
});

test('a model that orders no better than chance must not be trusted', () => {
  const { tone, headline } = verdictOf(exampleInputs({ skill: 0 }));
  expect(tone).toBe('bad');
  expect(headline).toContain('no better than chance');
});

test('a model with exaggerated probabilities may order customers only', () => {
  const { tone, headline, uses, reserves } = verdictOf(exampleInputs({ exaggeration: 4 }));
  expect(tone).toBe('care');
  expect(headline).toContain('not for its probabilities');
  expect(uses.join()).toContain('Do not count with its probabilities');
  expect(reserves).toHaveLength(1);
});

test('labels without a date are a reserve, however good the figures', () => {
  const { tone, reserves } = verdictOf(flagged());
  expect(tone).toBe('care');
  expect(reserves[0]).toContain('The churn column has no date');
});

test('a model no better than the recency baseline is not called better', () => {
  const inputs = exampleInputs();
  const baselines = [exampleBaseline('recency only', 0.9, 0.4)];
  const { tone, reserves } = verdictOf({ ...inputs, evaluation: { ...inputs.evaluation, baselines } });
  expect(tone).toBe('care');
  expect(reserves[0]).toMatch(
    /not shown to be better than "recency only": ROC AUC 0\.8\d+ .* against 0\.900/,
  );
});

test('on the same rows a small difference may be shown that intervals apart would hide, and the other way round', () => {
  const inputs = exampleInputs();
  const recency = exampleBaseline('recency only', 0.8, 0.4);
  const reservesWith = (lower: number) => {
    const baselines = [{ ...recency, rocAucGain: { value: 0.02, lower, upper: 0.05 } }];
    return verdictOf({ ...inputs, evaluation: { ...inputs.evaluation, baselines } }).reserves;
  };
  expect(reservesWith(0.004)).toEqual([]);
  expect(reservesWith(-0.004)).toEqual([
    expect.stringMatching(/against 0\.800, a difference of 0\.020 \(95% interval −0\.004 to 0\.050\)\.$/),
  ]);
});

test('a single feature that tells all makes every other figure worthless', () => {
  const inputs = exampleInputs();
  const leakage = [
    { check: 'single feature', passed: false, finding: 'x alone has ROC AUC 0.99', facts: {} },
  ];
  const { tone, headline } = verdictOf({ ...inputs, evaluation: { ...inputs.evaluation, leakage } });
  expect(tone).toBe('bad');
  expect(headline).toContain('a single feature seems to know the answer');
});

/** The example with a model that marks no test customer, for a campaign of the rule. */
function markingNobody(rule: CampaignRule): ReportInputs {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const { truePositives, falsePositives, trueNegatives, falseNegatives } =
    evaluation.candidates[0]!.confusion;
  const confusion = {
    truePositives: 0,
    falsePositives: 0,
    trueNegatives: trueNegatives + falsePositives,
    falseNegatives: falseNegatives + truePositives,
  };
  const candidates = evaluation.candidates.map((candidate) => ({
    ...candidate,
    confusion,
    measures: { ...candidate.measures, precision: { value: null, lower: null, upper: null } },
  }));
  const campaign = { ...evaluation.campaign, rule };
  return { ...inputs, evaluation: { ...evaluation, campaign, candidates } };
}

test.each<[CampaignRule, string]>([
  ['expected-profit', 'from where contacting pays'],
  ['expected-maximum-profit', 'highest expected maximum profit on rows held out'],
  ['budget', 'let churn score choose'],
])('where nobody reaches the threshold of the rule %s the advice is of that rule', (rule, words) => {
  const inputs = markingNobody(rule);
  const { blocks } = trustSection(inputs, findingsOf(inputs.evaluation), english);
  expect(JSON.stringify(blocks)).toContain(words);
  expect(JSON.stringify(blocks)).not.toContain('customers marked as leaving');
});

test('a failed check for leakage puts every figure in doubt, and the advice is to find the leak', () => {
  const inputs = exampleInputs();
  const leakage = [{ check: 'shuffled labels', passed: false, finding: 'a mean of 0.8', facts: {} }];
  const leaking = { ...inputs, evaluation: { ...inputs.evaluation, leakage } };
  const { tone, headline, reserves } = verdictOf(leaking);
  expect(tone).toBe('bad');
  expect(headline).toContain('a check for leakage failed');
  expect(JSON.stringify(reserves)).toContain('a mean of 0.8');
  const { blocks } = trustSection(leaking, findingsOf(leaking.evaluation), english);
  expect(JSON.stringify(blocks)).toContain('Find out how the answer');
});

test('few leavers among the test rows are a reserve', () => {
  expect(verdictOf(exampleInputs({ testRows: 260 })).reserves.join()).toContain('test customers left');
});

test('a slice is weak or misjudged only where its rows are enough to tell', () => {
  const slice = { by: 'region', name: 'x', meanProbability: 0.2, rocAuc: 0.65 };
  const judged = judgeSlices(
    [
      { ...slice, rows: 2_000, churned: 400 },
      { ...slice, rows: 40, churned: 8 },
      { ...slice, rows: 2_000, churned: 600, rocAuc: 0.8 },
      { ...slice, rows: 40, churned: 12, rocAuc: null },
    ],
    0.8,
  );
  expect(judged.map(({ weak, misjudged }) => [weak, misjudged])).toEqual([
    [true, false],
    [false, false],
    [false, true],
    [false, false],
  ]);
});
