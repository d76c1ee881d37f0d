import type { Scores, SearchHistory } from '../artifacts/search-history.ts';
import type { TrialEntry, TrialLog } from '../artifacts/trial-log.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { logLossOfGroups } from '../metrics/log-loss.ts';
import { rocAucOfGroups } from '../metrics/roc-auc.ts';
import { groupByProbability } from '../metrics/score-groups.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { atMost } from '../platform/at-most.ts';
import { isOnAllRows, ordinaryPlan, planRungs, type Rung, type RungPlan } from './plan-rungs.ts';
import { type Proposal, proposeTrials } from './propose-trials.ts';
import type { OutOfFold, OutOfFoldSettings } from './score-out-of-fold.ts';
import { type OptimisticOutOfFold, scoreStoppingEarly } from './score-stopping-early.ts';
import type { ValidationFolds } from './validation-folds.ts';

export interface SearchSettings extends OutOfFoldSettings {
  /** Configurations tried. */
  readonly trials: number;
  /** The best settings of an earlier search: one of the trials, too. */
  readonly earlier?: Hyperparameters;
  /** True when no further trial may begin. */
  readonly timeIsUp?: () => boolean;
  /** Trials that ended before are taken from it, others are put into it. */
  readonly log?: Pick<TrialLog, 'recall' | 'keep'>;
  readonly plan?: readonly RungPlan[];
  /** Called after each trial. */
  readonly onTrial?: (ended: EndedTrial) => void;
}

export interface EndedTrial {
  /** Position from 1. */
  readonly trial: number;
  /** Trials of the search: those asked for, or as many as the family has use for. */
  readonly of: number;
  /** From 1. */
  readonly rung: number;
  readonly logLoss: number;
  /** Known from the log, not computed. */
  readonly recalled: boolean;
}

export type Search = Pick<SearchHistory, 'rungs' | 'trials' | 'endedBy' | 'hyperparameters'> & {
  readonly best: number;
  /**
   * What the best trial predicts out of fold without a look at the judged rows, where this search has judged it on all
   * folds: it need not be fitted again to be scored, or not on all of them.
   */
  readonly honest: OutOfFold | undefined;
};

interface Climber extends Proposal {
  readonly index: number;
  readonly scores: Scores[];
  settled: Hyperparameters;
}

interface JudgedRung {
  /** Those that were begun before the time was up, the best first. */
  readonly standing: readonly Climber[];
  /** Of the best: the fits of others are not kept. */
  readonly honest: OptimisticOutOfFold['honest'] | undefined;
}

/**
 * Successive halving (Jamieson, Talwalkar 2016): all configurations stand on the first rung, the best of each rung on the
 * next one, which has more rows and folds, and before the last one fits are made as cheap as the order of trials allows. The
 * lowest log loss on the last rung wins: unlike AUC it also sees whether probabilities are right. Seeded: the same seed tries
 * the same configurations.
 */
export async function searchHyperparameters(
  family: ModelFamily,
  rows: LabelledMatrix,
  { folds }: Pick<ValidationFolds, 'folds'>,
  settings: SearchSettings,
): Promise<Search> {
  const fitRows = folds.at(-1)!.fit.length;
  const proposals = proposeTrials(family, fitRows, settings.earlier, settings);
  const plan = settings.plan ?? ordinaryPlan(fitRows, proposals.length, family);
  const rungs = planRungs(plan, folds, rows.labels, proposals.length);
  const climbers = proposals.map(
    (proposal, index): Climber => ({ ...proposal, index, scores: [], settled: proposal.hyperparameters }),
  );
  let { standing, honest }: JudgedRung = { standing: climbers, honest: undefined };
  let reached = 0;
  let isCut = false;
  for (const [level, rung] of rungs.entries()) {
    // One fold may rank the default low by chance: where it costs little, a search does not end below it.
    const climbing = standing.filter(
      ({ origin }, place) => place < rung.trials || (origin === 'default' && rung.keepsDefault),
    );
    const judged = await judgeOnRung(family, rows, rung, level, climbing, {
      ...settings,
      proposed: proposals.length,
      isScreening: level < rungs.length - 1,
      isOnAllRows: isOnAllRows(rung, folds),
    });
    isCut = judged.standing.length < climbing.length;
    if (judged.standing.length === 0) break;
    ({ standing, honest } = judged);
    reached = level + 1;
    if (isCut) break;
  }
  return {
    rungs: rungs.slice(0, reached).map(({ description }) => description),
    trials: climbers
      .filter(({ scores }) => scores.length > 0)
      .map(({ hyperparameters, origin, scores }) => ({ hyperparameters, origin, scores })),
    best: standing[0]!.index,
    endedBy: isCut ? 'time' : 'trials',
    hyperparameters: standing[0]!.settled,
    honest: await honest?.(),
  };
}

interface RungSettings extends SearchSettings {
  readonly proposed: number;
  readonly isScreening: boolean;
  readonly isOnAllRows: boolean;
}

/** Judges them in their order as long as there is time; on the first rung at least one. */
async function judgeOnRung(
  family: ModelFamily,
  rows: LabelledMatrix,
  rung: Rung,
  level: number,
  climbers: readonly Climber[],
  settings: RungSettings,
): Promise<JudgedRung> {
  const { timeIsUp = () => false, log, onTrial } = settings;
  const rank = rankOn(level);
  let best: Climber | undefined;
  let honest: JudgedRung['honest'];
  const mustBegin = (climber: Climber) => level === 0 && climber === climbers[0];
  const judge = async (climber: Climber) => {
    if (!mustBegin(climber) && timeIsUp()) return false;
    const trial = { rung: rung.description, tried: climber.hyperparameters };
    const recalled = log?.recall(trial);
    const { entry, judged } =
      recalled === undefined
        ? await judgeTrial(family, rows, rung, trial, settings)
        : { entry: recalled, judged: undefined };
    if (judged !== undefined) await log?.keep(entry);
    climber.scores.push(entry.scores);
    climber.settled = entry.settled;
    if (best === undefined || rank(climber, best) < 0) {
      best = climber;
      honest = settings.isOnAllRows ? judged?.honest : undefined;
    }
    onTrial?.({
      trial: climber.index + 1,
      of: settings.proposed,
      rung: level + 1,
      logLoss: entry.scores.logLoss,
      recalled: recalled !== undefined,
    });
    return true;
  };
  // As many trials under way as fits may run, so that none is begun long before it gets its turn.
  const trialQueue = atMost(settings.queue.width);
  const begun = await Promise.all(climbers.map((climber) => trialQueue.run(() => judge(climber))));
  return { standing: climbers.filter((_, index) => begun[index]).sort(rank), honest };
}

async function judgeTrial(
  family: ModelFamily,
  rows: LabelledMatrix,
  rung: Rung,
  trial: Pick<TrialEntry, 'rung' | 'tried'>,
  settings: RungSettings,
): Promise<{ readonly entry: TrialEntry; readonly judged: OptimisticOutOfFold }> {
  const screening = settings.isScreening ? family.screening : undefined;
  const fitted = screening?.cheaper(trial.tried) ?? trial.tried;
  const judged = await scoreStoppingEarly(family, rows, rung.folds, fitted, settings);
  const settled = screening?.settled(trial.tried, judged.hyperparameters) ?? judged.hyperparameters;
  return { entry: { ...trial, scores: scoresOf(judged), settled }, judged };
}

/** The lowest log loss first; of equal ones the earlier trial. */
function rankOn(level: number): (a: Climber, b: Climber) => number {
  const lossOf = ({ scores }: Climber) => scores[level]!.logLoss;
  return (a, b) => lossOf(a) - lossOf(b) || a.index - b.index;
}

function scoresOf({ labels, probabilities }: OutOfFold): Scores {
  const groups = groupByProbability(labels, probabilities);
  return { logLoss: logLossOfGroups(groups), rocAuc: rocAucOfGroups(groups) ?? 0.5 };
}
