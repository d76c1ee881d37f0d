import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { CandidateCost } from '@churn/shared/schema/candidate-cost';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import * as aq from 'arquero';

const shownMeasures = [
  'rocAuc',
  'prAuc',
  'logLoss',
  'accuracy',
  'precision',
  'recall',
  'f1',
  'profitPerCustomer',
  'profitWithinBudget',
  'empc',
] as const;

export type LeaderboardRow = Readonly<Record<string, string | number | null>>;

/** One row a candidate, best first by the score it was selected by, with its test measures and what it costs to run. */
export function leaderboard(
  candidates: readonly Candidate[],
  costs: ReadonlyMap<ModelFamilyName, CandidateCost>,
): LeaderboardRow[] {
  // Without a budget nobody has a figure within it.
  const shown = shownMeasures.filter((name) =>
    candidates.some(({ measures }) => measures[name].value !== null),
  );
  const rows = candidates.map(({ family, selection, measures, bytes }) => ({
    family,
    selectionLogLoss: selection.logLoss,
    ...Object.fromEntries(shown.map((name) => [name, measures[name].value])),
    ...costs.get(family),
    bytes,
  }));
  return aq
    .from(rows)
    .derive({ rank: aq.op.row_number() })
    .select('rank', aq.not('rank'))
    .objects() as LeaderboardRow[];
}
