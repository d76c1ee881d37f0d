import { readFeatureTableInBatches } from '@churn/shared/artifacts/read-feature-table';
import type { Model } from '@churn/shared/models/model';
import type { DuckDBConnection } from '@duckdb/node-api';

export const rowsPerBatch = 8_192;

/** A model's probability of each row of a feature table, and what came of it: 1, 0, or 255 where unknown. */
export interface PredictedTable {
  readonly probabilities: Float64Array;
  readonly labels: Uint8Array;
}

/** Batch by batch, so that features of all rows never are in memory at once. */
export async function predictTable(
  { connection, path }: { readonly connection: DuckDBConnection; readonly path: string },
  model: Model,
  signal: AbortSignal,
): Promise<PredictedTable> {
  const batches: PredictedTable[] = [];
  for await (const { matrix, labels } of readFeatureTableInBatches(connection, path, rowsPerBatch)) {
    signal.throwIfAborted();
    batches.push({ probabilities: model.predictProbability(matrix), labels });
  }
  const rows = batches.reduce((total, { labels }) => total + labels.length, 0);
  const all = { probabilities: new Float64Array(rows), labels: new Uint8Array(rows) };
  let row = 0;
  for (const { probabilities, labels } of batches) {
    all.probabilities.set(probabilities, row);
    all.labels.set(labels, row);
    row += labels.length;
  }
  return all;
}
