import type { FileDialect } from '@churn/shared/dialect/dialect';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';

/** A delivered file in the store and how it is read. */
export interface DeliveredFile {
  readonly table: DeliveredTable;
  /** Its place among the files of its table. */
  readonly part: number;
  readonly path: string;
  readonly dialect: FileDialect;
}
