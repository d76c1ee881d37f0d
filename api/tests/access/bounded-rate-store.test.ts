import { BoundedRateStore } from '../../src/access/bounded-rate-store.ts';

function storeOf(capacity: number) {
  const time = { ms: 1_000_000 };
  const store = new BoundedRateStore({ windowMs: 1_000, capacity, now: () => new Date(time.ms) });
  return { store, time };
}

test('hits count in a window that begins with the first', () => {
  const { store, time } = storeOf(10);
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_001_000) });
  time.ms += 999;
  expect(store.increment('a').totalHits).toBe(2);
  time.ms += 1;
  expect(store.get('a')).toBeUndefined();
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_002_000) });
});

test('callers whose window has ended are forgotten', () => {
  const { store, time } = storeOf(10);
  for (const caller of ['a', 'b', 'c']) store.increment(caller);
  time.ms += 1_000;
  store.increment('d');
  expect(store.size).toBe(1);
});

test('many callers do not take more memory: those whose window ends next are forgotten first', () => {
  const { store, time } = storeOf(3);
  for (const caller of ['a', 'b', 'c']) {
    store.increment(caller);
    time.ms += 1;
  }
  store.increment('a');
  for (let index = 0; index < 2; index++) store.increment(`new ${index}`);
  expect(store.size).toBe(3);
  expect([store.get('a'), store.get('b'), store.get('c')?.totalHits]).toEqual([undefined, undefined, 1]);
});
