import { amountOfText } from '../../src/page/browser/amount-of-text.js';
import { dayOfText } from '../../src/page/browser/day-of-text.js';
import { pastedLines } from '../../src/page/browser/pasted-lines.js';

test.each<[string, number | undefined]>([
  ['39.9', 39.9],
  ['39,90', 39.9],
  [' 5 ', 5],
  ['-5.00', -5],
  ['−5', -5],
  ['+7', 7],
  ['0.29', 0.29],
  ['1,234', undefined],
  ['1.005', undefined],
  ['1,234.50', undefined],
  ['R$ 5', undefined],
  ['1e3', undefined],
  ['', undefined],
])('the amount %p is %p', (text, amount) => {
  expect(amountOfText(text)).toBe(amount);
});

test.each<[string, string | undefined]>([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2024-13-01', undefined],
  ['01/03/2024', undefined],
  ['2024-3-1', undefined],
  ['', undefined],
])('the day %p is %p', (text, day) => {
  expect(dayOfText(text)).toBe(day);
});

const internet = { date: '2024-05-03', amount: '39.90', service: 'internet' };

test.each([
  ['commas', '2024-05-03,39.90,internet', internet],
  ['semicolons and a decimal comma', '2024-05-03;39,90;internet', { ...internet, amount: '39,90' }],
  ['tabs', '2024-05-03\t39.90\tinternet', internet],
  ['blanks around', ' 2024-05-03 , 39.90 , internet ', internet],
  ['quotes', '"2024-05-03","39.90","data, ""fast"""', { ...internet, service: 'data, "fast"' }],
  ['no service', '2024-05-03,39.90', { ...internet, service: '' }],
  ['an empty service', '2024-05-03,39.90,', { ...internet, service: '' }],
])('a line with %s is a transaction', (_what, line, transaction) => {
  expect(pastedLines(line)).toEqual({ transactions: [transaction], refused: [] });
});

test('lines of every end, blank ones and a first line of names are passed over', () => {
  const text = 'date,amount,service\r\n2024-05-03,39.90,internet\r\r\n\n2024-05-04,1,\n';
  expect(pastedLines(text).transactions.map(({ date }) => date)).toEqual(['2024-05-03', '2024-05-04']);
  expect(pastedLines('')).toEqual({ transactions: [], refused: [] });
});

test('a line that is no transaction is left over, with what was expected', () => {
  const text = [
    '2024-05-03,39.90,internet',
    '2023-02-29,1,x',
    '2024-05-03,39,90,internet',
    '2024-05-03,ten,x',
    'names,again',
  ].join('\n');
  const { transactions, refused } = pastedLines(text);
  expect(transactions).toEqual([internet]);
  expect(refused).toEqual([
    { text: '2023-02-29,1,x', expected: 'date' },
    { text: '2024-05-03,39,90,internet', expected: 'columns' },
    { text: '2024-05-03,ten,x', expected: 'amount' },
    { text: 'names,again', expected: 'date' },
  ]);
});

test.each(['2024-05-03,"39.90', '"', '""2024-05-03"",1', ',,,', '2024-05-03'])(
  '%p ends and is refused',
  (line) => {
    expect(pastedLines(`2024-01-01,1\n${line}`).refused).toHaveLength(1);
  },
);
