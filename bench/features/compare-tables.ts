import { tmpdir } from 'node:os';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { sameFeatures } from './same-features.ts';

/** Peers sum doubles, whose last digits depend on the order; a standard deviation of nearly equal amounts shows it. */
const tolerance = 1e-6;

/** Throws where another side's table has other customers or other values than ours. */
export async function requireSameTable(ours: string, theirs: string, side: string): Promise<void> {
  const differences = ['a.customer_id IS NULL OR b.customer_id IS NULL', ...sameFeatures.map(differs)];
  const sql = `SELECT ${differences.map((condition) => `CAST(COUNT(CASE WHEN ${condition} THEN 1 END) AS INTEGER)`).join(', ')}
    FROM read_parquet(${sqlText(ours)}) AS a FULL JOIN read_parquet(${sqlText(theirs)}) AS b USING (customer_id)`;
  const counts = await withDuckDb({ threads: 2, temporaryDirectory: tmpdir() }, async (connection) => {
    return (await connection.runAndReadAll(sql)).getRows()[0] as number[];
  });
  const names = ['customer_id', ...sameFeatures];
  const wrong = counts.flatMap((count, k) => (count === 0 ? [] : [`${names[k]} (${count} rows)`]));
  if (wrong.length === 0) return;
  throw new Error(`expected the features of ${side} to be ours, they differ in ${wrong.join(', ')}`);
}

function differs(name: string): string {
  const both = 'a.customer_id IS NOT NULL AND b.customer_id IS NOT NULL';
  if (name === 'gender' || name === 'region') return `${both} AND a.${name} IS DISTINCT FROM b.${name}`;
  const [a, b] = [
    `CAST(a.${name} AS DOUBLE)`,
    `CASE WHEN NOT isnan(CAST(b.${name} AS DOUBLE)) THEN CAST(b.${name} AS DOUBLE) END`,
  ];
  return `${both} AND ((${a} IS NULL) <> (${b} IS NULL) OR ABS(${a} - ${b}) > ${tolerance} * GREATEST(1, ABS(${a})))`;
}
