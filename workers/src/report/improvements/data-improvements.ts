import { count, percent } from '../format-number.ts';
import { sentenceCase } from '../plain-names.ts';
import type { ImprovementRule } from './improvement.ts';

const muchSetAside = 0.01;

export const mendTheExport: ImprovementRule = ({ cleaning }) => {
  const tables = (['customers', 'transactions'] as const).filter(
    (table) => cleaning[table].rowsQuarantined > muchSetAside * cleaning[table].rowsDelivered,
  );
  if (tables.length === 0) return undefined;
  const worst = cleaning.rules
    .filter(({ table, action }) => tables.includes(table as 'customers') && action === 'quarantine')
    .sort((a, b) => b.rows - a.rows)[0]!;
  return {
    what: `Mend the export of ${tables.join(' and ')}: the quarantine file of churn clean names file, line and reason of each row.`,
    why: tables
      .map(
        (table) =>
          `${sentenceCase(table)}: ${count(cleaning[table].rowsQuarantined)} rows ` +
          `(${percent(cleaning[table].rowsQuarantined / cleaning[table].rowsDelivered)}) were set aside`,
      )
      .concat(`most of them by the rule ${worst.id}.`)
      .join('; '),
  };
};

export const measureTheCampaign: ImprovementRule = ({ evaluation }) => {
  const { customerValue, offerCost, offerSuccess } = evaluation.campaign;
  return {
    what: 'Measure by a trial with a control group what an offer costs and whom it keeps, and give churn train the measured figures.',
    why:
      `Threshold and profit rest on assumptions: a leaver loses ${count(customerValue)} currency units, an offer costs ` +
      `${count(offerCost)} and keeps ${percent(offerSuccess, 0)} of the leavers it reaches.`,
  };
};
