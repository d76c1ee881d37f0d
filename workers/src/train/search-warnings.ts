import type { SearchHistory } from '@churn/shared/artifacts/search-history';

/** What whoever relies on the settings of a search should know of it. */
export function searchWarnings({ folds, endedBy, settings }: SearchHistory, searchSeconds: number): string[] {
  return [
    ...(folds.count === 1
      ? ['Settings were chosen on one fold only: more snapshots would make the choice steadier.']
      : []),
    ...movedWarnings(settings),
    ...(endedBy === 'time'
      ? [
          `The search ended after ${searchSeconds} seconds, before its trials had climbed all rungs: another run may get ` +
            'further, choose other settings and give another model.',
        ]
      : []),
  ];
}

function movedWarnings({ because, earlier }: SearchHistory['settings']): string[] {
  if (because !== 'rows-moved' && because !== 'share-moved') return [];
  const what = because === 'rows-moved' ? 'the number of rows' : 'the share of churn';
  return [
    `Settings were searched although reuse was asked for: since the search of run ${earlier?.run} ${what} has moved too far.`,
  ];
}
