import {
  chooseAsOfDay,
  earlierAsOfDays,
  type TransactionDays,
} from '@churn/shared/features/choose-as-of-days';
import { planForwardSplit, type SplitPlan } from '@churn/shared/features/plan-split';
import { badInput } from '@churn/shared/platform/churn-error';
import type { Labelling } from '@churn/shared/schema/labelling';

export interface SnapshotOptions {
  /** Days since 1970-01-01; null: derived from the data. */
  readonly asOfDay: number | null;
  readonly snapshots: number | 'auto';
  readonly everyDays: number;
  readonly split: 'auto' | 'forward' | 'hash';
}

const mostAutomaticSnapshots = 4;
const fewestEligible = 500;

/**
 * Chooses as-of dates and the split. By itself it takes up to four snapshots a horizon apart, where each has 500
 * eligible customers and a horizon of history before it (windows cut short describe other customers), and a split
 * forward in time comes out; otherwise one snapshot split by hash.
 */
export async function planSnapshots(
  options: SnapshotOptions,
  labelling: Labelling,
  days: TransactionDays,
  countEligible: (asOfDays: readonly number[]) => Promise<readonly number[]>,
): Promise<SplitPlan> {
  const latest = chooseAsOfDay(labelling, days, options.asOfDay);
  const asOfDays =
    options.snapshots === 'auto'
      ? await automaticAsOfDays(latest, options, labelling, days, countEligible)
      : earlierAsOfDays(latest, options.snapshots, options.everyDays, days);
  if (options.split === 'hash') return { kind: 'hash', asOfDays };
  const forward =
    labelling.mode === 'inactivity' ? planForwardSplit(asOfDays, labelling.horizonDays) : undefined;
  if (forward !== undefined) return forward;
  if (options.split === 'auto') return { kind: 'hash', asOfDays };
  throw badInput(
    'no-forward-split',
    labelling.mode === 'flag'
      ? 'expected inactivity labels for a split forward in time, got flags, which have no date'
      : `expected as-of dates for a split forward in time, three of them at least ${labelling.horizonDays} days apart, ` +
          `got ${asOfDays.length} over ${latest - asOfDays.at(-1)!} days: take more --snapshots or --split hash`,
  );
}

async function automaticAsOfDays(
  latest: number,
  options: SnapshotOptions,
  { mode, horizonDays }: Labelling,
  { firstDay }: TransactionDays,
  countEligible: (asOfDays: readonly number[]) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  if (mode === 'flag' || options.split === 'hash') return [latest];
  const candidates = Array.from(
    { length: mostAutomaticSnapshots },
    (_, k) => latest - k * horizonDays,
  ).filter((day) => day - horizonDays >= firstDay);
  if (planForwardSplit(candidates, horizonDays) === undefined) return [latest];
  const eligible = await countEligible(candidates);
  const tooThin = eligible.findIndex((count) => count < fewestEligible);
  const usable = tooThin === -1 ? candidates : candidates.slice(0, tooThin);
  return planForwardSplit(usable, horizonDays) === undefined ? [latest] : usable;
}
