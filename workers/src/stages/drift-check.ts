import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { compareDistributions, compareScores } from '@churn/shared/drift/compare-distributions';
import { mostDrifted, summarizeDrift } from '@churn/shared/drift/drift-table';
import { driftThresholds, judgeDrift } from '@churn/shared/drift/drift-verdict';
import { dayText } from '@churn/shared/platform/calendar-day';
import { findChampion, loadChampion, noChampion } from '../inputs/champion-input.ts';
import { findCleanedTables } from '../inputs/cleaned-tables.ts';
import { type ScoringOptions, withScoringTable } from '../score/scoring-table.ts';
import type { Stage } from '../stage/stage.ts';

export type DriftCheckOptions = ScoringOptions;

const listedDrifts = 5;

/** Compares the customers of today with those the champion was trained on, and says whether to retrain. */
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
    const { reference, document, model } = champion;
    const { lookbackDays } = document.training.labelling;
    return withScoringTable(
      context,
      inputs,
      { lookbackDays, leaveOutChurned: false },
      async ({ connection, path, asOfDay, warnings }) => {
        const { matrix } = await readFeatureTable(connection, path);
        const features = compareDistributions(reference.features, matrix);
        const scores = compareScores(reference.scores, model.predictProbability(matrix));
        const { verdict, reasons } = judgeDrift(matrix.rowCount, features, scores);
        const ranked = mostDrifted(features, features.length);
        const common = {
          verdict,
          reasons,
          rows: matrix.rowCount,
          asOf: dayText(asOfDay),
          model: champion.sha256,
        };
        const report = await context.store.addDocument(
          { folder: 'monitoring', role: 'drift-report' },
          {
            ...common,
            thresholds: driftThresholds,
            summary: summarizeDrift(features),
            scores,
            features: ranked,
          },
        );
        return {
          outputs: [report],
          metrics: {
            ...common,
            // Whoever trains again has to ask the same question, or the champion cannot be compared.
            labelling: document.training.labelling,
            scorePsi: scores.psi,
            topDrifts: ranked.slice(0, listedDrifts).map(({ name, psi, excess }) => ({ name, psi, excess })),
          },
          warnings,
        };
      },
    );
  },
};
