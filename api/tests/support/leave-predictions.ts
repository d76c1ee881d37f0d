import { appendFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { writeLatestPredictions } from '@churn/shared/artifacts/latest-predictions';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import type { Artifact } from '@churn/shared/schema/stage-result';

export const scoringModel = 'd'.repeat(64);

const header = 'customer_id,probability,decision,decile,reasons,model\r\n';

/** A record as `churn score` writes it. */
export function record(customerId: string, probability: number, reasons = 'silence (9 days)'): string {
  const [id, told] = [customerId, reasons].map((text) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
  );
  const decision = probability >= 0.25 ? 'churn' : 'stay';
  return `${id},${probability},${decision},${probability > 0.5 ? 1 : 10},${told},${scoringModel}\r\n`;
}

/** Leaves predictions as `churn score` has; the records are in the order of the ids' bytes. */
export async function leavePredictions(
  dataDirectory: string,
  records: readonly string[],
  { asOf = '2024-06-01', run = 'r1' } = {},
): Promise<Artifact> {
  const layout = new ArtifactLayout(dataDirectory);
  const predictions = await new ArtifactStore(layout).add(
    { folder: 'predictions', role: 'predictions', extension: 'csv' },
    async (path) => {
      await appendFile(path, header);
      for (let row = 0; row < records.length; row += 10_000) {
        await appendFile(path, records.slice(row, row + 10_000).join(''));
      }
      return { rows: records.length };
    },
  );
  await writeLatestPredictions(layout, {
    format: 'churn-latest-predictions',
    formatVersion: 1,
    run,
    asOf,
    modelSha256: scoringModel,
    family: 'blend',
    featureListHash,
    predictions,
  });
  return predictions;
}
