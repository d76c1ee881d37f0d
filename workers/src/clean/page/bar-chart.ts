import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Language } from '../../report/language/language.ts';

export interface Bar {
  readonly label: string;
  readonly rows: number;
}

const labelWidth = 150;
const barWidth = 190;
const valueWidth = 130;
const lineHeight = 18;
const labelLetters = 22;
const width = labelWidth + barWidth + valueWidth;

/** Bars as a small drawing: a label, a bar as long as its share of the longest, and the rows with their share of all. */
export function barChart(
  title: string,
  bars: readonly Bar[],
  total: number,
  colour: string,
  { cleaning, formats }: Language,
): string {
  const { count, percent } = formats;
  const longest = Math.max(1, ...bars.map(({ rows }) => rows));
  const lines = bars.map(({ label, rows }, index) => {
    const top = index * lineHeight;
    const length = Math.max(rows > 0 ? 1 : 0, Math.round((barWidth * rows) / longest));
    const shown = label.length > labelLetters ? `${label.slice(0, labelLetters - 1)}…` : label;
    const share = total === 0 ? '' : ` (${percent(rows / total)})`;
    return (
      `<text x="${labelWidth - 6}" y="${top + 13}" text-anchor="end">${escapeHtml(shown)}</text>` +
      `<rect x="${labelWidth}" y="${top + 3}" width="${length}" height="${lineHeight - 6}" fill="${colour}"/>` +
      `<text x="${labelWidth + length + 6}" y="${top + 13}">${escapeHtml(`${count(rows)}${share}`)}</text>`
    );
  });
  const height = Math.max(lineHeight, bars.length * lineHeight);
  const empty =
    bars.length === 0 ? `<text x="${labelWidth}" y="13">${escapeHtml(cleaning.profile.noRows)}</text>` : '';
  const summary = bars.map(({ label, rows }) => `${label}: ${count(rows)}`).join(', ');
  return (
    `<figure><figcaption>${escapeHtml(title)}</figcaption>` +
    `<div class="chart" role="img" aria-label="${escapeHtml(`${title}. ${summary}`)}">` +
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-size="11" fill="currentColor">` +
    `${lines.join('')}${empty}</svg></div></figure>`
  );
}
