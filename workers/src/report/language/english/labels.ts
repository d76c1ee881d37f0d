import { formats } from './formats.ts';

const { counted, listed } = formats;
const inDays = (days: number) => counted(days, 'day', 'days');

export const labels = {
  title: 'How labels and splits were made',
  flag: (gapDays: number) =>
    `A customer left where the churn column of the export says so${gapDays === 0 ? '' : `, and features end ${inDays(gapDays)} before the day of the flags`}.`,
  inactivity: (horizonDays: number) =>
    `A customer left who made no transaction in the ${inDays(horizonDays)} from the as-of date.`,
  everyCustomer: 'Every customer with a transaction before the as-of date is asked about.',
  activeCustomers: (lookbackDays: number) =>
    `Asked about are customers with a transaction in the ${inDays(lookbackDays)} before the as-of date; the others had left already.`,
  asOf: (days: readonly string[]) =>
    `Features look only at what lies before the as-of ${days.length === 1 ? 'date' : 'dates'} ${listed(days)}.`,
  forward: (testDay: string) =>
    `The split goes forward in time: the test rows are those of ${testDay}, and the outcomes of all earlier rows were known by then.`,
  byHash:
    'The split goes by a hash of the customer: nobody is on both sides, and a test customer of today never trains a later model. ' +
    'It does not show that the model holds for later times.',
  withoutFlag: (customers: number) =>
    `${counted(customers, 'customer', 'customers')} without a churn flag left out.`,
  inGap: (days: readonly string[]) =>
    `Not used, because their outcomes overlap with a later split: the rows of ${listed(days)}.`,
  rows: (features: number, rows: number) =>
    `${counted(features, 'feature', 'features')} describe each of the ${counted(rows, 'row', 'rows')}, one row a customer and as-of date.`,
  caption: 'Rows by split',
  columns: { split: 'Split', rows: 'Rows', churned: 'Left', share: 'Share that left' },
};
