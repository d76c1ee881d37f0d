import { Option } from 'commander';
import { z } from 'zod';
import { languageTags } from '../report/language/language-tag.ts';
import type { StageCommand } from '../stage/stage-command.ts';
import { type ReportOptions, reportStage } from '../stages/report.ts';

export const reportCommand: StageCommand<ReportOptions> = {
  stage: reportStage,
  summary: 'tell an analyst whether the model of a run may be trusted, in words, tables and charts',
  description:
    'Reads what clean, featurize, train, evaluate and, where it was run, promote have found, and writes one HTML page that ' +
    'needs nothing else (charts included, nothing is loaded) and the same as Markdown: verdict, measures with intervals, ' +
    'curves, leaderboard, search, importance, slices, data, labels, gate, limits, improvements, and how to get the same again.',
  options: [
    new Option('--out <file>', 'file for a copy of the page; it is kept in the data directory too').env(
      'CHURN_OUT',
    ),
    new Option('--lang <language>', 'language of the page and its Markdown')
      .env('CHURN_LANG')
      .choices(languageTags)
      .default('en'),
  ],
  schema: z
    .object({ out: z.string().min(1).optional(), lang: z.enum(languageTags) })
    .transform(({ out, lang }) => ({ out: out ?? null, language: lang })),
};
