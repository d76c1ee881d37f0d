import { sentenceCase } from '../sentence-case.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, listed } = formats;

export const choice = {
  title: 'Why this model was chosen',
  onlyCandidate: (family: string) => `${sentenceCase(family)} is the only candidate.`,
  lowest: (v: { family: string; rows: number; logLoss: number; second: string; secondLogLoss: number }) =>
    `${sentenceCase(v.family)} has the lowest log loss on ${count(v.rows)} rows held out of its training, ${decimal(v.logLoss, 4)}; ` +
    `next is ${v.second} with ${decimal(v.secondLogLoss, 4)}. The test rows had no say.`,
  besideBlend: (v: {
    chosen: boolean;
    family: string;
    single: string;
    rows: number;
    logLoss: number;
    advantage: number;
    standardError: number;
  }) =>
    v.chosen
      ? `The blend of families has a log loss ${decimal(v.advantage, 5)} lower than ${v.single}, the best single family, on ${count(v.rows)} rows held out of its ` +
        `training; the standard error of the difference is ${decimal(v.standardError, 5)}. The test rows had no say.`
      : `${sentenceCase(v.family)} has the lowest log loss on ${count(v.rows)} rows held out of its training, ${decimal(v.logLoss, 4)}; that of the blend of families ` +
        'is no lower. The test rows had no say.',
  order:
    'The order is that of the log loss on rows held out of the training; the test columns are shown for comparison and had no say, ' +
    'since a model chosen by the test would look better there than it is.',
  search: 'How the settings were found',
  settings: 'The settings',
  unsearched: (families: readonly string[]) =>
    `Trained with given settings, without a search: ${listed(families)}.`,
  endedByTime: (family: string) =>
    `The search of ${family} ended when its time was over; another run may get further and choose other settings.`,
  takenOver: (v: { family: string; run: string; searchSha256: string }) =>
    `${sentenceCase(v.family)} was trained with the settings that run ${v.run} has found (search ${v.searchSha256.slice(0, 12)}): ` +
    'the number of rows and the share of churn have not moved far since then.',
  howSearched: (v: {
    screeningRows: number;
    middleRows: number | null;
    folds: number;
    rows: number;
    forward: boolean;
  }) =>
    `The default and random configurations of each family were screened on at most ${count(v.screeningRows)} rows of one fold, ` +
    `${v.middleRows === null ? '' : `the best of them fitted again on ${count(v.middleRows)} rows of it, `}and the best of those judged on ` +
    `${v.folds === 1 ? 'all rows of the one fold' : `all ${count(v.folds)} folds`} (${counted(v.rows, 'held-out row', 'held-out rows')}), ` +
    `${v.forward ? 'each later in time than what was learned from' : 'chosen by a hash of the customer'}. The lowest log ` +
    'loss won: unlike ROC AUC it also sees whether probabilities are right.',
  settingsCaption: (family: string) => `Settings of ${family}`,
  settingsColumns: { setting: 'Setting', value: 'Value' },
  leaderboardCaption: 'Candidates, best first by log loss on held-out rows',
  leaderboardColumns: {
    candidate: 'Candidate',
    rank: 'Rank',
    heldOutLogLoss: 'Log loss, held out',
    behind: 'Behind the best',
    heldOutAuc: 'ROC AUC, held out',
    testAuc: 'ROC AUC, test',
    testPrAuc: 'PR AUC, test',
    testLogLoss: 'Log loss, test',
    testF1: 'F1, test',
  },
  costsCaption: 'What each candidate costs',
  costsColumns: {
    calibration: 'Calibration',
    fit: 'Fit',
    medianLatency: 'One customer, median',
    p99Latency: 'One customer, 99th percentile',
    size: 'Size',
  },
  chosen: (family: string) => `${family} (chosen)`,
  searchChart: {
    title: (family: string) => `Search of ${family}`,
    summary: (v: {
      family: string;
      trials: number;
      lowest: number | null;
      first: number | null;
      confirmed: number;
      best: number;
      bestLogLoss: number;
    }) =>
      `${sentenceCase(v.family)}: ${counted(v.trials, 'configuration', 'configurations')} screened, the best with a log loss of ` +
      `${decimal(v.lowest, 4)} (the first had ${decimal(v.first, 4)}); ${counted(v.confirmed, 'was', 'were')} judged on all folds, ` +
      `and trial ${v.best} won there with ${decimal(v.bestLogLoss, 4)}.`,
    x: 'Trial',
    y: 'Log loss while screening, lower is better',
    screened: 'screened',
    bestSoFar: 'best so far',
    confirmed: 'judged on all folds',
    chosen: 'chosen',
    caption: (family: string) => `Trials of ${family}`,
    columns: {
      trial: 'Trial',
      screened: 'Log loss, screened',
      bestSoFar: 'Best so far',
      logLoss: 'Log loss, all folds',
      rocAuc: 'ROC AUC, all folds',
    },
  },
};
