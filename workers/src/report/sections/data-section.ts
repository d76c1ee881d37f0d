import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { deliveryTable, rowsByAction, rulesTable } from '../tables/cleaning-tables.ts';

export function dataSection({ cleaning, evaluation }: ReportInputs, language: Language): Section {
  const { data, formats } = language;
  const { firstDay, lastDay } = evaluation.dataset.transactions;
  const rules = rulesTable(cleaning, language);
  return {
    id: 'data',
    title: data.title,
    blocks: [
      paragraph(data.intro({ firstDay: formats.day(firstDay), lastDay: formats.day(lastDay) })),
      deliveryTable(cleaning, language),
      paragraph(sumOfRules(cleaning, language)),
      ...(rules.rows.length === 0 ? [] : [rules]),
    ],
  };
}

function sumOfRules(cleaning: ReportInputs['cleaning'], { data }: Language): string {
  const rows = rowsByAction(cleaning);
  const delivered = cleaning.customers.rowsDelivered + cleaning.transactions.rowsDelivered;
  const met = cleaning.rules.filter((rule) => rule.rows > 0).length;
  const quarantined = rows.get('quarantine') ?? 0;
  return met === 0
    ? data.noRuleMet(cleaning.rules.length)
    : data.rulesMet({
        met,
        rules: cleaning.rules.length,
        quarantined,
        quarantinedShare: quarantined / delivered,
        merged: rows.get('merge') ?? 0,
        emptied: rows.get('null') ?? 0,
        fixed: rows.get('fix') ?? 0,
        kept: rows.get('keep') ?? 0,
      });
}
