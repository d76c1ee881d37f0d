import { count, percent } from '../format-number.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { deliveryTable, rowsByAction, rulesTable } from '../tables/cleaning-tables.ts';

export function dataSection({ cleaning, evaluation }: ReportInputs): Section {
  const { firstDay, lastDay } = evaluation.dataset.transactions;
  const rules = rulesTable(cleaning);
  return {
    id: 'data',
    title: 'The data and their faults',
    blocks: [
      paragraph(
        `Transactions from ${firstDay} to ${lastDay}. Every delivered row is accepted, merged with one that says the same, or set aside ` +
          'with file, line and reason in the quarantine file; nothing disappears.',
      ),
      deliveryTable(cleaning),
      paragraph(sumOfRules(cleaning)),
      ...(rules.rows.length === 0 ? [] : [rules]),
    ],
  };
}

function sumOfRules(cleaning: ReportInputs['cleaning']): string {
  const rows = rowsByAction(cleaning);
  const of = (action: 'quarantine' | 'merge' | 'null' | 'fix' | 'keep') => rows.get(action) ?? 0;
  const delivered = cleaning.customers.rowsDelivered + cleaning.transactions.rowsDelivered;
  const met = cleaning.rules.filter((rule) => rule.rows > 0).length;
  return met === 0
    ? `None of the ${cleaning.rules.length} rules of cleaning met a row.`
    : `${met} of ${cleaning.rules.length} rules of cleaning met rows: ${count(of('quarantine'))} rows ` +
        `(${percent(of('quarantine') / delivered, 2)}) were set aside, ${count(of('merge'))} merged, ${count(of('null'))} values emptied, ` +
        `${count(of('fix'))} spellings unified, and ${count(of('keep'))} oddities kept as they were.`;
}
