import { badInput } from '../platform/churn-error.ts';

export interface SplitCounts {
  readonly rows: number;
  readonly churned: number;
}

const fewestRows = 100;
const fewestOfAClass = 20;

/** Refuses (exit 2) labelled rows from which nothing can be learned or measured, and says all that is wrong with them. */
export function checkSplitCounts(
  splits: Readonly<Record<'train' | 'validation' | 'test', SplitCounts>>,
): void {
  const all = Object.values(splits);
  const rows = all.reduce((total, split) => total + split.rows, 0);
  const churned = all.reduce((total, split) => total + split.churned, 0);
  if (rows < fewestRows) {
    throw badInput(
      'too-few-rows',
      `expected at least ${fewestRows} eligible customers with a label, got ${rows}`,
    );
  }
  if (churned === 0 || churned === rows) {
    const only = churned === 0 ? 'none has churned' : 'all have churned';
    throw badInput(
      'one-class',
      `expected customers who churned and customers who stayed, but of ${rows} ${only}`,
    );
  }
  const thin = Object.entries(splits).flatMap(([name, split]) => {
    const stayed = split.rows - split.churned;
    return Math.min(split.churned, stayed) < fewestOfAClass
      ? [`${name}: ${split.churned} churned, ${stayed} stayed`]
      : [];
  });
  if (thin.length === 0) return;
  throw badInput(
    'too-few-of-a-class',
    `expected at least ${fewestOfAClass} customers of each outcome in every split, got ${thin.join('; ')}`,
    thin,
  );
}
