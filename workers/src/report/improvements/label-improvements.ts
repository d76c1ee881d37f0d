import { shareInterval } from '../share-interval.ts';
import { wordFinding } from '../word-finding.ts';
import type { ImprovementRule } from './improvement.ts';

const manyTestLeavers = 200;
const wideInterval = 0.06;
/** Standard errors beyond which a difference is no chance. */
const clearly = 3;
const smallestShift = 0.02;

export const fixGivenAwayAnswer: ImprovementRule = (_, { answerGivenAway, failedChecks }, language) =>
  answerGivenAway
    ? {
        what: language.improvements.fixGivenAwayAnswer,
        why: wordFinding(failedChecks.find(({ check }) => check === 'single feature')!, language),
      }
    : undefined;

export const dateTheChurn: ImprovementRule = (_, { undatedFlags, gapDays }, { improvements }) => {
  const { what, why } = improvements.dateTheChurn;
  return undatedFlags ? { what: what(gapDays !== 0), why } : undefined;
};

export const takeMoreSnapshots: ImprovementRule = (
  { evaluation },
  { undatedFlags },
  { formats, improvements },
) => {
  const { dataset } = evaluation;
  if (dataset.split === 'forward' || undatedFlags) return undefined;
  const { firstDay, lastDay } = dataset.transactions;
  const { what, why } = improvements.takeMoreSnapshots;
  const dates = dataset.asOf.length;
  return { what, why: why({ dates, firstDay: formats.day(firstDay), lastDay: formats.day(lastDay) }) };
};

export const testOnMoreLeavers: ImprovementRule = ({ evaluation }, { winner }, { improvements }) => {
  const { lower, upper } = winner.measures.rocAuc;
  const width = (upper ?? 1) - (lower ?? 0);
  if (evaluation.test.churned >= manyTestLeavers && width <= wideInterval) return undefined;
  const { what, why } = improvements.testOnMoreLeavers;
  return { what, why: why(evaluation.test.churned, width) };
};

/** Training and test rows whose shares of leavers differ by more than chance and enough to matter. */
export const explainTheShift: ImprovementRule = ({ evaluation }, _, { improvements }) => {
  const { train, test } = evaluation.dataset.splits;
  if (train.rows === 0 || test.rows === 0) return undefined;
  const [before, now] = [train.churned / train.rows, test.churned / test.rows];
  const [lower, upper] = shareInterval(now, test.rows, clearly);
  if ((before >= lower && before <= upper) || Math.abs(now - before) < smallestShift) return undefined;
  const { what, why } = improvements.explainTheShift;
  return { what, why: why(before, now) };
};
