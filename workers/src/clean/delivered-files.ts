import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { DeliveryDialect, FileDialect } from '@churn/shared/dialect/dialect';
import { badInput } from '@churn/shared/platform/churn-error';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DeliveredFile } from './delivered-file.ts';
import type { DeliveredFiles } from './judge-delivery.ts';

/** The stored files of a delivery beside their dialects; where `knownOn` is given, without those that came after this day. */
export function deliveredFiles(
  store: ArtifactStore,
  inputs: readonly Artifact[],
  dialect: DeliveryDialect,
  knownOn: string | null,
): DeliveredFiles {
  const isKnown = ({ arrivedOn }: FileDialect) =>
    knownOn === null || arrivedOn === null || arrivedOn <= knownOn;
  const filesOf = (table: DeliveredTable): DeliveredFile[] => {
    const known = dialect[table].filter(isKnown);
    if (known.length === 0) {
      throw badInput(
        'nothing-known',
        `expected files of ${table} that came until ${knownOn}, all came later`,
      );
    }
    return known.map((file, part) => {
      const stored = inputs.find(({ role, sha256 }) => role === table && sha256 === file.sha256);
      if (stored === undefined) {
        throw badInput('artifact-missing', `expected the bytes of ${file.file} among the inputs, found none`);
      }
      return { table, part, path: store.absolutePath(stored), dialect: file };
    });
  };
  return { customers: filesOf('customers'), transactions: filesOf('transactions') };
}
