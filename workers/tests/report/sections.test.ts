import { around, championSha256, comparison } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { makeModelCard } from '../../src/report/card/make-model-card.ts';
import { english } from '../../src/report/language/english.ts';
import { makeReport } from '../../src/report/make-report.ts';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { reproducingCommands } from '../../src/report/reproducing-commands.ts';
import { exampleInputs } from './example-inputs.ts';

const textOf = (inputs: ReportInputs) =>
  renderMarkdown(makeReport(inputs, english)).replaceAll('\u00a0', ' ');

test('the page starts with the verdict and ends with how to get the same again', () => {
  expect(makeReport(exampleInputs(), english).sections.map(({ id }) => id)).toEqual([
    'trust',
    'quality',
    'curves',
    'choice',
    'importance',
    'slices',
    'data',
    'labels',
    'features',
    'gate',
    'limits',
    'improvements',
    'reproduction',
  ]);
});

test('every count of the confusion matrix is said in words', () => {
  const { confusion } = exampleInputs().evaluation.candidates[0]!;
  const text = textOf(exampleInputs());
  const { truePositives, falseNegatives, falsePositives, trueNegatives } = confusion;
  expect(text).toContain(
    `Of ${truePositives + falseNegatives} customers who left, ${truePositives} were marked and ${falseNegatives} were missed.`,
  );
  expect(text).toContain(
    `${falsePositives} were marked by mistake and ${trueNegatives} were rightly left alone`,
  );
});

test('without a promotion the page says so and how to ask the gate', () => {
  const text = textOf({ ...exampleInputs(), promotion: null });
  expect(text).toContain('The gate was not asked for this evaluation: run `churn promote --run r1`.');
});

test('a refusal is told with its reasons and every rule', () => {
  const text = textOf(exampleInputs());
  expect(text).toContain('- roc-auc-floor: expected ROC AUC of at least 0.9, got 0.81');
  expect(text).toContain('| test-rows | yes | 100 test rows or more | 1200 |');
});

test.each(['promoted', 'already-champion'] as const)(
  'after a refit the page and the card say that the figures are of the model before it: %s',
  (outcome) => {
    const inputs = exampleInputs();
    const refitted = { modelSha256: 'feed'.repeat(16), rows: 4_200 };
    const fittedAgain = { ...inputs, promotion: { ...inputs.promotion!, outcome, refitted } };
    for (const text of [textOf(fittedAgain), renderMarkdown(makeModelCard(fittedAgain, null, english))]) {
      expect(text).toContain('In service is model feedfeedfeed');
      expect(text).toContain('fitted again on all 4,200 rows');
      expect(text).toContain(refitted.modelSha256);
    }
    expect(textOf(inputs)).not.toContain('In service is model');
  },
);

test('a comparison with the model in service as it was before it was fitted again is called that', () => {
  const inputs = exampleInputs();
  const compared = (comparedModelSha256: string, isWinner = false) =>
    textOf({
      ...inputs,
      evaluation: {
        ...inputs.evaluation,
        champion: comparison(around(0.02, 0.01), { isWinner, comparedModelSha256 }),
      },
    });
  const remark = 'the comparison is with it as it was measured, before it was fitted again';
  expect(compared('a'.repeat(64))).toContain(remark);
  expect(compared(championSha256)).not.toContain(remark);
  expect(compared('a'.repeat(64), true)).toContain('was this very model, fitted again on all rows.');
  expect(compared(championSha256, true)).toContain('was this very model.');
});

test.each([
  ['auto', 'churn promote --run r1'],
  ['none', 'churn promote --run r1 --refit none'],
  ['all', 'churn promote --run r1 --refit all'],
] as const)('the commands repeat the choice of a refit: %s', (refitChoice, command) => {
  const inputs = exampleInputs();
  const decision = { ...inputs.promotion!.decision!, refitChoice };
  expect(reproducingCommands({ ...inputs, promotion: { ...inputs.promotion!, decision } })).toContain(
    command,
  );
});

test('a promoted model that the figures do not support is called that', () => {
  const promotion = { outcome: 'promoted', reasons: [], decision: null, refitted: null } as const;
  const text = textOf({ ...exampleInputs({ skill: 0 }), promotion });
  expect(text).toContain('It is in service, which this page does not support: consider `churn rollback`.');
});

test('the comparison with the champion is told by its interval', () => {
  const inputs = exampleInputs();
  const { measures } = inputs.evaluation.candidates[1]!;
  const compared = (lower: number, upper: number) =>
    textOf({
      ...inputs,
      evaluation: {
        ...inputs.evaluation,
        champion: {
          modelSha256: 'd'.repeat(64),
          comparedModelSha256: 'd'.repeat(64),
          incomparable: null,
          isWinner: false,
          measures,
          rocAucDifference: { value: (lower + upper) / 2, lower, upper },
          logLossDifference: { value: 0, lower: -0.1, upper: 0.1 },
        },
      },
    });
  expect(compared(0.001, 0.02)).toContain('this model is better than the one in service');
  expect(compared(-0.02, -0.001)).toContain('this model is worse than the one in service');
  expect(compared(-0.01, 0.02)).toContain('this model is not shown to be better or worse than');
});

test('the commands repeat the as-of dates, also those in the gap, and quote file names for the shell', () => {
  const inputs = exampleInputs();
  const customers = { ...inputs.cleaning.customers, file: "it's mine.csv" };
  const commands = reproducingCommands({ ...inputs, cleaning: { ...inputs.cleaning, customers } });
  expect(commands[0]).toBe(
    `churn ingest --run r1 --customers 'it'\\''s mine.csv' --transactions transactions.csv`,
  );
  expect(commands[2]).toBe(
    'churn featurize --run r1 --label inactivity --horizon 60 --lookback 180 --as-of 2025-11-02 --snapshots 4 --every 60 --split forward',
  );
  expect(commands.filter((command) => command.startsWith('churn train'))).toHaveLength(2);
});

test('how settings were searched names the rungs, and a search that was cut by time', () => {
  const inputs = exampleInputs();
  const [first, ...others] = inputs.searches;
  const [screened, whole] = first!.rungs;
  const middle = { ...screened!, rows: 7_043 };
  const searches = [{ ...first!, rungs: [screened!, middle, whole!], endedBy: 'time' as const }, ...others];
  const text = textOf({ ...inputs, searches });
  expect(text).toContain('the best of them fitted again on 7,043 rows of it');
  expect(text).toContain('The search of gradient boosting ended when its time was over');
  expect(textOf(inputs)).not.toContain('fitted again on');
});

test('settings that were taken over name the run and the search they come from', () => {
  const inputs = exampleInputs();
  const reused = {
    ...inputs.searches[0]!,
    settings: {
      source: 'reused' as const,
      because: 'data-alike' as const,
      earlier: { run: 'r0', searchSha256: 'ab'.repeat(32) },
    },
    rungs: [],
    trials: [],
    best: null,
    endedBy: null,
  };
  const text = textOf({ ...inputs, searches: [reused, ...inputs.searches.slice(1)] });
  expect(text).toContain(
    'Gradient boosting was trained with the settings that run r0 has found (search abababababab)',
  );
  expect(text).toContain('Search of logistic regression');
  expect(text).not.toContain('Search of gradient boosting');
});

test('a candidate without a search is listed as trained with given settings', () => {
  const inputs = exampleInputs();
  const text = textOf({ ...inputs, searches: inputs.searches.slice(0, 1) });
  expect(text).toContain('Trained with given settings, without a search: logistic regression.');
});

test('a gap before undated flags is told, and repeated in the command', () => {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const labelling = { mode: 'flag', horizonDays: 90, lookbackDays: null, gapDays: 30 } as const;
  const dataset = {
    ...evaluation.dataset,
    labelling,
    asOf: ['2025-12-02'],
    asOfInGap: [],
    split: 'hash' as const,
  };
  const withGap = { ...inputs, evaluation: { ...evaluation, dataset } };
  expect(textOf(withGap)).toContain('says so, and features end 30 days before the day of the flags.');
  expect(reproducingCommands(withGap)[2]).toBe(
    'churn featurize --run r1 --label flag --horizon 90 --lookback all --as-of 2026-01-01 --gap 30 --snapshots 1 --split hash',
  );
});

test('the leaderboard has the times of a candidate, and dashes where none were measured', () => {
  const text = textOf(exampleInputs());
  expect(text).toMatch(/gradient boosting .*\| 1\.23 s \| 23 µs \| 112 µs \| 346 kB \|/i);
  expect(text).toMatch(/logistic regression .*\| – \| – \| – \| 346 kB \|/i);
});

test.each([
  [0.002, 'The blend of families has a log loss 0.00200 lower than random forest, the best single family'],
  [0.002, 'the standard error of the difference is 0.00300'],
  [-0.001, 'that of the blend of families is no lower'],
])('of a blend with the advantage %f is told: %s', (advantage, told) => {
  const inputs = exampleInputs();
  const blend = {
    bestSingle: 'random-forest',
    advantage,
    standardError: 0.003,
    chosen: advantage > 0,
  } as const;
  const { evaluation } = inputs;
  const text = textOf({
    ...inputs,
    evaluation: { ...evaluation, winner: { ...evaluation.winner, blend } },
  });
  expect(text).toContain(told);
});

test('the commands train a blend after the families that it is made of', () => {
  const { evaluation, ...inputs } = exampleInputs();
  const [winner, ...others] = evaluation.candidates;
  const candidates = [{ ...winner!, family: 'blend' as const }, winner!, ...others];
  const commands = reproducingCommands({ ...inputs, evaluation: { ...evaluation, candidates } });
  const trained = commands.filter((command) => command.startsWith('churn train'));
  expect(trained.map((command) => command.includes('--family blend'))).toEqual([false, false, true]);
  expect(trained.at(-1)).not.toMatch(/--trials|--search/);
});
