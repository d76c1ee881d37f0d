import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costRow, printTable } from '../measure/cost-table.ts';
import { type Cost, measuredProcess, totalCost } from '../measure/measured-process.ts';
import { type OurTraining, ourTraining } from './our-training.ts';
import { python } from './training-python.ts';

const cli = fileURLToPath(new URL('../../workers/bin/churn.js', import.meta.url));
const peer = fileURLToPath(new URL('peers/pipeline_sklearn.py', import.meta.url));

interface PeerResult {
  readonly chosen: string;
  readonly features: number;
  readonly trainRows: number;
  readonly testRows: number;
  readonly featurizeSeconds: number;
  readonly families: Readonly<
    Record<string, { seconds: number; validationRocAuc: number; rocAuc: number; logLoss: number }>
  >;
}

/** Two exports to a chosen, tuned model of four families; both sides are judged on the customers whom our split holds out. */
export async function comparePipelines(folder: string, customers: number, repeats: number) {
  const delivery = join(folder, `delivery-${customers}`);
  await makeDelivery(delivery, customers);
  const runs: { readonly ours: OurTraining; readonly total: Cost; readonly theirs: Cost }[] = [];
  const testPath = join(folder, 'test-customers.txt');
  const peerFolder = join(folder, 'peer');
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const dataDirectory = join(folder, 'data');
    await rm(dataDirectory, { recursive: true, force: true });
    const ours = await ourTraining(delivery, dataDirectory);
    await writeFile(testPath, `${ours.testCustomers.join('\n')}\n`);
    const theirs = await measuredProcess([python, peer, delivery, testPath, peerFolder]);
    runs.push({ ours, total: totalCost([...ours.costs.values()]), theirs });
  }
  const median = runs.toSorted((a, b) => a.total.wallSeconds - b.total.wallSeconds)[(repeats - 1) >> 1]!;
  const result = JSON.parse(await readFile(join(peerFolder, 'result.json'), 'utf8')) as PeerResult;
  requireSameTest(result, median.ours);
  print(customers, repeats, median, result);
  const chosen = result.families[result.chosen]!;
  return {
    customers,
    repeats,
    ours: median.total,
    python: median.theirs,
    wall: median.total.wallSeconds / median.theirs.wallSeconds,
    cpu: median.total.cpuSeconds / median.theirs.cpuSeconds,
    rocAuc: {
      ours: median.ours.rocAuc,
      python: chosen.rocAuc,
      difference: median.ours.rocAuc - chosen.rocAuc,
    },
    logLoss: { ours: median.ours.logLoss, python: chosen.logLoss },
    chosen: { ours: median.ours.promoted, python: result.chosen },
  };
}

async function makeDelivery(delivery: string, customers: number): Promise<void> {
  const isThere = await stat(join(delivery, 'truth.csv')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const sizes = ['--customers', String(customers), '--transactions', String(customers * 20)];
  await measuredProcess([process.execPath, cli, 'generate', '--out', delivery, ...sizes]);
}

/** A customer whom pandas drops in cleaning would make the comparison another one. */
function requireSameTest({ testRows }: PeerResult, { testCustomers }: OurTraining): void {
  if (testRows === testCustomers.length) return;
  throw new Error(
    `expected both sides to be judged on ${testCustomers.length} customers, Python has ${testRows}`,
  );
}

function print(
  customers: number,
  repeats: number,
  { ours, total, theirs }: { readonly ours: OurTraining; readonly total: Cost; readonly theirs: Cost },
  result: PeerResult,
): void {
  printTable(`Exports of ${customers} customers to a chosen model, median of ${repeats}`, [
    ['ours, all stages', costRow(total)],
    ...[...ours.costs].map(([stage, cost]) => [`  ${stage}`, costRow(cost)] as const),
    ...[...ours.families].map(([family, cost]) => [`  of these ${family}`, costRow(cost)] as const),
    ['pandas, scikit-learn, xgboost', costRow(theirs)],
  ]);
  const families = Object.entries(result.families).map(
    ([name, { seconds, rocAuc, logLoss }]) =>
      `  ${name.padEnd(34)}${`${seconds.toFixed(1)} s`.padStart(16)}${rocAuc.toFixed(4).padStart(16)}${logLoss.toFixed(4).padStart(16)}`,
  );
  const heading = `  ${'on the same test customers'.padEnd(34)}${['', 'ROC AUC', 'log loss'].map((text) => text.padStart(16)).join('')}`;
  const promoted = `  ${`ours: ${ours.promoted}`.padEnd(34)}${''.padStart(16)}${ours.rocAuc.toFixed(4).padStart(16)}${ours.logLoss.toFixed(4).padStart(16)}`;
  process.stdout.write(
    `${[heading, promoted, ...families].join('\n')}\n  chosen in Python: ${result.chosen}\n\n`,
  );
}
