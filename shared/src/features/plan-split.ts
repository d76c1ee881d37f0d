/** Which rows train, validate and test. Days are days since 1970-01-01. */
export type SplitPlan =
  | { readonly kind: 'hash'; readonly asOfDays: readonly number[] }
  | {
      readonly kind: 'forward';
      readonly train: readonly number[];
      readonly validation: number;
      readonly test: number;
      /** As-of dates whose outcomes overlap with a later split's: in no split. */
      readonly inGap: readonly number[];
    };

/**
 * A split forward in time with a gap of one horizon: the outcomes of training rows are complete before validation starts,
 * those of validation rows before the test. Undefined where the dates do not allow it.
 */
export function planForwardSplit(asOfDays: readonly number[], horizonDays: number): SplitPlan | undefined {
  const ascending = [...asOfDays].sort((a, b) => a - b);
  const test = ascending.at(-1);
  if (test === undefined) return undefined;
  const validation = ascending.findLast((day) => day <= test - horizonDays);
  if (validation === undefined) return undefined;
  const train = ascending.filter((day) => day <= validation - horizonDays);
  if (train.length === 0) return undefined;
  const inGap = ascending.filter((day) => day !== test && day !== validation && !train.includes(day));
  return { kind: 'forward', train, validation, test, inGap };
}

/** As-of dates that have rows in the table. */
export function asOfDaysOf(plan: SplitPlan): readonly number[] {
  return plan.kind === 'hash' ? plan.asOfDays : [...plan.train, plan.validation, plan.test];
}
