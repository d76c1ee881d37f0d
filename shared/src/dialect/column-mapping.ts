import { z } from 'zod';
import { columnDeclarations } from './column-declarations.ts';

/** The name a column has in the export, or null where no column of the export is to be taken for it. */
const nameSchema = z.string().min(1).nullable();

const tableSchema = (table: keyof typeof columnDeclarations) =>
  z.strictObject(
    Object.fromEntries(columnDeclarations[table].map(({ name }) => [name, nameSchema.optional()])),
  );

/** A user's mapping file: for each table, names of our columns and the names they have in the export. */
export const columnMappingSchema = z.strictObject({
  customers: tableSchema('customers').optional(),
  transactions: tableSchema('transactions').optional(),
});

export type ColumnMapping = Readonly<z.infer<typeof columnMappingSchema>>;
/** The part of a mapping that is about one table. */
export type TableMapping = Readonly<Record<string, string | null | undefined>>;
