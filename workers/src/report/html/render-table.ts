import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Table } from '../table.ts';
import { renderInline } from './render-inline.ts';

/** A table that scrolls in a container of its own, which the keyboard reaches, too. */
export function renderTable({ caption, columns, rows }: Table): string {
  const classOf = (index: number) => (columns[index]?.numeric === true ? ' class="number"' : '');
  const head = columns.map(
    ({ title }, index) => `<th scope="col"${classOf(index)}>${escapeHtml(title)}</th>`,
  );
  const body = rows.map((cells) => {
    const [first, ...others] = cells;
    const values = others.map((cell, index) => `<td${classOf(index + 1)}>${renderInline(cell)}</td>`);
    return `<tr><th scope="row"${classOf(0)}>${renderInline(first ?? '')}</th>${values.join('')}</tr>`;
  });
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>` +
    `<caption><span>${escapeHtml(caption)}</span></caption><thead><tr>${head.join('')}</tr></thead>\n` +
    `<tbody>${body.join('\n')}</tbody></table></div>`
  );
}
