import * as aq from 'arquero';
import type { ColumnDrift } from './compare-distributions.ts';

export interface DriftSummary {
  readonly features: number;
  readonly meanExcess: number;
  readonly highestExcess: number;
}

/** The columns that moved most, first; equal ones in the order of their names. */
export function mostDrifted(drifts: readonly ColumnDrift[], count: number): ColumnDrift[] {
  return aq
    .from([...drifts])
    .orderby(aq.desc('excess'), aq.desc('psi'), 'name')
    .slice(0, count)
    .objects() as ColumnDrift[];
}

/** The drift of all columns in three numbers. */
export function summarizeDrift(drifts: readonly ColumnDrift[]): DriftSummary {
  const summary = aq.from([...drifts]).rollup({
    features: aq.op.count(),
    meanExcess: aq.op.mean('excess'),
    highestExcess: aq.op.max('excess'),
  });
  return summary.object() as DriftSummary;
}
