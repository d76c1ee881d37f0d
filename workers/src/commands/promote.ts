import { leakageCheckNames } from '@churn/shared/evaluation/leakage-check-names';
import { defaultGateSettings as defaults, gateModes } from '@churn/shared/gate/gate-settings';
import { refitChoices } from '@churn/shared/gate/refit';
import { Option } from 'commander';
import { z } from 'zod';
import { flagText } from '../stage/flag-text.ts';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type PromoteOptions, promoteStage } from '../stages/promote.ts';
import { actorOption } from './actor-option.ts';

const share = numberText(z.number().min(0).max(1));

const leakageChecksSchema = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((check) => check.trim())
      .filter((check) => check !== ''),
  )
  .refine(
    (checks) => checks.every((check) => leakageCheckNames.some((name) => name === check)),
    `expected names of leakage checks (${leakageCheckNames.join(', ')}) with commas between`,
  );

export const promoteCommand: StageCommand<PromoteOptions> = {
  stage: promoteStage(() => new Date()),
  summary: 'make the winner of the evaluation the champion, if every rule of the gate holds',
  description:
    'Fits the winner again on all rows with a known outcome where the test rows are the newest (--refit), registers it (model, ' +
    'metrics, reference for drift, golden rows, model card, and the model that was measured), and points the registry at it. Asks ' +
    'the gate before: enough test rows, no leakage, ROC AUC, log loss (also beside recency alone), calibration, no slice that ' +
    'collapses, the champion on the same rows, whether the measured model repeats its evaluation bit for bit, and whether the one to ' +
    'serve loads, repeats golden rows, agrees with the measured one and answers in time. Exit code 3 with every reason if a rule says no.',
  options: [
    new Option(
      '--gate <mode>',
      'improvement: surely better than the champion; refresh: for newer data, surely not worse beyond the margin',
    )
      .env('CHURN_GATE')
      .choices(gateModes)
      .default(defaults.mode),
    new Option(
      '--refit <rows>',
      'all: fit the winner again, settings unchanged, on all rows with a known outcome, the test rows too, and promote that; ' +
        'none: promote the very model that was measured; auto: all where the test rows are the newest (split forward in time), else none',
    )
      .env('CHURN_REFIT')
      .choices(refitChoices)
      .default('auto'),
    new Option(
      '--refresh-margin <auc>',
      'refresh: ROC AUC that may be lost, at the lower end of the interval',
    )
      .env('CHURN_REFRESH_MARGIN')
      .default(String(defaults.refreshMargin)),
    new Option('--roc-auc-floor <auc>', 'lowest ROC AUC on the test rows')
      .env('CHURN_ROC_AUC_FLOOR')
      .default(String(defaults.rocAucFloor)),
    new Option('--calibration-error-ceiling <share>', 'highest calibration error on the test rows')
      .env('CHURN_CALIBRATION_ERROR_CEILING')
      .default(String(defaults.calibrationErrorCeiling)),
    new Option('--fewest-test-rows <number>', 'test rows that the evaluation must rest on')
      .env('CHURN_FEWEST_TEST_ROWS')
      .default(String(defaults.fewestTestRows)),
    new Option('--latency-budget <ms>', 'median time to score one customer')
      .env('CHURN_LATENCY_BUDGET')
      .default(String(defaults.latencyBudgetMs)),
    new Option(
      '--accept-leakage <checks>',
      `leakage checks whose failure is known and accepted, with commas between: ${leakageCheckNames.join(', ')}`,
    ).env('CHURN_ACCEPT_LEAKAGE'),
    new Option(
      '--replace-incomparable',
      'promote although the champion could not be scored on the same rows',
    ).env('CHURN_REPLACE_INCOMPARABLE'),
    new Option('--reason <text>', 'why, for the journal (default: what the gate and the evaluation say)').env(
      'CHURN_REASON',
    ),
    actorOption(),
  ],
  schema: z
    .object({
      gate: z.enum(gateModes),
      refit: z.enum(refitChoices),
      refreshMargin: share,
      rocAucFloor: share,
      calibrationErrorCeiling: share,
      fewestTestRows: numberText(z.int().min(1)),
      latencyBudget: numberText(z.number().positive()),
      acceptLeakage: leakageChecksSchema,
      replaceIncomparable: flagText,
      reason: z.string().trim().default(''),
      by: z.string().trim().min(1),
    })
    .transform(({ gate, refit, latencyBudget, acceptLeakage, reason, by, ...settings }) => ({
      gate: {
        ...settings,
        mode: gate,
        latencyBudgetMs: latencyBudget,
        acceptedLeakage: acceptLeakage,
      },
      refit,
      reason: reason === '' ? null : reason,
      by,
    })),
};
