import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import { type SeededRandom, seededRandom } from '@churn/shared/platform/seeded-random';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';

export function exampleSearch(family: ModelFamilyName, reached: number): SearchHistory {
  const random = seededRandom(11);
  const trials = Array.from({ length: 12 }, () => {
    const screening = { logLoss: reached + 0.08 * random.uniform() ** 2 + 0.001, rocAuc: 0.78 };
    return {
      hyperparameters: exampleHyperparameters(random),
      origin: 'random' as const,
      scores:
        screening.logLoss < reached + 0.01
          ? [screening, { logLoss: screening.logLoss - 0.001, rocAuc: 0.79 }]
          : [screening],
    };
  });
  const losses = trials.map(({ scores }) => scores[0]!.logLoss);
  return {
    format: 'churn-search',
    formatVersion: 2,
    family,
    folds: { kind: 'forward', count: 2, rows: 2_400 },
    settings: { source: 'searched', because: 'asked', earlier: null },
    learnable: { rows: 3_000, churned: 690 },
    rungs: [
      { folds: 1, rows: 4_000, judged: 1_200 },
      { folds: 2, rows: 9_000, judged: 2_400 },
    ],
    trials,
    best: losses.indexOf(Math.min(...losses)),
    endedBy: 'trials',
    hyperparameters: trials[losses.indexOf(Math.min(...losses))]!.hyperparameters,
    selection: { rows: 2_400, logLoss: reached, rocAuc: 0.8 },
    learningCurve: [
      { rows: 1_125, logLoss: reached + 0.03 },
      { rows: 2_250, logLoss: reached + 0.018 },
      { rows: 4_500, logLoss: reached + 0.01 },
      { rows: 9_000, logLoss: reached + 0.005 },
    ],
  };
}

export function exampleHyperparameters(random: SeededRandom): Candidate['hyperparameters'] {
  return { rounds: 120, maxDepth: random.integer(2, 7), eta: 0.03 + 0.17 * random.uniform() };
}
