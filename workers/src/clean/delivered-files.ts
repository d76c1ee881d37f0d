import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { DeliveryDialect } from '@churn/shared/dialect/dialect';
import { badInput } from '@churn/shared/platform/churn-error';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DeliveredFile } from './delivered-file.ts';
import type { DeliveredFiles } from './judge-delivery.ts';

/** The stored files of a delivery beside their dialects. */
export function deliveredFiles(
  store: ArtifactStore,
  inputs: readonly Artifact[],
  dialect: DeliveryDialect,
): DeliveredFiles {
  const filesOf = (table: DeliveredTable): DeliveredFile[] =>
    dialect[table].map((file, part) => {
      const stored = inputs.find(({ role, sha256 }) => role === table && sha256 === file.sha256);
      if (stored === undefined) {
        throw badInput('artifact-missing', `expected the bytes of ${file.file} among the inputs, found none`);
      }
      return { table, part, path: store.absolutePath(stored), dialect: file };
    });
  return { customers: filesOf('customers'), transactions: filesOf('transactions') };
}
