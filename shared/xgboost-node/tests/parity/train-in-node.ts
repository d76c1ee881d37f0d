import type { Gradient } from '../../src/booster.ts';
import { DMatrix } from '../../src/dmatrix.ts';
import type { SparseData } from '../../src/matrix-data.ts';
import type { MatrixInfo } from '../../src/matrix-info.ts';
import type { Prediction } from '../../src/prediction.ts';
import { QuantileDMatrix } from '../../src/quantile-dmatrix.ts';
import { type Trained, train } from '../../src/train.ts';
import type { Configuration } from './configurations.ts';
import { type ParityData, queryRows, rowCount, trainCount } from './parity-data.ts';

export interface TrainedInNode extends Trained, Disposable {
  readonly validation: DMatrix;
}

/** The same as `train_in_python.py` does. */
export async function trainInNode(data: ParityData, configuration: Configuration): Promise<TrainedInNode> {
  const { params, rounds, firstRounds, earlyStopping, objective } = configuration;
  const training = matrixOf(data, configuration, 0, trainCount);
  const validation = matrixOf(data, configuration, trainCount, rowCount, training);
  const boost = (numBoostRound: number, xgbModel?: Uint8Array) =>
    train({
      params: { nthread: 2, verbosity: 0, ...params },
      dtrain: training,
      numBoostRound,
      evals: [
        { name: 'train', matrix: training },
        { name: 'valid', matrix: validation },
      ],
      ...(objective === undefined ? {} : { obj: halfSquares }),
      ...(earlyStopping === undefined ? {} : { earlyStopping }),
      ...(xgbModel === undefined ? {} : { xgbModel }),
    });
  const first = firstRounds === undefined ? undefined : await boost(firstRounds);
  const trained = await boost(rounds - (firstRounds ?? 0), first?.booster.saveRaw());
  first?.booster[Symbol.dispose]();
  return {
    ...trained,
    validation,
    [Symbol.dispose]: () => {
      for (const owned of [trained.booster, validation, training]) owned[Symbol.dispose]();
    },
  };
}

function matrixOf(
  data: ParityData,
  configuration: Configuration,
  from: number,
  to: number,
  ref?: DMatrix,
): DMatrix {
  const part = (begin: number, end: number) => ({
    columns: data.columns.map((column) => column.subarray(begin, end)),
    ...infoOf(data, configuration, begin, end),
  });
  if (configuration.quantile) {
    const maxBin = configuration.params.max_bin as number;
    if (ref !== undefined) return QuantileDMatrix.fromBatches([part(from, to)], { maxBin, ref, nthread: 2 });
    const middle = (from + to) >> 1;
    return QuantileDMatrix.fromBatches([part(from, middle), part(middle, to)], { maxBin, nthread: 2 });
  }
  const { columns, ...info } = part(from, to);
  if (configuration.sparse) return DMatrix.fromCsr(sparseOf(columns), { ...info, nthread: 2 });
  return DMatrix.fromColumns(columns, { ...info, nthread: 2 });
}

function infoOf(data: ParityData, configuration: Configuration, from: number, to: number): MatrixInfo {
  const { label, weight, baseMargin, group, names, categorical } = configuration;
  return {
    label: data[label].subarray(from, to),
    ...(weight ? { weight: data.weight.subarray(from, to) } : {}),
    ...(baseMargin ? { baseMargin: data.baseMargin.subarray(from, to) } : {}),
    ...(group ? { group: new Uint32Array((to - from) / queryRows).fill(queryRows) } : {}),
    ...(names ? { featureNames: data.columns.map((_, at) => `f${at}`) } : {}),
    ...(categorical ? { featureTypes: data.columns.map((_, at) => (at === 7 ? 'c' : 'q')) } : {}),
  };
}

function sparseOf(columns: readonly Float32Array[]): SparseData {
  const indptr = [0];
  const indices: number[] = [];
  for (const row of columns[0]!.keys()) {
    indices.push(...[...columns.keys()].filter((at) => !Number.isNaN(columns[at]![row]!)));
    indptr.push(indices.length);
  }
  const rowOf = indptr.flatMap((end, row) => Array(end - (indptr[row - 1] ?? 0)).fill(row - 1) as number[]);
  return {
    indptr: Int32Array.from(indptr),
    indices: Int32Array.from(indices),
    values: Float32Array.from(indices, (column, at) => columns[column]![rowOf[at]!]!),
    numCol: columns.length,
  };
}

function halfSquares({ values }: Prediction, dtrain: DMatrix): Gradient {
  const label = dtrain.getLabel();
  return {
    grad: values.map((margin, row) => margin - label[row]!),
    hess: new Float32Array(values.length).fill(1),
  };
}

/** The same kinds as in `train_in_python.py`. */
export const predictions = {
  value: {},
  margin: { outputMargin: true },
  some: { outputMargin: true, iterationRange: [0, 1] },
  leaf: { predLeaf: true, strictShape: true },
  contributions: { predContribs: true },
  approximate: { predContribs: true, approxContribs: true },
  interactions: { predInteractions: true },
} as const;

/** Linear models have neither leaves nor rounds, and the library tells a wrong shape of their interactions, in Python as here. */
const treesOnly = ['leaf', 'some', 'interactions'];

/** What a configuration can be asked. */
export function predictionsOf({ params }: Configuration): (keyof typeof predictions)[] {
  const kinds = Object.keys(predictions) as (keyof typeof predictions)[];
  return params.booster === 'gblinear' ? kinds.filter((kind) => !treesOnly.includes(kind)) : kinds;
}
