import type { Candidate } from '@churn/shared/artifacts/candidate';
import * as aq from 'arquero';
import type { Language } from '../language/language.ts';
import type { Table } from '../table.ts';
import { intervalText } from './interval-text.ts';

/** The candidates side by side in the order of the evaluation: by log loss on rows held out of their training, best first. */
export function leaderboardTable(
  candidates: readonly Candidate[],
  winnerSha256: string,
  language: Language,
): Table {
  const { choice, formats, names, page } = language;
  const { decimal } = formats;
  const columns = choice.leaderboardColumns;
  const ranked = aq
    .from(candidates.map((candidate) => ({ candidate, heldOut: candidate.selection.logLoss })))
    .derive({ rank: aq.op.row_number(), behind: 'd => d.heldOut - op.min(d.heldOut)' })
    .objects() as Ranked[];
  return {
    kind: 'table',
    caption: choice.leaderboardCaption,
    columns: [
      { title: columns.candidate },
      { title: columns.rank, numeric: true },
      { title: columns.heldOutLogLoss, numeric: true },
      { title: columns.behind, numeric: true },
      { title: columns.heldOutAuc, numeric: true },
      { title: columns.testAuc, numeric: true },
      { title: page.interval, numeric: true },
      { title: columns.testPrAuc, numeric: true },
      { title: columns.testLogLoss, numeric: true },
      { title: columns.testF1, numeric: true },
    ],
    rows: ranked.map(({ candidate, rank, behind }) => {
      const { family, modelSha256, selection, measures } = candidate;
      const name = names.families[family];
      return [
        modelSha256 === winnerSha256 ? [{ strong: choice.chosen(name) }] : name,
        String(rank),
        decimal(selection.logLoss, 4),
        decimal(behind, 4),
        decimal(selection.rocAuc),
        decimal(measures.rocAuc.value),
        intervalText(measures.rocAuc, decimal, language),
        decimal(measures.prAuc.value),
        decimal(measures.logLoss.value, 4),
        decimal(measures.f1.value),
      ];
    }),
  };
}

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly behind: number;
}
