import { type ModelDocument, parseModelDocument } from '../../src/artifacts/model-document.ts';
import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { selectRows } from '../../src/features/select-rows.ts';
import { blendMembers } from '../../src/models/blend-model.ts';
import type { Hyperparameters } from '../../src/models/model.ts';
import { sha256 } from '../../src/platform/sha256.ts';
import type { SingleFamilyName } from '../../src/schema/model-family-name.ts';
import { refitModel } from '../../src/training/refit-model.ts';
import { madeUpCustomers, smallBlend, smallMemberSettings, smallModel } from '../registry/small-model.ts';

const seed = 1;
const rows = madeUpCustomers(seed);
const half = selectRows(
  rows,
  Int32Array.from({ length: rows.labels.length / 2 }, (_, row) => 2 * row),
);
const allSettings = new Map(Object.entries(smallMemberSettings) as [SingleFamilyName, Hyperparameters][]);

async function again(
  { modelText }: { readonly modelText: string },
  on: LabelledMatrix,
  memberSettings = allSettings,
): Promise<{ readonly before: ModelDocument; readonly after: ModelDocument }> {
  const before = parseModelDocument(modelText, 'the test');
  const evaluated = { modelSha256: sha256(modelText), document: before, memberSettings };
  return { before, after: await refitModel(evaluated, on, { threads: 1 }) };
}

test.each([
  ['one family', smallModel],
  ['a blend', smallBlend],
])('on the rows it was fitted on, %s comes out bit for bit as it was', async (_what, make) => {
  const content = await make(seed, 'r1');
  const { before, after } = await again(content, rows);
  const training = { ...before.training, evaluatedModelSha256: sha256(content.modelText) };
  expect(after).toEqual({ ...before, training });
});

test('on other rows the parameters are others, and say how many rows they are of', async () => {
  const { before, after } = await again(await smallModel(seed, 'r1'), half);
  expect(after.parameters).not.toEqual(before.parameters);
  expect(after.training).toMatchObject({
    rows: 200,
    churned: half.labels.reduce((sum, label) => sum + label, 0),
  });
});

test('every member of a blend is fitted on the other rows, its weight and calibration stay', async () => {
  const { before, after } = await again(await smallBlend(seed, 'r1'), half);
  const [measured, refitted] = [blendMembers(before.parameters), blendMembers(after.parameters)];
  for (const [index, { parameters, ...kept }] of refitted.entries()) {
    expect(measured[index]).toMatchObject(kept);
    expect(parameters).not.toEqual(measured[index]!.parameters);
  }
  expect(after.hyperparameters).toEqual(before.hyperparameters);
});

test('a blend without the settings of a member cannot be fitted again', async () => {
  const blend = await smallBlend(seed, 'r1');
  const settings = new Map([...allSettings].filter(([family]) => family !== 'decision-tree'));
  await expect(again(blend, rows, settings)).rejects.toMatchObject({
    code: 'member-settings-missing',
    message: expect.stringContaining('decision-tree'),
  });
});
