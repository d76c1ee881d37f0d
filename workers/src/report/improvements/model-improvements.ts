import { counted, decimal, percent } from '../format-number.ts';
import { familyWords, featureWords, listed } from '../plain-names.ts';
import type { ImprovementRule } from './improvement.ts';

const dominantShare = 0.5;
/** Log loss that a simpler model may cost. */
const negligibleLogLoss = 0.002;

export const beatTheBaseline: ImprovementRule = (
  _,
  { aboveChance, aboveBaseline, strongestBaseline, winner },
) =>
  !aboveChance || aboveBaseline || strongestBaseline === undefined
    ? undefined
    : {
        what:
          `Look for information of other kinds (contracts, complaints, contacts, prices); until then "${strongestBaseline.name}" may do ` +
          'as well, and needs no model.',
        why: `Its ROC AUC is ${decimal(strongestBaseline.rocAuc)}, that of the model ${decimal(winner.measures.rocAuc.value)}.`,
      };

export const calibrateBetter: ImprovementRule = ({ evaluation }, { calibrated, winner }) =>
  calibrated
    ? undefined
    : {
        what:
          evaluation.dataset.split === 'forward'
            ? 'Use the order of the customers only, and train again on rows closer in time to those that are scored.'
            : 'Use the order of the customers only, and deliver more customers: the calibration is learned from held-out rows.',
        why:
          `Predicted and observed shares differ by ${percent(winner.measures.calibrationError.value)} on average, the slope is ` +
          `${decimal(winner.measures.calibrationSlope.value, 2)}.`,
      };

export const lookAtDrift: ImprovementRule = (_, { failedChecks }) => {
  const failed = failedChecks.filter(({ check }) => check !== 'single feature');
  return failed.length === 0
    ? undefined
    : {
        what: 'Find out what changed between the training and the test rows, and train again on rows that are like those to be scored.',
        why: failed.map(({ check, finding }) => `${check}: ${finding}`).join('; '),
      };
};

export const serveWeakSlices: ImprovementRule = (_, { slices }) => {
  const weak = slices.filter((slice) => slice.weak || slice.misjudged);
  return weak.length === 0
    ? undefined
    : {
        what: 'Look for features that tell these customers apart, or treat them by rules of their own.',
        why: `${counted(weak.length, 'slice is', 'slices are')} ordered worse than the whole or misjudged: ${listed(weak.map(({ by, name }) => `${by} ${name}`))}.`,
      };
};

export const seekOtherFeatures: ImprovementRule = ({ evaluation }) => {
  const { importance } = evaluation.winner;
  const total = importance.reduce((sum, { strength }) => sum + strength, 0);
  const [first] = importance;
  if (first === undefined || first.strength < dominantShare * total) return undefined;
  return {
    what: 'Add information of other kinds (contracts, complaints, contacts, prices): the model lives off one feature.',
    why: `"${featureWords(first.feature)}" has ${percent(first.strength / total, 0)} of all influence.`,
  };
};

export const preferSimplerModel: ImprovementRule = (_, { winner, others }) => {
  if (winner.family === 'logistic-regression') return undefined;
  const simple = others.find(({ family }) => family === 'logistic-regression');
  if (simple === undefined) return undefined;
  const cost = simple.selection.logLoss - winner.selection.logLoss;
  return cost > negligibleLogLoss
    ? undefined
    : {
        what: 'Consider the logistic regression: it is as good as equal, and its coefficients can be read.',
        why: `It is ${decimal(cost, 4)} behind ${familyWords(winner.family)} in log loss on held-out rows.`,
      };
};
