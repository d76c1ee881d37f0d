import type { FileDialect } from '../dialect/dialect.ts';

/** How the texts of a file become values; files of one reading are read together. */
export type Reading = Pick<FileDialect, 'dates' | 'decimal' | 'currency'>;
