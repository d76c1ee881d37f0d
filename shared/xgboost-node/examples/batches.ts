import { QuantileDMatrix } from '@churn/xgboost-node/quantile-dmatrix';
import { train } from '@churn/xgboost-node/train';

/** Batches made anew in each of the four passes; never more than one is in memory. */
const batches = {
  *[Symbol.iterator]() {
    for (let day = 0; day < 10; day++) {
      const amount = Float64Array.from({ length: 1000 }, (_, row) => (row * (day + 7)) % 501);
      const count = Uint16Array.from({ length: 1000 }, (_, row) => (row * (day + 3)) % 11);
      yield { columns: [amount, count], label: amount.map((value, row) => value * 0.1 + count[row]!) };
    }
  },
};

using matrix = QuantileDMatrix.fromBatches(batches, { maxBin: 64, nthread: 2 });
const { booster } = await train({
  params: { objective: 'reg:squarederror', tree_method: 'hist', max_bin: 64, nthread: 2 },
  dtrain: matrix,
  numBoostRound: 20,
});
using first = booster;

// Ten more rounds, from the bytes of the first twenty.
const more = await train({
  params: { objective: 'reg:squarederror', tree_method: 'hist', max_bin: 64, nthread: 2 },
  dtrain: matrix,
  numBoostRound: 10,
  xgbModel: first.saveRaw(),
});
using second = more.booster;
console.log('rows', matrix.numRow, 'rounds', first.numBoostedRounds, 'and', second.numBoostedRounds);
console.log(
  'straight from arrays',
  second.inplacePredict({ rows: Float32Array.of(100, 5), numCol: 2 }).values,
);
