import { hundredthsSql, isFinerThanHundredthsSql, plainNumberSql } from '../../src/cleaning/amount-sql.ts';
import { customerIdSql } from '../../src/cleaning/customer-id-sql.ts';
import { daySql } from '../../src/cleaning/day-sql.ts';
import type { DateFormat, DecimalMark } from '../../src/dialect/dialect.ts';
import { sqlText, withDuckDb } from '../../src/platform/duckdb-session.ts';

function valueInSql(sql: string) {
  return withDuckDb({ threads: 1, temporaryDirectory: 'unused' }, async (connection) => {
    const result = await connection.runAndReadAll(`SELECT ${sql}`);
    return result.getRowsJson()[0]![0];
  });
}

test.each<[string, DecimalMark, string | null]>([
  ['12.5', 'point', '1250'],
  ['-3', 'point', '-300'],
  ['0.005', 'point', '1'],
  ['-0.005', 'point', '-1'],
  ['1.004999999999999999999999999', 'point', '100'],
  ['1,234.56', 'point', '123456'],
  ['1.234,56', 'comma', '123456'],
  ['12,5', 'comma', '1250'],
  ['1e3', 'point', '100000'],
  ['12,5', 'point', null],
  ['NaN', 'point', null],
  ['inf', 'point', null],
  ['R$ 5', 'point', '500'],
  ['R$ 1.234,50', 'comma', '123450'],
  ['-12,50 €', 'comma', '-1250'],
  ['(12.50)', 'point', '-1250'],
  ['12.50-', 'point', '-1250'],
  ['\u221212.50', 'point', '-1250'],
  ['1\u00a0234,50', 'comma', '123450'],
  ["1'234.50", 'point', '123450'],
  ['1,23,456.00', 'point', '12345600'],
  ['1.234,56', 'point', null],
  ['1,23', 'point', null],
  ['12 5', 'point', null],
  ['(-5)', 'point', null],
  ['5 apples', 'point', null],
])('%s with a decimal %s is %s hundredths', async (text, mark, expected) => {
  expect(await valueInSql(hundredthsSql(plainNumberSql(sqlText(text), mark)))).toBe(expected);
});

test.each([
  ['12.345', true],
  ['12.340', false],
  ['12.34', false],
  ['1.2e-1', false],
  ['1.234e-1', true],
])('%s is finer than hundredths: %s', async (text, expected) => {
  expect(await valueInSql(isFinerThanHundredthsSql(sqlText(text)))).toBe(expected);
});

test.each<[string, DateFormat, string | null]>([
  ['2024-02-29', 'iso', '2024-02-29'],
  ['2024-3-1', 'iso', '2024-03-01'],
  ['2024-02-29T23:59:59-03:00', 'iso', '2024-02-29'],
  ['2023-02-29', 'iso', null],
  ['1899-12-31', 'iso', null],
  ['19970131', 'compact', '1997-01-31'],
  ['03/04/2024', 'day-first', '2024-04-03'],
  ['03/04/2024', 'month-first', '2024-03-04'],
  ['3.4.2024 08:26', 'day-first', '2024-04-03'],
  ['2024-03-01', 'day-first', null],
  ['2024/03/01', 'iso', '2024-03-01'],
  ['2024-03-01Z', 'iso', '2024-03-01'],
  ['2024-03-01x', 'iso', null],
  ['2024-03-1x', 'iso', null],
  ['2010-07-3/', 'iso', null],
  ['2024-01-1\n', 'iso', null],
  ['20240301235959', 'compact', '2024-03-01'],
  ['1.3.24', 'day-first', '2024-03-01'],
  ['1/3/69', 'month-first', '1969-01-03'],
  ['01-MAR-24', 'named', '2024-03-01'],
  ['1 de fevereiro de 2024', 'named', '2024-02-01'],
  ['Dec 31, 1999 23:59', 'named', '1999-12-31'],
  ['31 Feb 2024', 'named', null],
  ['1 foo 2024', 'named', null],
])('%s read as %s is %s', async (text, format, expected) => {
  expect(await valueInSql(daySql(sqlText(text), [format]))).toBe(expected);
});

test.each([
  ['17850.0', '17850'],
  ['00012', '00012'],
  ['00012.00', '00012'],
  ['A.0', 'A.0'],
])('the id %s is %s', async (text, expected) => {
  expect(await valueInSql(customerIdSql(sqlText(text)))).toBe(expected);
});
