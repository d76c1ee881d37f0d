import { join } from 'node:path';
import { churn } from '../measure/churn-process.ts';

const run = 'ceiling';

export interface TrainedTelecom {
  readonly dataDirectory: string;
  readonly run: string;
  /** `customer_id,churn_probability`: what no stage has read. */
  readonly truthPath: string;
}

/** Generates a telecom and takes its two exports through every stage up to the promotion, each in a process of its own. */
export async function trainOnTelecom(
  workDirectory: string,
  customers: number,
  families: readonly string[],
): Promise<TrainedTelecom> {
  const [dataDirectory, exports] = [join(workDirectory, 'data'), join(workDirectory, 'exports')];
  await churn(dataDirectory, 'generate', '--customers', String(customers), '--out', exports);
  const stage = (name: string, ...argv: string[]) => churn(dataDirectory, name, '--run', run, ...argv);
  const delivered = ['customers', 'transactions'].flatMap((table) => [
    `--${table}`,
    join(exports, `${table}.csv`),
  ]);
  await stage('ingest', ...delivered);
  await stage('clean');
  await stage('featurize');
  for (const family of families) await stage('train', '--family', family);
  await stage('evaluate');
  await stage('promote');
  return { dataDirectory, run, truthPath: join(exports, 'truth.csv') };
}
