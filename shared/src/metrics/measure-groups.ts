import type { Campaign } from '../schema/campaign.ts';
import { averagePrecision } from './average-precision.ts';
import { brierScore } from './brier-score.ts';
import { calibrationError } from './calibration-error.ts';
import { calibrationLine } from './calibration-line.ts';
import { campaignProfit, profitAboveRandom } from './campaign-profit.ts';
import { classificationRates } from './classification-rates.ts';
import { confusionOfGroups } from './confusion.ts';
import { measureWithinBudget } from './contact-budget.ts';
import { capturedChurn, lift } from './lift.ts';
import { logLossOfGroups } from './log-loss.ts';
import type { LogisticLine } from './logistic-line.ts';
import { expectedMaximumProfit, maximumProfit } from './maximum-profit.ts';
import { rocAucOfGroups } from './roc-auc.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface DecisionSettings {
  /** Rows with a probability at or above it count as leaving, and are contacted. */
  readonly threshold: number;
  readonly campaign: Campaign;
  /** Share of the rows that the budget reaches; absent where the campaign has none. */
  readonly budgetShare?: number | null;
}

/** Share of rows contacted in `liftAt10` and `capturedAt10`. */
const contactedShare = 0.1;

/**
 * Every measure of an evaluation; null where the rows have no such value. `near`: the calibration line of other counts of the
 * same scores, from which that of these is sooner found.
 */
export function measureGroups(
  groups: ScoreGroups,
  { threshold, campaign, budgetShare = null }: DecisionSettings,
  near?: LogisticLine,
) {
  const confusion = confusionOfGroups(groups, threshold);
  const line = calibrationLine(groups, near);
  const expected = expectedMaximumProfit(groups, campaign);
  const within = budgetShare === null ? null : measureWithinBudget(groups, campaign, budgetShare);
  return {
    rocAuc: rocAucOfGroups(groups),
    prAuc: averagePrecision(groups),
    logLoss: logLossOfGroups(groups),
    brier: brierScore(groups),
    ...classificationRates(confusion),
    calibrationSlope: line?.slope ?? null,
    calibrationIntercept: line?.intercept ?? null,
    calibrationError: calibrationError(groups),
    liftAt10: lift(groups, contactedShare),
    capturedAt10: capturedChurn(groups, contactedShare),
    profitPerCustomer: campaignProfit(confusion, campaign),
    profitAboveRandom: profitAboveRandom(confusion, campaign),
    mpc: maximumProfit(groups, campaign).profit,
    empc: expected.profit,
    optimalFraction: expected.fraction,
    capturedWithinBudget: within?.captured ?? null,
    profitWithinBudget: within?.profit ?? null,
  } satisfies Record<string, number | null>;
}

export type MeasuredValues = ReturnType<typeof measureGroups>;
