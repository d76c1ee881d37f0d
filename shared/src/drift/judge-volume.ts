import { type DriftJudgement, judgementOf } from './drift-judgement.ts';

/** Transactions of the last week of the data, and of a week as a rule. */
export interface LastWeek {
  readonly transactions: number;
  readonly usual: number;
}

/** Shares of what a week has as a rule. */
export const volumeThresholds = {
  /** Of fewer transactions a week chance moves the share too much. */
  fewestUsual: 50,
  /** Holidays and seasons take as much away. */
  thin: 0.5,
  /** Nothing but an export that is cut off, or a mistyped date, does that. */
  cutOff: 0.2,
} as const;

/** What to say of a last week that is thin; undefined where it is as any other. */
export function thinEnd({ transactions, usual }: LastWeek): string | undefined {
  if (usual < volumeThresholds.fewestUsual || transactions >= volumeThresholds.thin * usual) return undefined;
  return (
    `the last week of the data has ${transactions} transactions where a week has ${Math.round(usual)} as a rule: ` +
    'a mistyped date, or an export that is not complete, makes customers look silent'
  );
}

/** `stop` where the data end with next to nothing: scores and retrainings of them would take customers for gone. */
export function judgeVolume(week: LastWeek): DriftJudgement {
  const reason = thinEnd(week);
  const isCutOff = week.transactions < volumeThresholds.cutOff * week.usual;
  return judgementOf(reason !== undefined && isCutOff ? [{ verdict: 'stop', reason }] : []);
}
