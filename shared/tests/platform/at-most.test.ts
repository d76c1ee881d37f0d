import { atMost } from '../../src/platform/at-most.ts';

/** A work that ends when it is told to. */
function heldWork() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isBegun = false;
  const work = () => {
    isBegun = true;
    return promise;
  };
  return { work, end: resolve, begun: () => isBegun };
}

test('no more works than the width are under way, and they begin in order', async () => {
  const queue = atMost(2);
  const works = [heldWork(), heldWork(), heldWork()];
  const ends = works.map(({ work }) => queue.run(work));
  await Promise.resolve();
  expect(works.map(({ begun }) => begun())).toEqual([true, true, false]);
  works[1]!.end();
  await ends[1];
  await Promise.resolve();
  expect(works[2]!.begun()).toBe(true);
  works[0]!.end();
  works[2]!.end();
  await Promise.all(ends);
});

test('each work answers to its own caller', async () => {
  const queue = atMost(2);
  expect(await Promise.all([3, 1, 2].map((number) => queue.run(async () => number * 10)))).toEqual([
    30, 10, 20,
  ]);
});

test('after one work has failed those that wait are not begun', async () => {
  const queue = atMost(1);
  const failing = queue.run(async () => {
    throw new Error('no memory');
  });
  const later = heldWork();
  const waiting = queue.run(later.work);
  await expect(failing).rejects.toThrow('no memory');
  await expect(waiting).rejects.toThrow('no memory');
  expect(later.begun()).toBe(false);
});
