import { resolve } from 'node:path';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { budgetOf } from '@churn/shared/cleaning/quarantine-budget';
import { parseDay } from '@churn/shared/platform/calendar-day';
import { Option } from 'commander';
import { z } from 'zod';
import type { CleanOptions } from '../clean/clean-options.ts';
import { largestReplayMebibytes } from '../clean/read-replays.ts';
import { largestDocumentMebibytes } from '../inputs/read-user-document.ts';
import { languageTags } from '../report/language/language-tag.ts';
import { flagText } from '../stage/flag-text.ts';
import { numberText } from '../stage/number-text.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { cleanStage } from '../stages/clean.ts';
import { asOfSchema } from './feature-options.ts';

const budgetRules = cleaningRules.filter(({ action }) => action === 'quarantine');
const ordinaryRule = budgetRules.find(({ budget }) => budget === undefined)!;
const defaultBudgets = [
  ...budgetRules.flatMap(({ id, budget }) => (budget === undefined ? [] : [`${id} ${budget}`])),
  `every other rule ${budgetOf(ordinaryRule, { general: null, byRule: {} })}`,
].join(', ');

const shareSchema = numberText(z.number().min(0).max(1));

const budgetsSchema = z.array(z.string()).transform((texts, context) => {
  const byRule: Record<string, number> = {};
  for (const text of texts) {
    const [rule = '', share = ''] = text.split('=');
    const parsed = shareSchema.safeParse(share);
    if (rule === '' || !parsed.success) {
      const message = 'expected rule=share with a share from 0 to 1';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    byRule[rule] = parsed.data;
  }
  return byRule;
});

export const cleanCommand: StageCommand<CleanOptions> = {
  stage: cleanStage,
  summary: 'type and unify the rows, set failing ones aside with the reason',
  description:
    'Judges every delivered row by a table of rules and writes customers and transactions as Parquet, a quarantine file ' +
    '(file, line, text, rule, reason) and a report. Where a rule sets aside more than its budget, the run ends with exit ' +
    `code 2 and example lines. Rules that have a budget: ${budgetRules.map(({ id }) => id).join(', ')}.`,
  options: [
    new Option(
      '--quarantine-budget <share>',
      `share of the rows of a table that a rule may set aside (default: ${defaultBudgets})`,
    ).env('CHURN_QUARANTINE_BUDGET'),
    new Option(
      '--budget <rule=share>',
      'the same for one rule, and counts more; may be repeated, or several with commas between',
    )
      .env('CHURN_BUDGET')
      .argParser((text: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        ...text.split(','),
      ]),
    new Option(
      '--rules <file>',
      `JSON file with further rules of your own (see docs/cleaning-rules.md), at most ${largestDocumentMebibytes} MiB`,
    ).env('CHURN_RULES'),
    new Option(
      '--replay <file>',
      'repaired rows of the quarantine, as NDJSON or CSV with file, line and raw: each stands in for its line, and is judged again; ' +
        `a file of at most ${largestReplayMebibytes} MiB`,
    ).env('CHURN_REPLAY'),
    new Option('--as-of <day>', 'set aside transactions after this day, YYYY-MM-DD').env('CHURN_CLEAN_AS_OF'),
    new Option(
      '--known-on <day>',
      'take only files that came until this day, YYYY-MM-DD, or without a known arrival: what was known then',
    ).env('CHURN_KNOWN_ON'),
    new Option('--drop-identical', 'keep one of several transactions that are the same in all columns').env(
      'CHURN_DROP_IDENTICAL',
    ),
    new Option('--lang <language>', 'language of the page')
      .env('CHURN_LANG')
      .choices(languageTags)
      .default('en'),
  ],
  schema: z
    .object({
      quarantineBudget: shareSchema.optional(),
      budget: budgetsSchema.optional(),
      rules: z.string().min(1).optional(),
      replay: z.string().min(1).optional(),
      asOf: asOfSchema,
      knownOn: z
        .string()
        .refine((text) => parseDay(text) !== undefined, 'expected a day of the calendar as YYYY-MM-DD')
        .optional(),
      dropIdentical: flagText,
      lang: z.enum(languageTags),
    })
    .transform(({ quarantineBudget, budget, rules, replay, asOf, knownOn, dropIdentical, lang }) => ({
      budgets: { general: quarantineBudget ?? null, byRule: budget ?? {} },
      rules: rules === undefined ? null : resolve(rules),
      replay: replay === undefined ? null : resolve(replay),
      asOfDay: asOf,
      knownOn: knownOn ?? null,
      dropIdentical,
      language: lang,
    })),
};
