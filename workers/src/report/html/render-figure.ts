import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Chart, KeyEntry } from '../charts/chart.ts';
import type { Language } from '../language/language.ts';
import { renderTable } from './render-table.ts';

/** A chart with its key, what it says in words, and its numbers to unfold. */
export function renderFigure(chart: Chart, svg: string, { page }: Language): string {
  const { title, summary, key, numbers } = chart;
  const label = escapeHtml(`${title}. ${summary}`);
  return (
    `<figure><figcaption>${escapeHtml(title)}</figcaption>\n<div class="chart" role="img" aria-label="${label}">${svg}</div>\n` +
    (key.length === 0 ? '' : `<ul class="key">${key.map(renderKeyEntry).join('')}</ul>\n`) +
    `<p>${escapeHtml(summary)}</p>\n<details><summary>${escapeHtml(page.numbers(numbers.caption))}</summary>${renderTable(numbers)}</details></figure>`
  );
}

const shapes: Readonly<Record<KeyEntry['shape'], string>> = {
  line: '<path d="M0 6H22" stroke-width="2.5"/>',
  dashes: '<path d="M0 6H22" stroke-width="1.5" stroke-dasharray="4 3"/>',
  dot: '<circle cx="11" cy="6" r="4" stroke="none"/>',
  square: '<path d="M7 2H15V10H7Z" stroke="none"/>',
  diamond: '<path d="M11 0L17 6L11 12L5 6Z" stroke="none"/>',
};

function renderKeyEntry({ label, colour, shape }: KeyEntry): string {
  const style = `stroke="${colour}" fill="${shape === 'line' || shape === 'dashes' ? 'none' : colour}"`;
  return `<li><svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true" ${style}>${shapes[shape]}</svg> ${escapeHtml(label)}</li>`;
}
