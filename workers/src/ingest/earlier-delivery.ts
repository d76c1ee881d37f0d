import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { parseDocument } from '@churn/shared/artifacts/parse-document';
import { type DeliveryDialect, deliveryDialectSchema } from '@churn/shared/dialect/dialect';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** What an earlier run has taken. */
export interface EarlierDelivery {
  readonly artifacts: readonly Artifact[];
  readonly dialect: Pick<DeliveryDialect, DeliveredTable>;
  /** Number of the delivery that comes next. */
  readonly nextDelivery: number;
}

export const nothingEarlier: EarlierDelivery = {
  artifacts: [],
  dialect: { customers: [], transactions: [] },
  nextDelivery: 0,
};

export async function findEarlierDelivery(
  layout: ArtifactLayout,
  store: ArtifactStore,
  run: string,
): Promise<EarlierDelivery> {
  const taken = await findStageResult(layout, run, 'ingest');
  const document = outputOf(taken, 'dialect');
  const dialect = parseDocument(
    deliveryDialectSchema,
    'dialect',
    await store.readText(document),
    document.path,
  );
  const deliveries = [...dialect.customers, ...dialect.transactions].map(({ delivery }) => delivery);
  return { artifacts: taken.outputs, dialect, nextDelivery: 1 + Math.max(...deliveries) };
}

/** The stored files of one table, in the order of its dialects. */
export function storedFiles(artifacts: readonly Artifact[], table: DeliveredTable): Artifact[] {
  return artifacts.filter(({ role }) => role === table);
}
