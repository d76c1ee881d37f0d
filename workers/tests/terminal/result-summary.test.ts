import type { StageResult } from '@churn/shared/schema/stage-result';
import { resultSummary } from '../../src/terminal/result-summary.ts';

const sha256 = 'a1b2c3d4e5f6'.padEnd(64, '0');

const result: StageResult = {
  stage: 'train',
  run: 'r1',
  status: 'done',
  inputs: [],
  outputs: [{ role: 'model', path: `models/${sha256}.json`, sha256, bytes: 10, rows: null }],
  metrics: {},
  warnings: [],
  durationMs: 1_234,
  peakRssBytes: 1,
  version: '1',
};

function linesOf(changed: Partial<StageResult>, isErrorTold = false): string[] {
  return resultSummary({ ...result, ...changed }, './data', isErrorTold)
    .trimEnd()
    .split('\n');
}

test('a training is told by its family, score, settings, seconds and the place of the model', () => {
  const metrics = {
    family: 'logistic-regression',
    selectionLogLoss: 0.41134859,
    hyperparameters: { ridge: 0.01610044, intercept: true },
    fitSeconds: 0.1326,
  };
  expect(linesOf({ metrics })).toEqual([
    'train done, run r1, 1.2 s',
    '  family              logistic-regression',
    '  selection log loss  0.4113',
    '  hyperparameters     ridge 0.0161, intercept yes',
    '  fit seconds         0.1326',
    `  model  data/models/${sha256}.json`,
  ]);
});

test('records are a table with numbers at the right, of which wide ones show what a person decides by', () => {
  const decisions = [
    { rule: 'test-rows', expected: 'at least 100', passed: true, actual: 234 },
    { rule: 'roc-auc-floor', expected: 'at least 0.55', passed: false, actual: 0.51234 },
  ];
  const models = [{ family: 'blend', rocAuc: 0.8 }];
  expect(linesOf({ metrics: { decisions, models }, outputs: [] }).slice(1)).toEqual([
    '  decisions',
    '    rule           passed   found',
    '    test-rows      yes        234',
    '    roc-auc-floor  no      0.5123',
    '  models',
    '    family  rocAuc',
    '    blend   0.8000',
  ]);
});

test('the leaderboard fits into 110 characters', () => {
  const row = { rank: 1, family: 'logistic-regression', selectionLogLoss: 0.41, rocAuc: 0.8, prAuc: 0.6 };
  const others = {
    logLoss: 0.4,
    accuracy: 0.7,
    precision: 0.5,
    recall: null,
    f1: 0.5,
    empc: 3.8,
    bytes: 63549,
  };
  const leaderboard = [{ ...row, ...others, profitPerCustomer: 3.2255, fitSeconds: 9.25 }];
  const lines = linesOf({ metrics: { leaderboard }, outputs: [] });
  expect(lines[2]).toMatch(
    /^ {4}rank {2}family {2,}selection {2}ROC AUC {2}PR AUC {2}log loss {2}precision {2}recall +F1 +profit +fit, s$/,
  );
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
});

test('values with many parts take a line for each part, null parts none', () => {
  const rules = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`rule-number-${index}`, index]));
  const lines = linesOf({ metrics: { rules: { ...rules, nothing: null }, drift: null }, outputs: [] });
  expect(lines).toHaveLength(14);
  expect(lines.slice(1, 3)).toEqual(['  rules', '    rule-number-0   0']);
});

test('what came of predictions is told beside what was promised, or why it is not told', () => {
  const measured = { asOf: '2025-12-02', rows: 2283, churned: 665, rocAuc: 0.6575, promisedRocAuc: 0.6646 };
  const realised = { ...measured, logLoss: 0.5748, promisedLogLoss: 0.5417 };
  expect(linesOf({ metrics: { realised, whyNotRealised: null }, outputs: [] }).slice(1)).toEqual([
    '  realised',
    '    as of              2025-12-02',
    '    rows               2283',
    '    churned            665',
    '    roc auc            0.6575',
    '    promised roc auc   0.6646',
    '    log loss           0.5748',
    '    promised log loss  0.5417',
  ]);
  const untold = { realised: null, whyNotRealised: 'flags have no date' };
  expect(linesOf({ metrics: untold, outputs: [] }).slice(1)).toEqual([
    '  why not realised  flags have no date',
  ]);
});

test('hashes are shortened and small fractions keep their digits', () => {
  const metrics = { modelSha256: sha256, psi: 0.0000283599, reasons: [], asOf: ['2026-01-01', '2026-02-01'] };
  expect(linesOf({ metrics, outputs: [] }).slice(1)).toEqual([
    '  model sha256  a1b2c3d4e5f6',
    '  psi           0.0000284',
    '  reasons       none',
    '  as of         2026-01-01, 2026-02-01',
  ]);
});

test('a refusal is told with every reason, a warning as one', () => {
  const error = { code: 'gate-refused', message: 'refused to promote', details: ['too few rows', 'leakage'] };
  const warnings = ['nobody is contacted'];
  expect(linesOf({ status: 'refused', outputs: [], warnings, error }).slice(1)).toEqual([
    '  warning: nobody is contacted',
    '  refused to promote',
    '    too few rows',
    '    leakage',
  ]);
});

test('an error that the log has told at the terminal is not told again', () => {
  const error = { code: 'bad-option', message: '--trials: expected a number', details: [] };
  expect(linesOf({ status: 'failed', outputs: [], error }, true)).toEqual(['train failed, run r1, 1.2 s']);
});

test('a name of a delivery cannot command the terminal or pretend to be a line of its own', () => {
  const warnings = ['no stage reads e\u001b]0;title\u0007x', 'f\nw promote done', 'a\u009b31mb'];
  expect(linesOf({ warnings, outputs: [] }).slice(1)).toEqual([
    '  warning: no stage reads e\ufffd]0;title\ufffdx',
    '  warning: f w promote done',
    '  warning: a\ufffd31mb',
  ]);
});
