import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';

// Row after row: calls to the hotline, plan (a category: 0, 1 or 2), left.
const rows = Float32Array.of(0, 0, 1, 0, 5, 1, 7, 2, 2, 2, 9, 1, 1, 1, 8, 0, 6, 0, 3, 2);
const label = Uint8Array.of(0, 0, 1, 1, 0, 1, 0, 1, 1, 0);

using matrix = DMatrix.fromRows(rows, 2, {
  label,
  featureNames: ['calls', 'plan'],
  featureTypes: ['q', 'c'],
  nthread: 1,
});
const { booster } = await train({
  params: {
    objective: 'binary:logistic',
    monotone_constraints: { calls: 1 },
    min_child_weight: 0,
    nthread: 1,
  },
  dtrain: matrix,
  numBoostRound: 20,
});
using trained = booster;

const margins = trained.predict(matrix, { outputMargin: true }).values;
const contributions = trained.predict(matrix, { predContribs: true }); // rows × (columns + 1)
const [calls, plan, base] = contributions.values;
console.log('shape', contributions.shape);
console.log('calls + plan + base is the margin:', Math.abs(calls! + plan! + base! - margins[0]!) < 1e-5);
console.log(trained.getDump({ withStats: true })[0]);
