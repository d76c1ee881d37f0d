import { bodyLines } from '../../src/batch/body-lines.ts';
import { turnOfItsOwn } from '../../src/batch/turn-of-its-own.ts';

test('of many who wait, one goes on in each turn of the event loop', async () => {
  const turns: number[] = [];
  let turn = 0;
  let counting = true;
  const count = () => {
    turn += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      await turnOfItsOwn();
      turns.push(turn);
    }),
  );
  counting = false;
  expect(new Set(turns).size).toBe(20);
});

test('a line in 5,000 parts is whole', async () => {
  const parts = async function* () {
    for (let part = 0; part < 5_000; part += 1) yield Buffer.from(`${part},`);
    yield Buffer.from('\n\n x');
  };
  const lines: [number, string][] = [];
  for await (const { number, bytes } of bodyLines(parts(), { lineBytes: 100_000, lineTimeoutMs: 10_000 })) {
    lines.push([number, String(bytes)]);
  }
  const first = Array.from({ length: 5_000 }, (_, part) => `${part},`).join('');
  expect(lines).toEqual([
    [1, first],
    [3, ' x'],
  ]);
});

test('a wait whose time is over before it begins is late, without a warning', async () => {
  const warned: string[] = [];
  const note = ({ name }: Error) => warned.push(name);
  process.on('warning', note);
  const chunks = async function* () {
    for (;;)
      yield await new Promise<Buffer>((resolve) => setTimeout(resolve, 5, Buffer.from('\n'.repeat(1000))));
  };
  const read = async () => {
    for await (const _line of bodyLines(chunks(), { lineBytes: 10, lineTimeoutMs: -5 }));
  };
  await expect(read()).rejects.toMatchObject({ kind: 'request-timeout' });
  process.off('warning', note);
  expect(warned).toEqual([]);
});
