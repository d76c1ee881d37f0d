import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import * as aq from 'arquero';
import { byteSize, decimal } from '../format-number.ts';
import { familyWords } from '../plain-names.ts';
import type { Table } from '../table.ts';
import { intervalText } from './measures-table.ts';

/** The candidates side by side in the order of the evaluation: by log loss on rows held out of their training, best first. */
export function leaderboardTable(candidates: readonly Candidate[], winnerSha256: string): Table {
  const ranked = aq
    .from(candidates.map((candidate) => ({ candidate, heldOut: candidate.selection.logLoss })))
    .derive({ rank: aq.op.row_number(), behind: 'd => d.heldOut - op.min(d.heldOut)' })
    .objects() as Ranked[];
  return {
    kind: 'table',
    caption: 'Candidates, best first by log loss on held-out rows',
    columns: [
      { title: 'Candidate' },
      { title: 'Rank', numeric: true },
      { title: 'Log loss, held out', numeric: true },
      { title: 'Behind the best', numeric: true },
      { title: 'ROC AUC, held out', numeric: true },
      { title: 'ROC AUC, test', numeric: true },
      { title: '95 % interval', numeric: true },
      { title: 'PR AUC, test', numeric: true },
      { title: 'Log loss, test', numeric: true },
      { title: 'F1, test', numeric: true },
      { title: 'Calibration' },
      { title: 'Size', numeric: true },
    ],
    rows: ranked.map(({ candidate, rank, behind }) => {
      const { family, modelSha256, selection, measures, calibration, bytes } = candidate;
      const name = familyWords(family);
      return [
        modelSha256 === winnerSha256 ? [{ strong: `${name} (chosen)` }] : name,
        String(rank),
        decimal(selection.logLoss, 4),
        decimal(behind, 4),
        decimal(selection.rocAuc),
        decimal(measures.rocAuc.value),
        intervalText(measures.rocAuc, decimal),
        decimal(measures.prAuc.value),
        decimal(measures.logLoss.value, 4),
        decimal(measures.f1.value),
        calibration,
        byteSize(bytes),
      ];
    }),
  };
}

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly behind: number;
}
