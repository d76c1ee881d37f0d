import type { DeliveredTable } from '../schema/delivered-table.ts';

export interface CleanedColumn {
  readonly name: string;
  /** As Parquet and DuckDB name it. */
  readonly type: string;
  readonly meaning: string;
}

/** The columns of the tables that cleaning writes, in the order in which they stand in the files. */
export const cleanedColumns: Readonly<Record<DeliveredTable, readonly CleanedColumn[]>> = {
  customers: [
    { name: 'customer_id', type: 'VARCHAR', meaning: 'unique; rows are sorted by it' },
    { name: 'age', type: 'INTEGER', meaning: 'whole years, 0 to 120' },
    { name: 'gender', type: 'VARCHAR', meaning: '`female`, `male` or `other`' },
    { name: 'signup_date', type: 'DATE', meaning: 'first day as a customer' },
    {
      name: 'region',
      type: 'VARCHAR',
      meaning: 'lower case, without accents; the five regions of Brazil in English',
    },
    { name: 'churn', type: 'TINYINT', meaning: '1: left, 0: stayed' },
  ],
  transactions: [
    {
      name: 'customer_id',
      type: 'VARCHAR',
      meaning: 'a row of the customers; rows are sorted by it, then by day',
    },
    { name: 'transaction_date', type: 'DATE', meaning: 'the day written in the export, in no time zone' },
    {
      name: 'amount_minor',
      type: 'BIGINT',
      meaning: 'hundredths of the currency unit, negative for a refund',
    },
    {
      name: 'service',
      type: 'VARCHAR',
      meaning: 'lower case, without accents; services of a telecom in English',
    },
    {
      name: 'is_outlier',
      type: 'BOOLEAN',
      meaning:
        'the amount is far beyond the others: more than Q3·(Q3/Q1)³ in size, with Q1 and Q3 the quartiles of sizes',
    },
    {
      name: 'arrived_on',
      type: 'DATE',
      meaning: 'day on which the file came (`churn ingest --arrived`), empty where that was not told',
    },
  ],
};
