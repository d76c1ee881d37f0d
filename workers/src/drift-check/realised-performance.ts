import { join } from 'node:path';
import type { DriftJudgement } from '@churn/shared/drift/drift-judgement';
import {
  judgeRealised,
  type PromisedMeasures,
  realisedThresholds,
  whyTooFew,
} from '@churn/shared/drift/judge-realised';
import type { RealisedMeasures } from '@churn/shared/drift/measure-realised';
import { measureRealisedInThread } from '@churn/shared/drift/measure-realised-in-thread';
import { realisedDay } from '@churn/shared/drift/realised-day';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { RegisteredModel } from '@churn/shared/registry/load-registered-model';
import { writeFeatureTable } from '../featurize/write-feature-table.ts';
import { predictTable } from '../score/predict-table.ts';
import type { ScoringTable } from '../score/scoring-table.ts';
import type { StageContext } from '../stage/stage.ts';

/** What came of a champion's predictions for the customers of an earlier day, beside what its evaluation promised. */
export interface RealisedPerformance extends RealisedMeasures {
  readonly asOf: string;
  readonly promised: PromisedMeasures;
  readonly thresholds: typeof realisedThresholds;
  readonly judgement: DriftJudgement;
}

export type RealisedOutcome = RealisedPerformance | { readonly whyNot: string };

/** As many as an evaluation draws where it is told nothing else. */
const samples = 500;

/** Looks back in a delivery: its customers of the latest day whose outcomes it has, as the champion would have scored them then. */
export async function realisedPerformance(
  { seed, threads, signal }: StageContext<unknown>,
  { connection, tables, folder, days, asOfDay }: ScoringTable,
  { model, document, metrics }: RegisteredModel,
): Promise<RealisedOutcome> {
  const { labelling } = document.training;
  const day = realisedDay(document.training, asOfDay, days);
  if ('whyNot' in day) return day;
  const path = join(folder, 'realised.parquet');
  const rows = { labelling, asOfDay: day.asOfDay };
  await writeFeatureTable(connection, path, tables, { rows }, threads);
  const { probabilities, labels } = await predictTable({ connection, path }, model, signal);
  const churned = labels.reduce((sum, label) => sum + label, 0);
  const whyNot = whyTooFew(labels.length, churned);
  if (whyNot !== null) return { whyNot };
  const task = { labels, probabilities, settings: { seed, samples } };
  const measured = await measureRealisedInThread(task, signal);
  const { rocAuc, logLoss } = metrics.measures;
  const promised = { ...metrics.test, rocAuc, logLoss };
  const judgement = judgeRealised(measured, promised);
  return { asOf: dayText(day.asOfDay), ...measured, promised, thresholds: realisedThresholds, judgement };
}
