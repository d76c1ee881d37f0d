import type { Chart } from '../charts/chart.ts';
import type { Block, ReportDocument } from '../report-document.ts';
import type { Inline, RichText, Table } from '../table.ts';
import { escapeMarkdown, markdownCode } from './escape-markdown.ts';

/** The report as Markdown: charts as what they say in words and numbers. */
export function renderMarkdown({ title, subtitle, sections }: ReportDocument): string {
  const parts = sections.flatMap((section) => [
    `## ${escapeMarkdown(section.title)}`,
    ...section.blocks.map(renderBlock),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(subtitle), ...parts].join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return renderInline(block.text);
    case 'subheading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${renderInline(item)}`)
        .join('\n');
    case 'table':
      return renderTable(block);
    case 'tables':
      return block.tables.map(renderTable).join('\n\n');
    case 'unfolded':
      return renderTable(block.table);
    case 'commands':
      // Indented, so that no content can end it.
      return block.lines.map((line) => `    ${line}`).join('\n');
    case 'charts':
      return block.charts.map(renderChart).join('\n\n');
    case 'verdict':
      return `> **${escapeMarkdown(block.label)}.** ${renderInline(block.text)}`;
  }
}

function renderChart({ title, summary, numbers }: Chart): string {
  return `**${escapeMarkdown(title)}.** ${escapeMarkdown(summary)}\n\n${renderTable(numbers)}`;
}

function renderTable({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `*${escapeMarkdown(caption)}*`,
    '',
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(({ numeric }) => (numeric === true ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map(renderInline))),
  ].join('\n');
}

function renderInline(text: RichText): string {
  return typeof text === 'string' ? escapeMarkdown(text) : text.map(renderPiece).join('');
}

function renderPiece(piece: Inline): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('strong' in piece) return `**${escapeMarkdown(piece.strong)}**`;
  if ('english' in piece) return escapeMarkdown(piece.english);
  return markdownCode(piece.code);
}
