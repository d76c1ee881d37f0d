import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TrialEntry } from '../../src/artifacts/trial-log.ts';
import { decisionTree } from '../../src/models/decision-tree.ts';
import { gradientBoosting } from '../../src/models/gradient-boosting.ts';
import { logisticRegression } from '../../src/models/logistic-regression.ts';
import type { FittedModel, ModelFamily } from '../../src/models/model.ts';
import { atMost } from '../../src/platform/at-most.ts';
import { canonicalJson } from '../../src/platform/canonical-json.ts';
import { scoreOutOfFold } from '../../src/training/score-out-of-fold.ts';
import {
  type EndedTrial,
  type SearchSettings,
  searchHyperparameters,
} from '../../src/training/search-hyperparameters.ts';
import { folds, rows } from './synthetic-folds.ts';

const plan = [
  { oneIn: 1, rows: 200 },
  { oneIn: 3, rows: 600 },
  { oneIn: 9, rows: 'all' as const },
];

function searchOf(family: ModelFamily, settings: Partial<SearchSettings> = {}) {
  const { threads = 1, ...others } = settings;
  const common = { seed: 7, trials: 9, threads, plan, queue: atMost(threads) };
  return searchHyperparameters(family, rows, { folds }, { ...common, ...others });
}

test('each rung has more rows and fewer trials, and the best of one stand on the next, the default beside them', async () => {
  const { rungs, trials } = await searchOf(decisionTree);
  expect(rungs.map(({ folds: count, rows: fitted }) => [count, fitted])).toEqual([
    [1, 201],
    [1, 601],
    [3, 800],
  ]);
  for (const [level, count] of [9, 3, 1].entries()) {
    const standing = trials.filter(({ scores }) => scores.length > level);
    expect(standing.map(({ origin }) => origin)).toContain('default');
    if (level === 0) continue;
    const before = trials.filter(({ scores }) => scores.length >= level);
    const lossBefore = (trial: (typeof trials)[number]) => trial.scores[level - 1]!.logLoss;
    const best = before.toSorted((a, b) => lossBefore(a) - lossBefore(b)).slice(0, count);
    expect(new Set(standing)).toEqual(new Set([...best, trials[0]!]));
  }
});

test('where the plan does not keep the default, it climbs on its merits only', async () => {
  const originsOnLast = async (keepsDefault: boolean) => {
    const { trials } = await searchOf(decisionTree, {
      plan: [
        { oneIn: 1, rows: 200 },
        { oneIn: 9, rows: 'all', keepsDefault },
      ],
    });
    return trials.filter(({ scores }) => scores.length > 1).map(({ origin }) => origin);
  };
  expect(await originsOnLast(true)).toEqual(['default', 'random']);
  expect(await originsOnLast(false)).toEqual(['random']);
});

test('one number is tried in eight trials at most, one in each part of its range, in no order of strength', async () => {
  const ended: EndedTrial[] = [];
  const { trials } = await searchOf(logisticRegression, {
    trials: 20,
    onTrial: (trial) => ended.push(trial),
  });
  expect(trials).toHaveLength(8);
  expect(new Set(ended.map(({ of }) => of))).toEqual(new Set([8]));
  const parts = trials
    .filter(({ origin }) => origin === 'random')
    .map(({ hyperparameters: { ridge } }) => Math.floor((7 * Math.log(Number(ridge))) / Math.log(1e-4)));
  expect(parts.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(parts).not.toEqual(parts.toSorted());
});

test('before the last rung fits are cheaper, and their settings are not those of the model', async () => {
  const steps: unknown[] = [];
  const family: ModelFamily = {
    ...gradientBoosting,
    fit: (train, hyperparameters, options) => {
      steps.push(hyperparameters.eta);
      return gradientBoosting.fit(train, hyperparameters, options);
    },
  };
  const { trials, best, hyperparameters } = await searchOf(family, { trials: 1 });
  expect(steps.slice(0, 5)).toEqual([0.3, 0.3, 0.1, 0.1, 0.1]);
  expect(hyperparameters.eta).toBe(trials[best]!.hyperparameters.eta);
});

test('a search that time ends before its last rung has rounds for the steps of its model', async () => {
  const screened = await gradientBoosting.fit(
    rows,
    { ...gradientBoosting.defaultHyperparameters(800), eta: 0.3, rounds: 12 },
    { seed: 7, threads: 1 },
  );
  expect(
    gradientBoosting.screening!.settled(
      gradientBoosting.defaultHyperparameters(800),
      screened.hyperparameters,
    ),
  ).toMatchObject({ eta: 0.1, rounds: 36 });
  const { hyperparameters, endedBy } = await searchOf(gradientBoosting, { timeIsUp: () => true });
  expect([endedBy, hyperparameters.eta]).toEqual(['time', 0.1]);
  expect(hyperparameters.rounds).toBeLessThan(1_000);
});

test('the lowest log loss on the last rung wins', async () => {
  const last = [{ oneIn: 1, rows: 'all' as const }];
  const { trials, best } = await searchOf(logisticRegression, { plan: last });
  const losses = trials.map(({ scores }) => scores.at(-1)!.logLoss);
  expect(losses[best]).toBe(Math.min(...losses));
});

test('the best of the earlier search is tried first, then the default of the family, then what the seed draws', async () => {
  const earlier = { ridge: 0.037 };
  const { trials } = await searchOf(logisticRegression, { trials: 4, earlier });
  expect(trials.map(({ origin }) => origin)).toEqual(['earlier', 'default', 'random', 'random']);
  expect(trials[1]!.hyperparameters).toEqual(logisticRegression.defaultHyperparameters(800));
  expect(trials[0]!.hyperparameters).toEqual(earlier);
});

test('a single trial is the best of the earlier search', async () => {
  const { trials } = await searchOf(logisticRegression, { trials: 1, earlier: { ridge: 0.037 } });
  expect(trials.map(({ origin, hyperparameters }) => [origin, hyperparameters])).toEqual([
    ['earlier', { ridge: 0.037 }],
  ]);
});

test.each([logisticRegression, gradientBoosting])(
  'the same seed gives $name the same search, on one thread and on two',
  async (family) => {
    const first = await searchOf(family);
    expect(await searchOf(family)).toEqual(first);
    expect(await searchOf(family, { threads: 2, queue: atMost(family.fitsInOneThread ? 2 : 1) })).toEqual(
      first,
    );
  },
);

test('another seed tries others', async () => {
  const first = await searchOf(gradientBoosting, { trials: 2 });
  const other = await searchOf(gradientBoosting, { trials: 2, seed: 8 });
  expect(other.trials[1]!.hyperparameters).not.toEqual(first.trials[1]!.hyperparameters);
});

test('rounds come back settled by early stopping', async () => {
  const { hyperparameters, trials, best } = await searchOf(gradientBoosting, { trials: 3 });
  expect(hyperparameters.rounds).toBeLessThan(trials[best]!.hyperparameters.rounds as number);
});

test.each([logisticRegression, gradientBoosting])(
  'what the best trial of $name predicts is what its settled form would predict, fitted again without early stopping',
  async (family) => {
    const { honest, hyperparameters } = await searchOf(family);
    const settings = { seed: 7, threads: 1, queue: atMost(1) };
    const again = await scoreOutOfFold(family, rows, folds, hyperparameters, settings);
    expect(honest).toEqual(again);
  },
);

test('of the trials on the last rung only the fits of the best so far are kept', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const fits: WeakRef<NonNullable<FittedModel['modelOf']>>[] = [];
  const family: ModelFamily = {
    ...gradientBoosting,
    fit: async (...task) => {
      const fitted = await gradientBoosting.fit(...task);
      fits.push(new WeakRef(fitted.modelOf!));
      return fitted;
    },
  };
  const held: number[] = [];
  await searchOf(family, {
    trials: 5,
    plan: [{ oneIn: 1, rows: 'all' }],
    onTrial: () => {
      collectGarbage();
      held.push(fits.filter((fit) => fit.deref() !== undefined).length);
    },
  });
  // Those of the best before, and of the trial that ends.
  expect(Math.max(...held)).toBeLessThanOrEqual(2 * folds.length);
  expect(fits.length).toBeGreaterThanOrEqual(5 * folds.length);
});

test('an aborted search stops between fits', async () => {
  await expect(searchOf(gradientBoosting, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('when the time is up no trial begins, the best of the highest rung reached wins, and the search says so', async () => {
  let ended = 0;
  const { rungs, trials, best, endedBy } = await searchOf(decisionTree, {
    onTrial: () => {
      ended += 1;
    },
    timeIsUp: () => ended >= 10,
  });
  expect(endedBy).toBe('time');
  expect(rungs).toHaveLength(2);
  expect(trials.map(({ scores }) => scores.length).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2]);
  expect(trials[best]!.scores).toHaveLength(2);
});

test('without any time one trial is judged all the same: the default', async () => {
  const { trials, best, endedBy } = await searchOf(logisticRegression, { timeIsUp: () => true });
  expect(trials.map(({ origin }) => origin)).toEqual(['default']);
  expect([best, endedBy]).toEqual([0, 'time']);
});

test('trials that a log knows are not computed again, and the search is the same', async () => {
  const entries = new Map<string, TrialEntry>();
  const keyOf = ({ rung, tried }: Pick<TrialEntry, 'rung' | 'tried'>) => canonicalJson({ rung, tried });
  const log = {
    recall: (trial: Pick<TrialEntry, 'rung' | 'tried'>) => entries.get(keyOf(trial)),
    keep: async (entry: TrialEntry) => {
      entries.set(keyOf(entry), entry);
    },
  };
  const first = await searchOf(gradientBoosting, { log });
  // The default stands beside the best on the last rung.
  expect(entries.size).toBe(9 + 3 + 2);
  const forgotten = [...entries.keys()].slice(5);
  for (const key of forgotten) entries.delete(key);
  const ended: EndedTrial[] = [];
  const again = await searchOf(gradientBoosting, { log, onTrial: (trial) => ended.push(trial) });
  expect({ ...again, honest: undefined }).toEqual({ ...first, honest: undefined });
  expect(ended.filter(({ recalled }) => recalled)).toHaveLength(5);
  expect(ended).toHaveLength(9 + 3 + 2);
});
