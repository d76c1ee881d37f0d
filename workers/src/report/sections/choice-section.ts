import { hasTrials, type SearchHistory } from '@churn/shared/artifacts/search-history';
import { learningChart } from '../charts/learning-chart.ts';
import { searchChart } from '../charts/search-chart.ts';
import type { Language } from '../language/language.ts';
import { learningCurves } from '../learning-curves.ts';
import { type Block, paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { costsTable } from '../tables/costs-table.ts';
import { hyperparametersTable } from '../tables/hyperparameters-table.ts';
import { leaderboardTable } from '../tables/leaderboard-table.ts';

type Candidates = ReportInputs['evaluation']['candidates'];

/** The leaderboard, the settings, and how they were found. */
export function choiceSection({ evaluation, searches, costs }: ReportInputs, language: Language): Section {
  const { candidates, winner } = evaluation;
  const text = language.choice;
  return {
    id: 'choice',
    title: text.title,
    blocks: [
      paragraph(whyChosen(evaluation, language)),
      leaderboardTable(candidates, winner.modelSha256, language),
      paragraph(text.order),
      costsTable(candidates, costs, language),
      subheading(text.search),
      ...searchBlocks(candidates, searches, language),
      subheading(text.settings),
      { kind: 'tables', tables: candidates.map((candidate) => hyperparametersTable(candidate, language)) },
    ],
  };
}

function whyChosen(
  { candidates: [winner, second], winner: { blend } }: ReportInputs['evaluation'],
  { choice, names }: Language,
): string {
  const family = names.families[winner!.family];
  if (second === undefined) return choice.onlyCandidate(family);
  const { rows, logLoss } = winner!.selection;
  if (blend !== null) {
    return choice.besideBlend({ ...blend, rows, family, logLoss, single: names.families[blend.bestSingle] });
  }
  return choice.lowest({
    family,
    rows,
    logLoss,
    second: names.families[second.family],
    secondLogLoss: second.selection.logLoss,
  });
}

function searchBlocks(
  candidates: Candidates,
  searches: ReportInputs['searches'],
  language: Language,
): Block[] {
  const { choice, names } = language;
  const unsearched = candidates
    .map(({ family }) => family)
    // A blend is made of the others, by weights that are learned.
    .filter((family) => family !== 'blend' && !searches.some((search) => search.family === family));
  const skipped =
    unsearched.length === 0
      ? []
      : [paragraph(choice.unsearched(unsearched.map((family) => names.families[family])))];
  const remarked = searches.flatMap((search) => remarks(search, language));
  const learning = learningCurves(candidates, searches);
  const charts = [
    ...searches.filter(hasTrials).map((search) => searchChart(search, language)),
    ...(learning === undefined ? [] : [learningChart(learning, language)]),
  ];
  const drawn: Block[] = charts.length === 0 ? [] : [{ kind: 'charts', charts }];
  const [first] = searches.filter(hasTrials);
  if (first === undefined) return [...skipped, ...remarked, ...drawn];
  const { folds, rungs } = first;
  return [
    paragraph(
      choice.howSearched({
        screeningRows: rungs[0]?.rows ?? 0,
        middleRows: rungs.length > 2 ? rungs[1]!.rows : null,
        folds: folds.count,
        rows: folds.rows,
        forward: folds.kind === 'forward',
      }),
    ),
    ...skipped,
    ...remarked,
    ...drawn,
  ];
}

function remarks(
  { family, endedBy, settings: { source, earlier } }: SearchHistory,
  { choice, names }: Language,
): Block[] {
  if (endedBy === 'time') return [paragraph(choice.endedByTime(names.families[family]))];
  return source === 'searched' || earlier === null
    ? []
    : [paragraph(choice.takenOver({ family: names.families[family], ...earlier }))];
}
