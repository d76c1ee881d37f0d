import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
import { logit } from '../metrics/log-odds.ts';
import { dampedWhitening } from './damped-whitening.ts';
import type { Spectrum } from './spectrum.ts';
import { WhitenedRows } from './whitened-rows.ts';

export interface LinearTask {
  /** Standardised terms. */
  readonly columns: readonly Float64Array[];
  /** Of their covariance: it does not depend on the ridge. */
  readonly spectrum: Spectrum;
  readonly labels: Uint8Array;
  /** Strength of the regularisation, about that of a penalty ½ · ridge · Σ coefficient² on the mean log loss. */
  readonly ridge: number;
}

export interface LinearFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

const fewestSteps = 40;
const mostSteps = 1_600;
/** Mean prediction minus share of churn, relative to the rarer outcome. */
const tolerance = 5e-3;

/**
 * Logistic regression by gradient descent on whitened columns, folded back to coefficients of the columns given.
 *
 * The Hessian is at most n/4, so a learning rate of 4/n never overshoots. Descent from zero is regularised by when it
 * stops: a direction of variance λ has then come 1 − (1 − 4cλ/(λ + damping))^steps of its way, c being the mean of p(1 − p).
 * With damping = 4 · steps · ridge that tends to 1 − exp(−cλ/ridge), the gradient flow at time 1/ridge, which shrinks about
 * as ridge regression does, cλ/(cλ + ridge) (Ali, Kolter, Tibshirani 2019). More steps only follow the flow more closely.
 * There are enough when the intercept has arrived, which is not shrunk and slow where churn is rare.
 */
export function fitCoefficients(task: LinearTask): LinearFit {
  const share = mean(task.labels);
  if (task.columns.length === 0) return { intercept: logit(share), coefficients: [] };
  const stepsToIntercept = Math.ceil(2.5 / (share * (1 - share)));
  let steps = Math.min(Math.max(fewestSteps, stepsToIntercept), mostSteps);
  for (;;) {
    const { fit, meanPrediction } = descend(task, steps);
    const error = Math.abs(meanPrediction - share) / Math.min(share, 1 - share);
    if (error <= tolerance || steps >= mostSteps) return fit;
    steps *= 2;
  }
}

function descend({ columns, spectrum, labels, ridge }: LinearTask, steps: number) {
  const whitening = dampedWhitening(spectrum, 4 * steps * ridge);
  const features = new WhitenedRows(columns, whitening);
  // The one classifier we need; `train` of the whole would make its mirror image, too.
  const classifier = LogisticRegression.load({
    name: 'LogisticRegression',
    numberClasses: 1,
    classifiers: [{ numSteps: steps, learningRate: 4 / labels.length }],
  }).classifiers[0]!;
  classifier.train(features, Matrix.columnVector(Array.from(labels)));
  const [intercept, ...weights] = classifier.weights.getRow(0);
  const coefficients = whitening.mmul(Matrix.columnVector(weights)).to1DArray();
  const fit: LinearFit = { intercept: intercept!, coefficients };
  return { fit, meanPrediction: mean(classifier.testScores(features)) };
}

function mean(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index]!;
  return sum / numbers.length;
}
