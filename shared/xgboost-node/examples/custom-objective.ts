import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';

const x = Float32Array.from({ length: 200 }, (_, row) => row % 20);
const label = Float32Array.from(x, (value, row) => 3 * value + (row % 5));

using matrix = DMatrix.fromColumns([x], { label, nthread: 1 });
const { booster, history } = await train({
  params: { base_score: 0, eta: 0.5, disable_default_eval_metric: true, nthread: 1 },
  dtrain: matrix,
  numBoostRound: 10,
  // Half the squared error: its derivatives by the margin are the difference, and 1.
  obj: ({ values }) => ({
    grad: values.map((margin, row) => margin - label[row]!),
    hess: new Float32Array(values.length).fill(1),
  }),
  customMetric: ({ values }) => [
    'worst',
    values.reduce((worst, value, row) => Math.max(worst, Math.abs(value - label[row]!)), 0),
  ],
  evals: [{ name: 'train', matrix }],
});
using trained = booster;
for (const [round, scores] of history.entries()) console.log(round, scores[0]?.value.toFixed(2));
console.log('rounds', trained.numBoostedRounds);
