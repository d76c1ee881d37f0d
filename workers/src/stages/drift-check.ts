import { joinJudgements } from '@churn/shared/drift/drift-judgement';
import { mostDrifted, summarizeDrift } from '@churn/shared/drift/drift-table';
import { driftThresholds } from '@churn/shared/drift/drift-verdict';
import { volumeThresholds } from '@churn/shared/drift/judge-volume';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { RegisteredModel } from '@churn/shared/registry/load-registered-model';
import { arrivingDrift } from '../drift-check/arriving-drift.ts';
import { describeRealised } from '../drift-check/describe-realised.ts';
import { realisedPerformance } from '../drift-check/realised-performance.ts';
import { findChampion, loadChampion, noChampion } from '../inputs/champion-input.ts';
import { findCleanedTables } from '../inputs/cleaned-tables.ts';
import { type ScoringOptions, type ScoringTable, withScoringTable } from '../score/scoring-table.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export type DriftCheckOptions = ScoringOptions;

const listedDrifts = 5;

/**
 * Compares the customers of today with those the champion was trained on, and what it would have said of earlier ones with
 * what came of them; says whether to retrain.
 */
export const driftCheckStage: Stage<DriftCheckOptions> = {
  name: 'drift-check',
  cacheable: true,
  findInputs: async (context) => [
    ...(await findCleanedTables(context)),
    ...(await findChampion(context.layout)),
  ],
  execute: async (context, inputs) => {
    const champion = await loadChampion(context.layout, inputs);
    if (champion === undefined) return noChampion;
    const { labelling } = champion.document.training;
    const { lookbackDays } = labelling;
    return withScoringTable(context, inputs, { lookbackDays, labelling, leaveOutChurned: false }, (table) =>
      check(context, table, champion),
    );
  },
};

async function check(
  context: StageContext<DriftCheckOptions>,
  table: ScoringTable,
  champion: RegisteredModel,
): Promise<StageOutcome> {
  const { rows, features, scores, judgement } = await arrivingDrift(table, champion);
  context.signal.throwIfAborted();
  const realised = await realisedPerformance(context, table, champion);
  const { verdict, reasons } =
    'whyNot' in realised ? judgement : joinJudgements(judgement, realised.judgement);
  const common = { verdict, reasons, rows, asOf: dayText(table.asOfDay), model: champion.sha256 };
  const ranked = mostDrifted(features, features.length);
  const report = await context.store.addDocument(
    { folder: 'monitoring', role: 'drift-report' },
    {
      ...common,
      thresholds: { ...driftThresholds, ...volumeThresholds },
      lastWeek: table.week,
      summary: summarizeDrift(features),
      scores,
      realised,
      features: ranked,
    },
  );
  return {
    outputs: [report],
    metrics: {
      ...common,
      // Whoever trains again has to ask the same question, or the champion cannot be compared.
      labelling: champion.document.training.labelling,
      scorePsi: scores.psi,
      ...describeRealised(realised),
      topDrifts: ranked.slice(0, listedDrifts).map(({ name, psi, excess }) => ({ name, psi, excess })),
    },
    warnings: table.warnings,
  };
}
