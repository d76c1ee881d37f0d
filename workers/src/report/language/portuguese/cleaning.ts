import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { cleaning as english } from '../english/cleaning.ts';
import { formats } from './formats.ts';

const { count, counted, percent } = formats;

const rowsOf: Readonly<Record<DeliveredTable, string>> = {
  customers: 'linhas de clientes',
  transactions: 'linhas de transações',
};

export const cleaning: typeof english = {
  title: 'Relatório de limpeza',
  subtitle: (v) => `${v.customers} e ${v.transactions}`,
  summary: {
    title: 'O que chegou e o que ficou',
    counts: (v) =>
      `De ${count(v.delivered)} ${rowsOf[v.table]}, ${counted(v.accepted, 'foi aceita', 'foram aceitas')} (${percent(v.accepted / v.delivered)}), ` +
      `${counted(v.merged, 'foi unida', 'foram unidas')} a outra que diz o mesmo e ${counted(v.quarantined, 'foi', 'foram')} para a quarentena.`,
    values: (v) =>
      `Nas linhas aceitas, ${counted(v.fixed, 'valor recebeu', 'valores receberam')} a grafia única e ` +
      `${counted(v.emptied, 'valor sem sentido foi esvaziado', 'valores sem sentido foram esvaziados')}.`,
    delivered: (table) => (table === 'customers' ? 'Clientes entregues' : 'Transações entregues'),
    bars: { accepted: 'aceitas', merged: 'unidas', quarantined: 'em quarentena' },
  },
  files: {
    title: 'Como os arquivos foram lidos',
    caption: 'Arquivos entregues e como são lidos',
    columns: {
      file: 'Arquivo',
      table: 'Tabela',
      rows: 'Linhas',
      writtenAs: 'Escrito como',
      dates: 'Datas',
      amounts: 'Valores',
      renamed: 'Colunas com outros nomes',
      arrived: 'Chegada',
    },
    others: (files) => `E mais ${counted(files, 'arquivo', 'arquivos')}.`,
    delimiter: (delimiter) => `delimitador ${delimiter}`,
    tab: 'tabulação',
    quote: (quote) => `aspas ${quote}`,
    noQuotes: 'sem aspas',
    decimals: { point: 'ponto', comma: 'vírgula' },
    dates: {
      iso: 'ISO',
      compact: 'compacta',
      named: 'mês por extenso',
      'day-first': 'dia primeiro',
      'month-first': 'mês primeiro',
    },
  },
  rules: {
    title: 'Regras aplicadas',
    spentCaption: 'Linhas em quarentena e o que é permitido',
    spentColumns: { rule: 'Regra', share: 'Parcela das linhas', allowed: 'Parcela permitida' },
    unmetCaption: 'Regras que nenhuma linha encontrou',
    unmetColumns: { rule: 'Regra', why: 'Por que se aplicaria' },
    unmet: (rules) => `${counted(rules, 'regra não encontrou', 'regras não encontraram')} linhas`,
  },
  examples: {
    title: 'Exemplos',
    caption: 'Exemplos, as primeiras linhas de cada regra',
    columns: { rule: 'Regra', line: 'Linha', delivered: 'Como entregue', became: 'O que foi feito' },
    none: 'Nenhuma regra se aplicou.',
    quarantined: 'em quarentena',
    merged: 'unida a outra igual',
    emptied: (column) => `${column} está vazia`,
    otherSpelling: (column) => `${column} em outra grafia`,
    became: (column, value) => `${column} é ${value}`,
    kept: 'mantida',
  },
  profile: {
    title: (table) => `O que há nas colunas de ${table === 'customers' ? 'clientes' : 'transações'}`,
    caption: 'Colunas antes e depois da limpeza',
    columns: {
      column: 'Coluna',
      filledBefore: 'Preenchida antes',
      filledAfter: 'Preenchida depois',
      distinctBefore: 'Valores diferentes antes',
      distinctAfter: 'Valores diferentes depois',
    },
    before: 'Antes',
    after: 'Depois',
    others: 'todos os outros',
    empty: '(vazio)',
    noRows: 'nenhuma linha',
    group: (label) =>
      label
        .replace('(unreadable)', '(ilegível)')
        .replace('below ', 'abaixo de ')
        .replace(' to ', ' a ')
        .replace(' and more', ' ou mais'),
  },
};
