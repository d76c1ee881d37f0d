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
    'curves, leaderboard, search, importance, slices, data, labels, gate, limits, improvements, and how to get the same again. ' +
    'A model card (Markdown) tells what somebody must know before using the model: use, data, measures, limits, ethics, contact.',
  options: [
    new Option('--out <file>', 'file for a copy of the page; it is kept in the data directory too').env(
      'CHURN_REPORT_OUT',
    ),
    new Option('--card <file>', 'file for a copy of the model card (Markdown)').env('CHURN_CARD'),
    new Option('--contact <text>', 'whom to ask about the model, named on the model card').env(
      'CHURN_CONTACT',
    ),
    new Option('--lang <language>', 'language of the page, its Markdown and the model card')
      .env('CHURN_LANG')
      .choices(languageTags)
      .default('en'),
  ],
  schema: z
    .object({
      out: z.string().min(1).optional(),
      card: z.string().min(1).optional(),
      contact: z.string().min(1).optional(),
      lang: z.enum(languageTags),
    })
    .transform(({ out, card, contact, lang }) => ({
      out: out ?? null,
      card: card ?? null,
      contact: contact ?? null,
      language: lang,
    })),
};
