import { columnDeclarations } from '../../src/dialect/column-declarations.ts';
import { columnKey } from '../../src/dialect/column-key.ts';
import { columnMappingSchema } from '../../src/dialect/column-mapping.ts';
import { matchColumns } from '../../src/dialect/match-columns.ts';
import { deliveredColumns } from '../../src/schema/delivered-table.ts';

test('the declarations are about the columns of the two exports, in their order', () => {
  for (const table of ['customers', 'transactions'] as const) {
    const delivered = columnDeclarations[table].filter(({ need }) => need !== 'optional');
    expect(delivered.map(({ name }) => name)).toEqual(deliveredColumns[table]);
  }
});

test('aliases are written as keys, and each belongs to one column of a table', () => {
  for (const declarations of Object.values(columnDeclarations)) {
    const names = declarations.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.map(columnKey)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('columns are found under other names, cases, accents and separators', () => {
  const header = ['ID Cliente', 'Data da Transação', 'VALOR', 'Serviço'];
  expect(matchColumns(header, 'transactions')).toEqual({
    places: { customer_id: 0, transaction_date: 1, amount: 2, service: 3 },
    problems: [],
    warnings: [],
  });
});

test('our own name goes before an alias', () => {
  const { places, problems } = matchColumns(
    ['date', 'transaction_date', 'customer_id', 'amount'],
    'transactions',
  );
  expect(places.transaction_date).toBe(1);
  expect(problems).toEqual([]);
});

test('a missing required column is a problem, a missing expected one a warning, a missing optional one nothing', () => {
  expect(matchColumns(['customer_id', 'price'], 'transactions')).toEqual({
    places: { customer_id: 0 },
    problems: [
      'expected a column transaction_date, the header has customer_id, price: name the one that is meant by --columns',
      'expected a column amount, the header has customer_id, price: name the one that is meant by --columns',
    ],
    warnings: [
      'no column service, its values are not known',
      'columns that no stage reads are ignored: price',
    ],
  });
});

test('of a header whose delimiter was not found every name is told', () => {
  const header = ['Kundennr;"Alter";Geschlecht; Vertragsbeginn;Gebiet'];
  const names = 'Kundennr, Alter, Geschlecht, Vertragsbeginn, Gebiet';
  expect(matchColumns(header, 'customers').problems).toEqual([
    `expected a column customer_id, the header has ${names}: name the one that is meant by --columns`,
  ]);
});

test('two columns for one: a problem where it is required or the names are the same, else the likelier is taken', () => {
  expect(matchColumns(['customer', 'client_id', 'age', 'Age'], 'customers').problems).toEqual([
    'expected one column for customer_id, the header has customer, client_id: choose by --columns',
    'expected one column age, the header has it more than once',
  ]);
  const { places, warnings } = matchColumns(['customer_id', 'country', 'state'], 'customers');
  expect(places.region).toBe(2);
  expect(warnings).toContain('state is taken for region, of state, country: choose another by --columns');
});

test('the mapping of the user goes before names; null takes a column away', () => {
  const mapping = { amount: 'Betrag', service: null, transaction_date: 'when' };
  expect(
    matchColumns(['customer_id', 'Betrag', 'amount', 'service', 'When'], 'transactions', mapping),
  ).toEqual({
    places: { customer_id: 0, amount: 1, transaction_date: 4 },
    problems: [],
    warnings: ['columns that no stage reads are ignored: amount, service'],
  });
  expect(matchColumns(['customer_id', 'date', 'amount'], 'transactions', { amount: 'x' }).problems).toEqual([
    'expected the column x that --columns names for amount, the header has customer_id, date, amount',
  ]);
});

test('a mapping file names columns that there are', () => {
  expect(columnMappingSchema.safeParse({ customers: { age: 'Alter' } }).success).toBe(true);
  expect(columnMappingSchema.safeParse({ customers: { height: 'x' } }).success).toBe(false);
  expect(columnMappingSchema.safeParse({ orders: {} }).success).toBe(false);
});
