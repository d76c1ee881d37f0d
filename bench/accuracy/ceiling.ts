import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCeiling } from './measure-ceiling.ts';
import { trainOnTelecom } from './train-on-telecom.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '50000' },
    families: { type: 'string', default: 'logistic-regression,gradient-boosting' },
  },
});

const workDirectory = await mkdtemp(join(tmpdir(), 'churn-ceiling-'));
try {
  const trained = await trainOnTelecom(workDirectory, Number(values.customers), values.families.split(','));
  const found = await measureCeiling(trained);
  const lines: readonly (readonly [string, number, string])[] = [
    ['ROC AUC of the champion', found.rocAuc, ''],
    ['ROC AUC of the true probabilities, same rows', found.bestRocAuc, ''],
    [
      'gap',
      found.gap.value!,
      `95 % interval ${found.gap.lower!.toFixed(4)} to ${found.gap.upper!.toFixed(4)}, target at most 0.01`,
    ],
    ['log loss of the champion', found.logLoss, ''],
    ['log loss of the true probabilities', found.bestLogLoss, ''],
    ['calibration slope', found.calibrationSlope, 'target 0.9 to 1.1'],
    ['calibration error (ECE)', found.calibrationError, 'target at most 0.02'],
    ['mean distance from the true probability', found.meanDistance, ''],
  ];
  process.stdout.write(
    `\n${values.customers} simulated customers, ${found.rows} test rows, ${found.churned} churned; champion ${found.family}\n`,
  );
  for (const [name, value, note] of lines) {
    process.stdout.write(`  ${name.padEnd(46)}${value.toFixed(4).padEnd(10)}${note}`.trimEnd());
    process.stdout.write('\n');
  }
  process.stdout.write(`${JSON.stringify({ customers: Number(values.customers), ...found })}\n`);
} finally {
  await rm(workDirectory, { recursive: true, force: true });
}
