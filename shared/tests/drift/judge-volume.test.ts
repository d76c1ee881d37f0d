import { judgeVolume, thinEnd } from '../../src/drift/judge-volume.ts';

test('a week as any other, or a slow one, is nothing to speak of', () => {
  for (const transactions of [500, 1_000, 5_000]) {
    expect(thinEnd({ transactions, usual: 1_000 })).toBeUndefined();
    expect(judgeVolume({ transactions, usual: 1_000 })).toEqual({ verdict: 'ok', reasons: [] });
  }
});

test('a thin week is told, one with next to nothing stops', () => {
  const said =
    'the last week of the data has 499 transactions where a week has 1000 as a rule: ' +
    'a mistyped date, or an export that is not complete, makes customers look silent';
  expect(thinEnd({ transactions: 499, usual: 1_000 })).toBe(said);
  expect(judgeVolume({ transactions: 200, usual: 1_000 }).verdict).toBe('ok');
  expect(judgeVolume({ transactions: 199, usual: 1_000 })).toEqual({
    verdict: 'stop',
    reasons: [said.replace('499', '199')],
  });
});

test('where a week has few transactions nothing can be told', () => {
  expect(thinEnd({ transactions: 1, usual: 49 })).toBeUndefined();
  expect(judgeVolume({ transactions: 1, usual: 49 }).verdict).toBe('ok');
});
