import { english } from '../../src/report/language/english.ts';
import { makeReport } from '../../src/report/make-report.ts';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts';
import { renderReport } from '../../src/report/render-report.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { exampleInputs } from './example-inputs.ts';
import { exampleBaseline } from './simulated-evaluation.ts';

const render = (inputs: ReportInputs) =>
  renderReport(makeReport(inputs, english), new AbortController().signal);

let page: string;

beforeAll(async () => {
  page = await render(exampleInputs());
});

const tagsOf = (html: string) => html.match(/<[^>]*>/g)!;
const namesOf = (html: string) => new Set(tagsOf(html).map((tag) => /^<[/!]?([A-Za-z0-9]*)/.exec(tag)![1]!));

test('the same inputs give the same page', async () => {
  expect(await render(exampleInputs())).toBe(page);
});

test('nothing is loaded from anywhere and nothing runs', () => {
  const names = [...namesOf(page)];
  expect(names.filter((name) => /^(script|link|img|iframe|object|embed|form|base)$/i.test(name))).toEqual([]);
  const addresses = [...page.matchAll(/https?:\/\/[^"\s<]+/g)].map(([address]) => address);
  expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink']));
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
});

test('headings leave out no level, and every entry of the contents leads to one', () => {
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.slice(1).entries())
    expect(level).toBeLessThanOrEqual(levels[index]! + 1);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
});

test('screen readers get a language, a sentence for every chart, and headers with a scope', () => {
  expect(page).toContain('<html lang="en">');
  const figures = page.split('<figure>').slice(1);
  expect(figures).toHaveLength(10);
  for (const figure of figures) expect(figure).toMatch(/role="img" aria-label="[^"]{60,}"/);
  // The parts of a drawing have no names of their own.
  expect(page).not.toContain('role="graphics-symbol"');
  for (const header of page.match(/<th[ >][^>]*/g)!) expect(header).toMatch(/scope="(col|row)"/);
  expect(page.match(/<table>/g)!.length).toBe(page.match(/<caption>/g)!.length);
});

/** Every text of the inputs that comes from data or documents, replaced by an attack. */
function hostile(attack: string): ReportInputs {
  const inputs = exampleInputs();
  const { evaluation, cleaning } = inputs;
  return {
    ...inputs,
    cleaning: {
      ...cleaning,
      customers: { ...cleaning.customers, file: attack },
      rules: cleaning.rules.map((rule) => ({ ...rule, id: attack, column: attack, reason: attack, rows: 1 })),
    },
    evaluation: {
      ...evaluation,
      version: attack,
      candidates: evaluation.candidates.map((candidate) => ({
        ...candidate,
        hyperparameters: { [attack]: attack },
      })),
      winner: {
        ...evaluation.winner,
        reason: attack,
        importance: [{ feature: attack, strength: 1 }],
        contributions: {
          rows: 1,
          features: evaluation.winner.contributions.features.map((feature) => ({
            ...feature,
            feature: attack,
            categories: feature.categories.map((category) => ({ ...category, name: attack })),
          })),
        },
        slices: evaluation.winner.slices.map((slice) => ({ ...slice, by: attack, name: attack })),
      },
      baselines: [exampleBaseline(attack, 0.99, null)],
      leakage: [{ check: attack, passed: false, finding: attack, facts: {} }],
      champion: {
        modelSha256: attack,
        comparedModelSha256: attack,
        incomparable: attack,
        isWinner: false,
        measures: null,
        rocAucDifference: null,
        logLossDifference: null,
      },
    },
    promotion: {
      outcome: 'refused',
      reasons: [attack],
      decision: {
        ...inputs.promotion!.decision!,
        decisions: [{ rule: attack, passed: false, expected: attack, actual: attack }],
      },
      refitted: { modelSha256: attack, rows: 1 },
    },
    artifacts: inputs.artifacts.map((artifact) => ({ ...artifact, role: attack })),
  };
}

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></svg><iframe src=//evil.example>',
  '&lt;script&gt;',
])('%s in any name is shown, not obeyed', async (attack) => {
  const html = await render(hostile(attack));
  expect([...namesOf(html)].filter((name) => !namesOf(page).has(name))).toEqual([]);
  for (const tag of tagsOf(html)) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son[a-z]+\s*=/i);
  expect(html.match(/<th /g)!.length).toBeGreaterThan(100);
  const escaped = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(html).toContain(
    `<th scope="row">${escaped.replaceAll('"', '&quot;').replaceAll("'", '&#39;')}</th>`,
  );
});

test('characters that hide or turn text are shown as such', async () => {
  const html = await render(hostile('a\u202egnp.exe\u0000\nb'));
  expect(html.includes('<th scope="row">a\ufffdgnp.exe\ufffd b</th>')).toBe(true);
  for (const unseen of ['\u202e', '\u0000']) expect(html.includes(unseen)).toBe(false);
});

test.each([
  '<b>x</b>',
  'a | b',
  '[x](http://evil.example)',
  '`code',
  '# x',
  '*x* _y_',
  '![x](y)',
  'https://evil.example',
])('%s in any name is text in Markdown, in one cell', (attack) => {
  const markdown = renderMarkdown(makeReport(hostile(attack), english));
  const usual = renderMarkdown(makeReport(hostile('plain'), english));
  const cells = (text: string) =>
    text
      .split('\n')
      .map((line) => (line.startsWith('    ') ? 0 : line.replace(/\\./g, '').split('|').length));
  expect(cells(markdown)).toEqual(cells(usual));
  const outsideCode = markdown
    .replace(/^ {4}.*$/gm, '')
    .replace(/\\./g, '')
    .replace(/`[^`\n]*`/g, '');
  expect(/[<`[]|https?:\/\//.test(outsideCode)).toBe(false);
});
