import { badInput } from '../platform/churn-error.ts';

/** Share of 1 among the labels, in (0, 1); labels of one class teach nothing and are refused. */
export function shareOfChurn(labels: Uint8Array): number {
  let churned = 0;
  for (const label of labels) churned += label;
  if (churned === 0 || churned === labels.length) {
    throw badInput(
      'one-class',
      `expected customers who churned and customers who stayed, got ${churned} of ${labels.length} who churned`,
    );
  }
  return churned / labels.length;
}
