import { setImmediate as nextTurn } from 'node:timers/promises';
import { featureList } from '@churn/shared/features/feature-list';
import { z } from 'zod';
import { type FieldError, Problem } from '../http/problem.ts';
import { featuresRequestSchema } from '../prediction/predict-request.ts';
import { fieldErrors } from '../validation/field-errors.ts';
import { mostErrorsListed, validated } from '../validation/validated.ts';
import { type InferRequest, inferRequestSchema, numericDatatypes, type Tensor } from './infer-request.ts';

/** Values of a feature, a customer each; null where it is missing. */
export type Cells = readonly (number | string | null)[];

export interface ReadTensors {
  readonly request: InferRequest;
  readonly rowCount: number;
  /** By the name of the feature; all of the list. */
  readonly columns: ReadonlyMap<string, Cells>;
}

const wholeNumber = z.int('a whole number, as its datatype says, or null').nullable();

/** What may stand in a tensor, by the name of its feature. */
const tensors = new Map(
  featureList.map(({ kind, name }) => {
    const cell = featuresRequestSchema.shape.features.shape[name]!;
    return [name, { datatypes: kind === 'numeric' ? numericDatatypes : ['BYTES'], cell }] as const;
  }),
);

/** Validates the body of an inference request; a turn is left to others between two tensors, which may be long. */
export async function readTensors(body: unknown): Promise<ReadTensors> {
  const request = validated(inferRequestSchema, body);
  const rowCount = request.inputs[0]?.shape[0] ?? 0;
  const columns = new Map<string, Cells>();
  const errors: FieldError[] = [];
  for (const [index, tensor] of request.inputs.entries()) {
    if (errors.length >= mostErrorsListed) break;
    const { name } = tensor;
    const found = columns.has(name)
      ? [tensorError(index, 'name', 'a feature once', 'one that came before')]
      : errorsOf(tensor, index, rowCount);
    columns.set(name, found.length === 0 ? cellsOf(tensor) : []);
    errors.push(...found);
    await nextTurn();
  }
  const missing = [...tensors.keys()].filter((name) => !columns.has(name));
  if (missing.length > 0) {
    errors.push({
      pointer: '#/inputs',
      expected: 'a tensor for each feature of the model',
      received: `none for ${missing.join(', ')}`,
    });
  }
  if (errors.length === 0) return { request, rowCount, columns };
  throw new Problem(
    'invalid-request',
    'expected tensors as GET /v2/models/churn describes them',
    errors.slice(0, mostErrorsListed),
  );
}

function errorsOf(tensor: Tensor, index: number, rowCount: number): FieldError[] {
  const allowed = tensors.get(tensor.name);
  if (allowed === undefined) return [tensorError(index, 'name', 'a feature of the model', 'another name')];
  const { datatype, shape, data } = tensor;
  if (!allowed.datatypes.includes(datatype)) {
    return [tensorError(index, 'datatype', allowed.datatypes.join(', '), 'another datatype')];
  }
  if (shape[0] !== rowCount) {
    return [tensorError(index, 'shape', 'as many rows as in the first tensor', 'another number of rows')];
  }
  const cells = cellsOf(tensor);
  if (cells.length !== rowCount) {
    return [
      tensorError(
        index,
        'data',
        `as many values as its shape says (${rowCount})`,
        `a list of ${data.length}`,
      ),
    ];
  }
  const cell = datatype.startsWith('INT') ? allowed.cell.and(wholeNumber) : allowed.cell;
  return cellErrors(cell, cells, `#/inputs/${index}/data`);
}

/** Ends at a list that is long enough: a million wrong cells would take as many objects to tell. */
function cellErrors(cell: z.ZodType, cells: Cells, pointer: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [row, value] of cells.entries()) {
    const parsed = cell.safeParse(value);
    if (parsed.success) continue;
    for (const error of fieldErrors(parsed.error.issues, value)) {
      errors.push({ ...error, pointer: `${pointer}/${row}` });
    }
    if (errors.length >= mostErrorsListed) break;
  }
  return errors;
}

/** Unnested, where each row of a tensor of shape [n, 1] is a list of its own. */
function cellsOf({ shape, data }: Tensor): Cells {
  const isNested = shape.length === 2 && data.every((row) => Array.isArray(row) && row.length === 1);
  return (isNested ? data.flat() : data) as Cells;
}

function tensorError(index: number, field: string, expected: string, received: string): FieldError {
  return { pointer: `#/inputs/${index}/${field}`, expected, received };
}
