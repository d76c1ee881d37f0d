import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { amountOfText } from '../../src/page/browser/amount-of-text.js';
import { curlCommand } from '../../src/page/browser/curl-command.js';
import { english } from '../../src/page/browser/english.js';
import { portuguese } from '../../src/page/browser/portuguese.js';

test('numbers, days and counts are written as readers of the language write them', () => {
  const { formats: en } = english;
  const { formats: pt } = portuguese;
  expect([en.percent(0.7297), pt.percent(0.7297)]).toEqual(['73.0%', '73,0%']);
  expect([en.decimal(-0.5, 2), pt.decimal(-0.5, 2), en.decimal(null, 2)]).toEqual(['−0.50', '−0,50', '–']);
  expect([en.money(1234.5), pt.money(1234.5)]).toEqual(['1,234.50', '1.234,50']);
  expect([en.day('2024-06-01'), pt.day('2024-06-01'), en.day('')]).toEqual([
    'Jun 1, 2024',
    '1 de jun. de 2024',
    '',
  ]);
  expect([en.counted(1, 'day', 'days'), pt.counted(2, 'dia', 'dias')]).toEqual(['1 day', '2 dias']);
});

test.each([english, portuguese])('an amount that the page fills in is read back ($tag)', ({ formats }) => {
  for (const amount of [39.9, -5, 1234567.89, 0]) {
    expect(amountOfText(formats.typedAmount(amount))).toBe(amount);
  }
});

test('a decision is told with its probability and threshold', () => {
  expect(english.answer.churn(0.73, 0.25)).toBe(
    '73.0% likely to leave: at or above the threshold of 25.0%, so contact this customer.',
  );
  expect(portuguese.answer.stay(0.1, 0.25)).toBe(
    '10,0% de chance de sair: abaixo do limiar de 25,0%, portanto sem contato.',
  );
});

test('lines that were refused are counted and the first told', () => {
  const refused = Array(7).fill({ expected: 'date' as const });
  expect(english.pasted(1, refused)).toMatch(
    /^1 transaction added\. 7 lines are left above: line 1: .*line 5: [^;]*; …\.$/,
  );
  expect(portuguese.pasted(2, [])).toBe('2 transações adicionadas.');
});

test('the command for a terminal keeps quotes of the question inside of it', async () => {
  const body = { customer: { customerId: "O'Brien'; touch x; '" } };
  const command = curlCommand('http://localhost:8000/v1/predict', body);
  const printed = await promisify(execFile)('sh', ['-c', command.replace(/^curl/, 'printf "%s\\n"')]);
  const given = printed.stdout.trim();
  expect(JSON.parse(given.slice(given.indexOf('{')))).toEqual(body);
});
