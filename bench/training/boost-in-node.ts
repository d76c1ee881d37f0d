import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';
import parameters from './boosting-parameters.json' with { type: 'json' };

/** boost-in-node.ts DATA ROWS COLUMNS ROUNDS THREADS RESULT: what `peers/boost_in_python.py` does, line by line. */
const [data, rowText, columnText, rounds, threads, result] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const [rows, columns, nthread] = [Number(rowText), Number(columnText), Number(threads)];

const readAt = performance.now();
const bytes = await readFile(data);
const table = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const columnOf = (at: number) => table.subarray(at * rows, (at + 1) * rows);
const matrixAt = performance.now();
using matrix = DMatrix.fromColumns(
  Array.from({ length: columns }, (_, at) => columnOf(at)),
  { label: columnOf(columns), nthread },
);
const fitAt = performance.now();
const { booster } = await train({
  params: { ...parameters, nthread },
  dtrain: matrix,
  numBoostRound: Number(rounds),
});
using trained = booster;
const predictAt = performance.now();
trained.predict(matrix);
const endAt = performance.now();
await writeFile(
  result,
  JSON.stringify({
    readSeconds: (matrixAt - readAt) / 1000,
    matrixSeconds: (fitAt - matrixAt) / 1000,
    fitSeconds: (predictAt - fitAt) / 1000,
    predictSeconds: (endAt - predictAt) / 1000,
    modelSha256: createHash('sha256').update(trained.saveRaw()).digest('hex'),
  }),
);
