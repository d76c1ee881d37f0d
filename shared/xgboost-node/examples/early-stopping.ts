import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';

const usage = Float32Array.from({ length: 400 }, (_, row) => (row * 37) % 100);
const months = Float32Array.from({ length: 400 }, (_, row) => (row % 7 === 0 ? Number.NaN : row % 24)); // NaN: missing
const left = Float32Array.from(usage, (value, row) => (value < 30 || (row * 13) % 10 === 0 ? 1 : 0));

const part = (values: Float32Array, from: number, to: number) => values.subarray(from, to);
const matrix = (from: number, to: number) =>
  DMatrix.fromColumns([part(usage, from, to), part(months, from, to)], {
    label: part(left, from, to),
    featureNames: ['usage', 'months'],
    nthread: 2,
  });

using training = matrix(0, 300);
using validation = matrix(300, 400);
const { booster, bestRounds } = await train({
  params: { objective: 'binary:logistic', eval_metric: 'logloss', eta: 0.3, max_depth: 3, nthread: 2 },
  dtrain: training,
  numBoostRound: 200,
  evals: [{ name: 'validation', matrix: validation }],
  earlyStopping: { rounds: 10 },
});
using trained = booster;

const { values, shape } = trained.predict(validation, { iterationRange: [0, bestRounds] });
console.log('rows', shape[0], 'best rounds', bestRounds);
console.log('probability of the first row', values[0]?.toFixed(3));
console.log('gain', trained.getScore('gain'));
await trained.saveModel('model.ubj'); // any XGBoost reads it
