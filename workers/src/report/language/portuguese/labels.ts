import type { labels as english } from '../english/labels.ts';
import { formats } from './formats.ts';

const { count, counted, listed } = formats;
const inDays = (days: number) => counted(days, 'dia', 'dias');

export const labels: typeof english = {
  title: 'Como os rótulos e as divisões foram feitos',
  flag: (gapDays) =>
    `Um cliente saiu quando a coluna de churn da exportação o diz${gapDays === 0 ? '' : `, e as variáveis terminam ${inDays(gapDays)} antes do dia da marcação`}.`,
  inactivity: (horizonDays) =>
    `Um cliente saiu quando não fez nenhuma transação nos ${inDays(horizonDays)} a partir da data de referência.`,
  everyCustomer: 'A pergunta vale para todo cliente com uma transação antes da data de referência.',
  activeCustomers: (lookbackDays) =>
    `A pergunta vale para clientes com uma transação nos ${inDays(lookbackDays)} antes da data de referência; os demais já tinham saído.`,
  asOf: (days) =>
    days.length === 1
      ? `As variáveis olham somente para o que vem antes da data de referência ${days[0]}.`
      : `As variáveis olham somente para o que vem antes das datas de referência ${listed(days)}.`,
  forward: (testDay) =>
    `A divisão avança no tempo: as linhas de teste são as de ${testDay}, e os desfechos de todas as linhas anteriores já eram conhecidos.`,
  byHash:
    'A divisão usa um hash do cliente: ninguém está dos dois lados, e um cliente de teste de hoje nunca treina um modelo futuro. ' +
    'Isso não mostra que o modelo vale para épocas futuras.',
  withoutFlag: (customers) =>
    `${counted(customers, 'cliente sem marcação de churn ficou', 'clientes sem marcação de churn ficaram')} de fora.`,
  inGap: (days) =>
    `Não usadas, porque seus desfechos se sobrepõem a uma divisão posterior: as linhas de ${listed(days)}.`,
  rows: (features, rows) =>
    `${counted(features, 'variável descreve', 'variáveis descrevem')} cada uma das ${count(rows)} linhas, uma por cliente e data de referência.`,
  caption: 'Linhas por divisão',
  columns: { split: 'Divisão', rows: 'Linhas', churned: 'Saíram', share: 'Taxa de churn' },
};
