import { runInThread } from '../../src/platform/run-in-thread.ts';

const threadModule = new URL('../../src/platform/run-in-thread.ts', import.meta.url);

/** A module that answers its starter by the given work. */
function moduleOf(work: string): URL {
  const source = `import { answerStarter } from ${JSON.stringify(threadModule)}; answerStarter(${work});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

const endless = moduleOf('() => { for (;;); }');

test('the answer is what the work makes of the input', async () => {
  const double = moduleOf('({ numbers }) => numbers.map((number) => 2 * number)');
  expect(await runInThread(double, { numbers: [1, 2] }, undefined)).toEqual([2, 4]);
});

test('the next work of a module runs in the thread that has answered, works at a time in threads of their own', async () => {
  const counting = moduleOf('((count) => () => ++count)(0)');
  expect(await runInThread(counting, null, undefined)).toBe(1);
  expect(await runInThread(counting, null, undefined)).toBe(2);
  const both = [runInThread(counting, null, undefined), runInThread(counting, null, undefined)];
  expect(await Promise.all(both)).toEqual([3, 1]);
});

test('after an abort the next work has a new thread', async () => {
  const abort = new AbortController();
  const waiting = moduleOf('(isEndless) => { while (isEndless); return "done"; }');
  const aborted = runInThread(waiting, true, abort.signal);
  abort.abort(new Error('stopped'));
  await expect(aborted).rejects.toThrow('stopped');
  expect(await runInThread(waiting, false, undefined)).toBe('done');
});

test('an error of the work rejects', async () => {
  const failing = moduleOf('() => { throw new Error("no such tree"); }');
  await expect(runInThread(failing, null, undefined)).rejects.toThrow('no such tree');
});

test('timers run while the thread works, and an abort ends endless work', async () => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error('time is up')), 50);
  await expect(runInThread(endless, null, abort.signal)).rejects.toThrow('time is up');
  clearTimeout(timer);
});

test('a signal aborted before starts nothing', async () => {
  await expect(runInThread(endless, null, AbortSignal.abort(new Error('too late')))).rejects.toThrow(
    'too late',
  );
});

test('a thread that ends without an answer rejects', async () => {
  const silent = new URL('data:text/javascript,export{}');
  await expect(runInThread(silent, null, undefined)).rejects.toThrow('ended with code 0');
});
