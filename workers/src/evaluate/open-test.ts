import { type FeatureTable, latestRows, testRows } from '@churn/shared/artifacts/feature-table';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import { shareWithinBudget } from '@churn/shared/metrics/contact-budget';
import type { BootstrapSettings } from '@churn/shared/metrics/resample-rows';
import type { Campaign } from '@churn/shared/schema/campaign';
import type { Measuring } from './measure-candidate.ts';

/** The test rows, and how everything is measured on them. */
export interface OpenedTest {
  readonly test: LabelledMatrix;
  readonly measuring: Measuring;
}

export function openTest(
  table: FeatureTable,
  campaign: Campaign,
  resampling: Pick<BootstrapSettings, 'seed' | 'samples'>,
): OpenedTest {
  const rows = testRows(table);
  return {
    test: selectRows(table, rows),
    measuring: {
      ...resampling,
      campaign,
      // The budget is for all customers of a date, of whom the test may hold a part.
      budgetShare: shareWithinBudget(campaign, latestRows(table).length),
      customerIds: Array.from(rows, (row) => table.customerIds[row]!),
    },
  };
}
