import { open } from 'node:fs/promises';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { writeLatestPredictions } from '@churn/shared/artifacts/latest-predictions';
import { readFeatureTableInBatches } from '@churn/shared/artifacts/read-feature-table';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { riskReasons } from '@churn/shared/features/risk-reasons';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { RegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { findChampion, loadChampion, noChampion } from '../inputs/champion-input.ts';
import { findCleanedTables } from '../inputs/cleaned-tables.ts';
import { csvLine } from '../score/csv-line.ts';
import { describeContacts } from '../score/describe-contacts.ts';
import { markCustomers } from '../score/mark-customers.ts';
import { predictTable, rowsPerBatch } from '../score/predict-table.ts';
import { riskDeciles } from '../score/risk-deciles.ts';
import { type ScoringOptions, type ScoringTable, withScoringTable } from '../score/scoring-table.ts';
import { copyToOutFile, requireOutFile } from '../stage/out-file.ts';
import type { Stage, StageContext } from '../stage/stage.ts';

export interface ScoreOptions extends ScoringOptions {
  /** As in `Labelling`; `model`: as the champion was trained. */
  readonly lookback: number | null | 'model';
  /** Whether customers who have left are left out. */
  readonly leaveOutChurned: boolean;
  /** File for a copy of the predictions. */
  readonly out: string | null;
}

const header = ['customer_id', 'probability', 'decision', 'decile', 'reasons', 'model'];

/**
 * The champion's probability of churn for every eligible customer. Never answered from the cache, because it writes
 * `--out`, which lies outside the data directory.
 */
export const scoreStage: Stage<ScoreOptions> = {
  name: 'score',
  cacheable: false,
  findInputs: async (context) => [
    ...(await findCleanedTables(context)),
    ...(await findChampion(context.layout)),
  ],
  afterRecord,
  execute: async (context, inputs) => {
    const { layout, store, options, signal } = context;
    const champion = await loadChampion(layout, inputs);
    if (champion === undefined) return noChampion;
    const out = options.out === null ? null : await requireOutFile('--out', options.out);
    const { labelling } = champion.document.training;
    const lookbackDays = options.lookback === 'model' ? labelling.lookbackDays : options.lookback;
    const scored = { lookbackDays, labelling, leaveOutChurned: options.leaveOutChurned };
    return withScoringTable(context, inputs, scored, async (table) => {
      const { probabilities } = await predictTable(table, champion.model, signal);
      const marks = markCustomers(probabilities, champion.document);
      const contacts = describeContacts(probabilities, marks, champion.document);
      const predictions = await store.add(
        { folder: 'predictions', role: 'predictions', extension: 'csv' },
        async (path) => {
          await writePredictions(path, table, champion, { probabilities, marks }, signal);
          return { rows: probabilities.length };
        },
      );
      if (out !== null) await copyToOutFile(store.absolutePath(predictions), out);
      const total = probabilities.reduce((sum, probability) => sum + probability, 0);
      return {
        outputs: [predictions],
        metrics: {
          rows: probabilities.length,
          leftOut: table.leftOut,
          meanProbability: probabilities.length === 0 ? null : total / probabilities.length,
          ...contacts.metrics,
          asOf: dayText(table.asOfDay),
          lookbackDays: table.lookbackDays,
          model: champion.sha256,
          family: champion.document.family,
        },
        warnings: [
          ...table.warnings,
          ...(probabilities.length === 0 ? [whyNobody(table)] : contacts.warnings),
        ],
      };
    });
  },
};

function whyNobody({ leftOut }: ScoringTable): string {
  const why =
    leftOut === 0
      ? 'No customer is eligible'
      : `Each of the ${leftOut} eligible customers was left out as one who has left`;
  return `${why}: the predictions have no rows.`;
}

/** Tells whoever looks customers up, the API, that these predictions are the last ones. */
async function afterRecord({ layout, run }: StageContext<ScoreOptions>, result: StageResult): Promise<void> {
  if (result.status !== 'done') return;
  const { asOf, model, family } = result.metrics;
  await writeLatestPredictions(layout, {
    format: 'churn-latest-predictions',
    formatVersion: 1,
    run,
    asOf: asOf as string,
    modelSha256: model as string,
    family: family as ModelFamilyName,
    featureListHash,
    predictions: outputOf(result, 'predictions'),
  });
}

/** Reads the features a second time, batch by batch, so that no reason of any row has to wait in memory for its decile. */
async function writePredictions(
  outputPath: string,
  { connection, path }: ScoringTable,
  { model, sha256 }: RegisteredModel,
  { probabilities, marks }: { readonly probabilities: Float64Array; readonly marks: Uint8Array },
  signal: AbortSignal,
): Promise<void> {
  const deciles = riskDeciles(probabilities);
  const file = await open(outputPath, 'w');
  try {
    await file.write(csvLine(header));
    let first = 0;
    for await (const { matrix, customerIds } of readFeatureTableInBatches(connection, path, rowsPerBatch)) {
      signal.throwIfAborted();
      const { values } = model.explain(matrix);
      const lines = customerIds.map((customerId, row) => {
        const probability = probabilities[first + row]!;
        const decision = marks[first + row] === 1 ? 'churn' : 'stay';
        const reasons = riskReasons(matrix, values, row).map(({ description }) => description);
        return csvLine([
          customerId,
          probability,
          decision,
          deciles[first + row]!,
          reasons.join('; '),
          sha256,
        ]);
      });
      await file.write(lines.join(''));
      first += customerIds.length;
    }
  } finally {
    await file.close();
  }
}
