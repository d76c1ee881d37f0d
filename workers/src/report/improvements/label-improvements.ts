import { count, counted, decimal, percent } from '../format-number.ts';
import { shareInterval } from '../share-interval.ts';
import type { ImprovementRule } from './improvement.ts';

const manyTestLeavers = 200;
const wideInterval = 0.06;
/** Standard errors beyond which a difference is no chance. */
const clearly = 3;
const smallestShift = 0.02;

export const fixGivenAwayAnswer: ImprovementRule = (_, { answerGivenAway, failedChecks }) =>
  answerGivenAway
    ? {
        what: 'Find out how the strongest feature comes by the answer, and take what was recorded after the churn out of the data.',
        why: failedChecks.find(({ check }) => check === 'single feature')!.finding,
      }
    : undefined;

export const dateTheChurn: ImprovementRule = (_, { undatedFlags, gapDays }) =>
  undatedFlags
    ? {
        what:
          'Export the day of each churn, or label by inactivity (churn featurize --label inactivity): then features end before ' +
          `the churn they predict.${gapDays === 0 ? ' At the least, end them some weeks before the flags (churn featurize --gap 30).' : ''}`,
        why: 'The churn column says who left, not when; features may look at days after it.',
      }
    : undefined;

export const takeMoreSnapshots: ImprovementRule = ({ evaluation }, { undatedFlags }) => {
  const { dataset } = evaluation;
  if (dataset.split === 'forward' || undatedFlags) return undefined;
  const { firstDay, lastDay } = dataset.transactions;
  return {
    what: 'Deliver a longer history, or shorten the horizon, so that several as-of dates follow each other and the test lies after the training.',
    why:
      `The rows come from ${counted(dataset.asOf.length, 'as-of date')} within ${firstDay} to ${lastDay} and were split by customer: nothing ` +
      'here shows that the model holds for the future.',
  };
};

export const testOnMoreLeavers: ImprovementRule = ({ evaluation }, { winner }) => {
  const { lower, upper } = winner.measures.rocAuc;
  const width = (upper ?? 1) - (lower ?? 0);
  if (evaluation.test.churned >= manyTestLeavers && width <= wideInterval) return undefined;
  return {
    what: 'Deliver more customers, or more as-of dates, before small differences between models are taken seriously.',
    why: `The test rows hold ${count(evaluation.test.churned)} leavers, and the interval of the ROC AUC is ${decimal(width)} wide.`,
  };
};

/** Training and test rows whose shares of leavers differ by more than chance and enough to matter. */
export const explainTheShift: ImprovementRule = ({ evaluation }) => {
  const { train, test } = evaluation.dataset.splits;
  if (train.rows === 0 || test.rows === 0) return undefined;
  const [before, now] = [train.churned / train.rows, test.churned / test.rows];
  const [lower, upper] = shareInterval(now, test.rows, clearly);
  if ((before >= lower && before <= upper) || Math.abs(now - before) < smallestShift) return undefined;
  return {
    what:
      'Find out why the share of leavers changed (a season, prices, customers who joined lately, a change of the export): ' +
      'probabilities learned from the earlier rows are off by as much.',
    why: `Of the training rows ${percent(before)} left, of the test rows ${percent(now)}.`,
  };
};
