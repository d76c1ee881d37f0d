import { logit } from '../metrics/log-odds.ts';
import { fitLogisticLine } from '../metrics/logistic-line.ts';
import { countClasses, groupByProbability } from '../metrics/score-groups.ts';
import type { Calibration } from './calibration.ts';

/**
 * Fits the logistic function of slope · logit(p) + intercept by maximum likelihood. Labels are softened to
 * (churned + 1) / (churned + 2) and 1 / (stayed + 2), as if each class had been seen once more on the other side (Platt
 * 1999), so that a few rows without overlap give no infinite slope. `none` where no rising curve fits: one class, one
 * probability, or probabilities that rank backwards.
 */
export function fitSigmoid(labels: Uint8Array, probabilities: Float64Array): Calibration {
  const groups = groupByProbability(labels, probabilities);
  const total = countClasses(groups);
  if (total.churned === 0 || total.stayed === 0) return { method: 'none' };
  const targetOfChurned = (total.churned + 1) / (total.churned + 2);
  const targetOfStayed = 1 / (total.stayed + 2);
  const towards = groups.churned.map(
    (churned, group) => churned * targetOfChurned + groups.stayed[group]! * targetOfStayed,
  );
  const away = towards.map((weight, group) => groups.churned[group]! + groups.stayed[group]! - weight);
  const line = fitLogisticLine(groups.scores.map(logit), towards, away);
  return line === null || line.slope <= 0 ? { method: 'none' } : { method: 'sigmoid', ...line };
}
