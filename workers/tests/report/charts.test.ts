import { renderChart } from '../../src/report/charts/render-chart.ts';
import { stepAt, valueAt } from '../../src/report/charts/value-at.ts';
import { english } from '../../src/report/language/english.ts';
import { makeReport } from '../../src/report/make-report.ts';
import { shareInterval } from '../../src/report/share-interval.ts';
import { exampleInputs } from './example-inputs.ts';

const charts = () =>
  makeReport(exampleInputs(), english).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'charts' ? block.charts : [])),
  );

test('every curve that an analyst asks for is there, with a sentence and numbers', () => {
  expect(charts().map(({ title }) => title)).toEqual([
    'Leavers found against false alarms (ROC)',
    'Precision against leavers found',
    'Predicted against observed churn (calibration)',
    'Leavers reached by contacting the riskiest first (gain)',
    'Expected profit by threshold',
    'Search of gradient boosting',
    'Search of logistic regression',
    'Would more data help? (learning curve)',
    'What moves predictions most',
    'Which values raise the risk, and which lower it (SHAP)',
  ]);
  for (const { summary, numbers } of charts()) {
    expect(summary).toMatch(/\d.*\.$/);
    expect(numbers.rows.length).toBeGreaterThan(1);
    for (const row of numbers.rows) expect(row).toHaveLength(numbers.columns.length);
  }
});

test('the same chart is drawn in the same bytes, again and again', async () => {
  const [first, second] = [charts(), charts()];
  for (const [index, chart] of first.entries()) {
    expect(await renderChart(second[index]!, 'en')).toBe(await renderChart(chart, 'en'));
  }
});

test('drawings have no ids that could meet on one page, no numbers that are none, and colours of the page only', async () => {
  for (const chart of charts()) {
    const svg = await renderChart(chart, 'en');
    expect(svg).not.toMatch(/\sid=|NaN|undefined|Infinity/);
    const colours = [...svg.matchAll(/\s(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
    const foreign = colours.filter(
      (colour) => !/^(none|currentColor|transparent|var\(--[a-z-]+\))$/.test(colour),
    );
    expect(new Set(foreign)).toEqual(new Set());
  }
});

test('a feature name from the document is text in the drawing, not markup', async () => {
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const importance = [{ feature: '<script>&"', strength: 1 }];
  const report = makeReport(
    {
      ...inputs,
      evaluation: { ...evaluation, winner: { ...evaluation.winner, importance } },
    },
    english,
  );
  const [block] = report.sections.find(({ id }) => id === 'importance')!.blocks.slice(-1);
  const svg = await renderChart(block?.kind === 'charts' ? block.charts[0]! : charts()[0]!, 'en');
  expect(svg).toContain('&lt;script&gt;&amp;"');
});

test('points between those of a curve lie on the straight line, those of steps on the next step', () => {
  const curve = [
    [0, 0],
    [0, 0.4],
    [0.5, 0.8],
    [1, 1],
  ] as const;
  expect([0, 0.25, 0.5, 0.75, 1].map((x) => valueAt(curve, x))).toEqual([
    0.4, 0.6000000000000001, 0.8, 0.9, 1,
  ]);
  expect([0.1, 0.5, 0.6, 1].map((x) => stepAt(curve, x))).toEqual([0.8, 0.8, 1, 1]);
});

test('the interval of a share is that of Wilson', () => {
  // statsmodels 0.14: proportion_confint(10, 100, method="wilson"); (0, 20)
  const [lower, upper] = shareInterval(0.1, 100);
  expect(lower).toBeCloseTo(0.0552292, 6);
  expect(upper).toBeCloseTo(0.1743657, 6);
  expect(shareInterval(0, 20)[0]).toBe(0);
  expect(shareInterval(0, 20)[1]).toBeCloseTo(0.1611252, 6);
});
