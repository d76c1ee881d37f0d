import { sliceName } from '../slice-name.ts';
import { joined } from '../table.ts';
import { wordFinding } from '../word-finding.ts';
import type { ImprovementRule } from './improvement.ts';

const dominantShare = 0.5;
/** Log loss that a simpler model may cost. */
const negligibleLogLoss = 0.002;

export const beatTheBaseline: ImprovementRule = (
  _,
  { aboveChance, aboveBaseline, strongestBaseline, winner },
  { improvements, names },
) => {
  if (!aboveChance || aboveBaseline || strongestBaseline === undefined) return undefined;
  const { what, why } = improvements.beatTheBaseline;
  return {
    what: what(names.baseline(strongestBaseline.name)),
    why: why(strongestBaseline.rocAuc, winner.measures.rocAuc.value),
  };
};

export const calibrateBetter: ImprovementRule = (
  { evaluation },
  { calibrated, winner },
  { improvements },
) => {
  if (calibrated) return undefined;
  const { calibrationError, calibrationSlope } = winner.measures;
  const { what, why } = improvements.calibrateBetter;
  return {
    what: what(evaluation.dataset.split === 'forward'),
    why: why(calibrationError.value, calibrationSlope.value),
  };
};

export const findTheLeak: ImprovementRule = (_, { failedChecks }, language) => {
  const failed = failedChecks.filter(({ check }) => check !== 'single feature');
  if (failed.length === 0) return undefined;
  const findings = failed.map((check) =>
    joined(`${language.names.check(check.check)}: `, wordFinding(check, language), '. '),
  );
  return { what: language.improvements.findTheLeak, why: joined(...findings) };
};

export const serveWeakSlices: ImprovementRule = (_, { slices }, language) => {
  const weak = slices.filter((slice) => slice.weak || slice.misjudged);
  if (weak.length === 0) return undefined;
  const { what, why } = language.improvements.serveWeakSlices;
  return { what, why: why(weak.map((slice) => sliceName(slice, language))) };
};

export const seekOtherFeatures: ImprovementRule = ({ evaluation }, _, { features, improvements }) => {
  const { importance } = evaluation.winner;
  const total = importance.reduce((sum, { strength }) => sum + strength, 0);
  const [first] = importance;
  if (first === undefined || first.strength < dominantShare * total) return undefined;
  const { what, why } = improvements.seekOtherFeatures;
  return { what, why: why(features.describe(first.feature), first.strength / total) };
};

export const preferSimplerModel: ImprovementRule = (_, { winner, others }, { improvements, names }) => {
  if (winner.family === 'logistic-regression') return undefined;
  const simple = others.find(({ family }) => family === 'logistic-regression');
  if (simple === undefined) return undefined;
  const cost = simple.selection.logLoss - winner.selection.logLoss;
  if (cost > negligibleLogLoss) return undefined;
  const { what, why } = improvements.preferSimplerModel;
  return { what, why: why(cost, names.families[winner.family]) };
};
