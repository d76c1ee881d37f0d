import type { ImprovementRule } from './improvement.ts';

const muchSetAside = 0.01;

export const mendTheExport: ImprovementRule = ({ cleaning }, _, { improvements, names }) => {
  const tables = (['customers', 'transactions'] as const)
    .map((table) => ({
      table,
      name: names.tables[table],
      rows: cleaning[table].rowsQuarantined,
      share: cleaning[table].rowsQuarantined / cleaning[table].rowsDelivered,
    }))
    .filter(({ share }) => share > muchSetAside);
  if (tables.length === 0) return undefined;
  const worst = cleaning.rules
    .filter((rule) => tables.some(({ table }) => table === rule.table) && rule.action === 'quarantine')
    .sort((a, b) => b.rows - a.rows)[0]!;
  const { what, why } = improvements.mendTheExport;
  return { what: what(tables.map(({ name }) => name)), why: why({ tables, rule: worst.id }) };
};

export const measureTheCampaign: ImprovementRule = ({ evaluation }, _, { improvements }) => {
  const { what, why } = improvements.measureTheCampaign;
  return { what, why: why(evaluation.campaign) };
};
