import { Booster } from '@churn/xgboost-node/booster';
import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';
import fc from 'fast-check';
import { parseXgboostModel } from '../../src/models/parse-xgboost-model.ts';
import { marginsOf } from '../../src/models/tree-ensemble.ts';

const value = fc.oneof(
  { weight: 5, arbitrary: fc.float({ min: -1e6, max: 1e6, noNaN: true }) },
  fc.integer({ min: -2, max: 2 }),
  fc.constant(Number.NaN),
);
const columnsOf = (rows: number) =>
  fc.array(fc.array(value, { minLength: rows, maxLength: rows }), { minLength: 3, maxLength: 3 });

test('our evaluator gives the margins of libxgboost bit for bit, on rows of training and on others', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 20, max: 50 }).chain((rows) => fc.tuple(columnsOf(rows), columnsOf(rows))),
    fc.record({
      max_depth: fc.integer({ min: 1, max: 7 }),
      eta: fc.double({ min: 0.01, max: 1, noNaN: true }),
      base_score: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      num_parallel_tree: fc.constantFrom(1, 4),
      subsample: fc.constantFrom(0.6, 1),
      grow_policy: fc.constantFrom('depthwise', 'lossguide'),
    }),
    async ([known, unseen], settings) => {
      const [columns, others] = [known, unseen].map((table) =>
        table.map((column) => Float32Array.from(column)),
      );
      const label = Uint8Array.from(columns![0]!, (one, row) =>
        Number((Number.isNaN(one) ? row % 2 : one) > 0),
      );
      using matrix = DMatrix.fromColumns(columns!, { label, nthread: 1 });
      const params = { objective: 'binary:logistic', min_child_weight: 0.1, nthread: 1, ...settings };
      using booster = (await train({ params, dtrain: matrix, numBoostRound: 5 })).booster;
      using untrained = Booster.create(params, [matrix]);
      const base = untrained.predict(matrix, { outputMargin: true }).values[0]!;
      const ensemble = parseXgboostModel(new TextDecoder().decode(booster.saveRaw('json')), 5, base);
      for (const rows of [columns!, others!]) {
        const { values } = booster.inplacePredict({ columns: rows }, { outputMargin: true });
        expect(Buffer.compare(bytesOf(marginsOf(ensemble, rows, label.length)), bytesOf(values))).toBe(0);
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
