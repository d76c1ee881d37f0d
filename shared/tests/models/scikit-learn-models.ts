import { readFileSync } from 'node:fs';
import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { selectRows } from '../../src/features/select-rows.ts';

interface Fixture {
  readonly trainingRows: number;
  readonly days: readonly number[];
  readonly age: readonly number[];
  readonly spend: readonly (number | null)[];
  /** Codes of `levels`, -1 where missing. */
  readonly region: readonly number[];
  readonly levels: readonly string[];
  readonly labels: readonly number[];
  readonly unpenalised: { readonly intercept: number; readonly coefficients: readonly number[] };
  readonly penalised: readonly {
    readonly ridge: number;
    readonly rocAuc: number;
    readonly logLoss: number;
  }[];
  /** Probabilities of the customers trained on. */
  readonly tree: { readonly maxDepth: number; readonly probabilities: readonly number[] };
}

const path = new URL('./fixtures/scikit-learn-models.json', import.meta.url);

/** What scikit-learn's models are and predict; fixtures/make_scikit_learn_models.py says how. */
export const scikitLearnModels = JSON.parse(readFileSync(path, 'utf8')) as Fixture;

const { days, age, spend, region, levels, labels, trainingRows } = scikitLearnModels;

const customers: LabelledMatrix = {
  labels: Uint8Array.from(labels),
  matrix: {
    rowCount: labels.length,
    columns: [
      { kind: 'numeric', name: 'days', values: Float64Array.from(days) },
      { kind: 'numeric', name: 'age', values: Float64Array.from(age) },
      { kind: 'numeric', name: 'spend', values: Float64Array.from(spend, (amount) => amount ?? Number.NaN) },
      { kind: 'categorical', name: 'region', codes: Int32Array.from(region), levels },
    ],
  },
};

const rows = Int32Array.from(labels.keys());
export const trainingCustomers = selectRows(customers, rows.subarray(0, trainingRows));
export const testCustomers = selectRows(customers, rows.subarray(trainingRows));
