import { onceARun } from '../../src/stage/once-a-run.ts';
import type { StageContext } from '../../src/stage/stage.ts';

const contextOf = (run: string) => ({ run }) as StageContext<unknown>;

test('what a run finds is looked for once, whatever changes meanwhile', async () => {
  let content = 'as it was';
  let looks = 0;
  const find = onceARun(async ({ run }) => {
    looks += 1;
    return `${run}: ${content}`;
  });
  const context = contextOf('r1');
  const first = await find(context);
  content = 'changed';
  expect([first, await find(context), looks]).toEqual(['r1: as it was', 'r1: as it was', 1]);
});

test('another run looks again', async () => {
  let looks = 0;
  const find = onceARun(async () => (looks += 1));
  expect([await find(contextOf('r1')), await find(contextOf('r2'))]).toEqual([1, 2]);
});
