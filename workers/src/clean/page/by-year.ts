import * as aq from 'arquero';
import type { Bar } from './bar-chart.ts';

const mostMonths = 36;

/** Months (`2024-03`) as they are, or years where they are many; what is no month stays. */
export function byYear(months: readonly Bar[]): readonly Bar[] {
  if (months.length <= mostMonths) return months;
  const years = months.map(({ label, rows }) => ({
    label: /^\d{4}-/.test(label) ? label.slice(0, 4) : label,
    rows,
  }));
  return aq
    .from(years)
    .groupby('label')
    .rollup({ rows: aq.op.sum('rows') })
    .objects() as Bar[];
}
