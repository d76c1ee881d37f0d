import { hasTrials } from '@churn/shared/artifacts/search-history';
import { searchChart } from '../charts/search-chart.ts';
import { count, counted } from '../format-number.ts';
import { familyWords, listed, sentenceCase } from '../plain-names.ts';
import { type Block, paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { hyperparametersTable } from '../tables/hyperparameters-table.ts';
import { leaderboardTable } from '../tables/leaderboard-table.ts';

/** The leaderboard, the settings, and how they were found. */
export function choiceSection({ evaluation, searches }: ReportInputs): Section {
  const { candidates, winner } = evaluation;
  return {
    id: 'choice',
    title: 'Why this model was chosen',
    blocks: [
      paragraph(sentenceCase(winner.reason)),
      leaderboardTable(candidates, winner.modelSha256),
      paragraph(
        'The order is that of the log loss on rows held out of the training; the test columns are shown for comparison and had no say, ' +
          'since a model chosen by the test would look better there than it is.',
      ),
      subheading('How the settings were found'),
      ...searchBlocks(evaluation.candidates, searches),
      subheading('The settings'),
      { kind: 'tables', tables: candidates.map(hyperparametersTable) },
    ],
  };
}

function searchBlocks(
  candidates: ReportInputs['evaluation']['candidates'],
  searches: ReportInputs['searches'],
): Block[] {
  const unsearched = candidates
    .map(({ family }) => family)
    .filter((family) => !searches.some((search) => search.family === family));
  const skipped =
    unsearched.length === 0
      ? []
      : [paragraph(`Trained with given settings, without a search: ${listed(unsearched.map(familyWords))}.`)];
  const [first] = searches;
  if (first === undefined) return skipped;
  const { folds, rungs } = first;
  return [
    paragraph(
      `Random configurations of each family were screened on one fold of at most ${count(rungs[0]?.rows ?? 0)} rows, and the best of them judged on ` +
        `${folds.count === 1 ? 'all rows of the one fold' : `all ${count(folds.count)} folds`} (${counted(folds.rows, 'held-out row')}), ` +
        `${folds.kind === 'forward' ? 'each later in time than what was learned from' : 'chosen by a hash of the customer'}. The lowest log ` +
        'loss won: unlike ROC AUC it also sees whether probabilities are right.',
    ),
    ...skipped,
    { kind: 'charts', charts: searches.filter(hasTrials).map(searchChart) },
  ];
}
