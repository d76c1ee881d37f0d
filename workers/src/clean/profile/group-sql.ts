/** Filled values that could not be read as what their column holds. */
export const unreadable = '(unreadable)';

/** Upper ends of groups of amounts, in currency units; refunds and zero have groups of their own. */
const amountSteps = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** Labels of the groups of amounts, in their order. */
export const amountLabels = [
  'below 0',
  '0',
  ...amountSteps.map((step, index) => `${amountSteps[index - 1] ?? 0} to ${step}`),
  `${amountSteps.at(-1)} and more`,
  unreadable,
];

/** SQL of the place among `amountLabels` of an amount in hundredths. */
export function amountGroupSql(minor: string): string {
  const steps = amountSteps.map((step, index) => `WHEN ${minor} < ${100 * step} THEN ${index + 2}`);
  return `CASE WHEN ${minor} < 0 THEN 0 WHEN ${minor} = 0 THEN 1 ${steps.join(' ')}
    WHEN ${minor} IS NOT NULL THEN ${amountSteps.length + 2} END`;
}

/** SQL of the label of an age by tens of years. */
export function ageGroupSql(age: string): string {
  return `CAST(10 * (${age} // 10) AS VARCHAR) || ' to ' || CAST(10 * (${age} // 10) + 9 AS VARCHAR)`;
}
