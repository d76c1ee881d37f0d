import { resolve } from 'node:path';
import { type DriftName, drifts } from '@churn/shared/simulation/drifts';
import { Option } from 'commander';
import { z } from 'zod';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type GenerateOptions, generateStage } from '../stages/generate.ts';

const transactionsPerCustomer = 20;
const driftNames = Object.keys(drifts) as DriftName[];

export const generateCommand: StageCommand<GenerateOptions> = {
  stage: generateStage,
  summary: 'write the two exports of a simulated telecom, whose true churn probabilities are known',
  description:
    'Writes customers.csv and transactions.csv, truth.csv (customer_id, churn_probability; no stage reads it) and planted.csv ' +
    '(file, line, row, fault, rule, outcome: what cleaning must make of each damaged line; row is the line of the same export ' +
    'without damage, header not counted). The last day is 2025-12-31. The churn column says who leaves in the months after, drawn from the true probability; the result names ' +
    'the best ROC AUC that any model can expect.',
  options: [
    new Option('--out <folder>', 'folder for the files, made where missing (required)').env(
      'CHURN_GENERATE_OUT',
    ),
    new Option('--customers <number>', 'customers to simulate')
      .env('CHURN_GENERATE_CUSTOMERS')
      .default('20000'),
    new Option(
      '--transactions <number>',
      `about as many transactions (default: ${transactionsPerCustomer} a customer)`,
    ).env('CHURN_GENERATE_TRANSACTIONS'),
    new Option('--dirty <share>', 'share of rows with a planted fault, 0 to 1')
      .env('CHURN_GENERATE_DIRTY')
      .default('0.02'),
    new Option(
      '--drift <name>',
      `how the newest data differ; ${driftNames.map((name) => `${name}: ${drifts[name].description}`).join('; ')}`,
    )
      .env('CHURN_GENERATE_DRIFT')
      .choices(driftNames),
  ],
  schema: z
    .object({
      out: z.string('expected a folder').min(1, 'expected a folder'),
      customers: numberText(z.int().min(1).max(10_000_000)),
      transactions: numberText(z.int().min(1).max(1_000_000_000)).optional(),
      dirty: numberText(z.number().min(0).max(1)),
      drift: z.enum(driftNames).nullish(),
    })
    .transform(({ out, customers, transactions, dirty, drift }) => ({
      out: resolve(out),
      customers,
      transactions: transactions ?? transactionsPerCustomer * customers,
      dirtyShare: dirty,
      drift: drift ?? null,
    })),
  needsRun: false,
};
