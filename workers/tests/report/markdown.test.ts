import { english } from '../../src/report/language/english.ts';
import { makeReport } from '../../src/report/make-report.ts';
import { escapeMarkdown, markdownCode } from '../../src/report/markdown/escape-markdown.ts';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts';
import { exampleInputs } from './example-inputs.ts';

test('numbers stay readable, list markers at the start of a text are none', () => {
  expect(escapeMarkdown('0.816 to 0.84, 1200 rows')).toBe('0.816 to 0.84, 1200 rows');
  expect(escapeMarkdown('1. x')).toBe('1\\. x');
  expect(escapeMarkdown('- x')).toBe('\\- x');
  expect(escapeMarkdown('a_b *c* <d>')).toBe('a\\_b \\*c\\* \\<d\\>');
});

test('what would end code is text', () => {
  expect(markdownCode('a_b')).toBe('`a_b`');
  expect(markdownCode('a`b')).toBe('a\\`b');
  expect(markdownCode('a\\|b')).toBe('a\\\\\\|b');
});

test('the Markdown says everything the page says: sections, tables, charts as sentence and numbers', () => {
  const report = makeReport(exampleInputs(), english);
  const markdown = renderMarkdown(report);
  for (const { title, blocks } of report.sections) {
    expect(markdown).toContain(`\n## ${escapeMarkdown(title)}\n`);
    for (const block of blocks) {
      if (block.kind === 'table') expect(markdown).toContain(`*${escapeMarkdown(block.caption)}*`);
      if (block.kind !== 'charts') continue;
      for (const { summary } of block.charts) expect(markdown).toContain(escapeMarkdown(summary));
    }
  }
});
