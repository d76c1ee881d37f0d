import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { type StageResult, stageResultSchema } from '@churn/shared/schema/stage-result';
import { type Cost, measuredProcess } from '../measure/measured-process.ts';

const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));

const trainFamilies = fileURLToPath(new URL('train-families.ts', import.meta.url));

export interface OurTraining {
  /** By stage, in the order they ran, one after the other. */
  readonly costs: ReadonlyMap<string, Cost>;
  /** What the training of the single families took, family by family; two at a time. */
  readonly families: ReadonlyMap<string, Cost>;
  readonly promoted: string;
  readonly rocAuc: number;
  readonly logLoss: number;
  readonly testCustomers: readonly string[];
}

/** From two exports to a promoted model as a user runs it: a process a stage, families as Airflow trains them, every durable file written, nothing cached before. */
export async function ourTraining(folder: string, dataDirectory: string): Promise<OurTraining> {
  await mkdir(dataDirectory, { recursive: true });
  const costs = new Map<string, Cost>();
  const stage = async (name: string, argv: readonly string[] = []) => {
    const common = ['--run', 'bench', '--data-dir', dataDirectory];
    const command = name.split(' ')[0]!;
    costs.set(name, await measuredProcess([process.execPath, cli, command, ...argv, ...common]));
  };
  const delivered = (table: string) => [`--${table}`, join(folder, `${table}.csv`)];
  await stage('ingest', [...delivered('customers'), ...delivered('transactions')]);
  await stage('clean');
  await stage('featurize', ['--label', 'flag', '--lookback', 'all']);
  const familyCosts = `${dataDirectory}-families.json`;
  const script = [trainFamilies, 'bench', dataDirectory, familyCosts];
  costs.set('train, four families', await measuredProcess([process.execPath, ...script]));
  await stage('train blend', ['--family', 'blend']);
  await stage('evaluate');
  await stage('promote');
  const { metrics } = await resultOf(dataDirectory, 'evaluate');
  return {
    costs,
    families: new Map(JSON.parse(await readFile(familyCosts, 'utf8')) as [string, Cost][]),
    promoted: String(metrics.winner),
    rocAuc: Number(metrics.rocAuc),
    logLoss: Number(metrics.logLoss),
    testCustomers: await testCustomersOf(dataDirectory),
  };
}

/** The customers that no model has learned from: our split goes by a hash of the customer. */
async function testCustomersOf(dataDirectory: string): Promise<string[]> {
  const { path } = outputOf(await resultOf(dataDirectory, 'featurize'), 'features');
  const sql = `SELECT customer_id FROM read_parquet(${sqlText(join(dataDirectory, path))}) WHERE split = 'test'`;
  return withDuckDb({ threads: 2, temporaryDirectory: dataDirectory }, async (connection) =>
    (await connection.runAndReadAll(sql)).getRows().map(([customerId]) => String(customerId)),
  );
}

async function resultOf(dataDirectory: string, stage: string): Promise<StageResult> {
  const record = await readFile(join(dataDirectory, 'runs/bench', stage, 'result.json'), 'utf8');
  return stageResultSchema.parse(JSON.parse(record));
}
