import type { slices as english } from '../english/slices.ts';
import { formats } from './formats.ts';

const { counted, decimal, listed } = formats;

export const slices: typeof english = {
  title: 'Segmentos de clientes',
  tooFew: 'Nenhum segmento tem clientes suficientes para ser medido sozinho.',
  noneWorse: (total, auc) =>
    `Em nenhum de ${counted(total, 'segmento', 'segmentos')} o modelo é claramente pior do que no conjunto (ROC AUC ${decimal(auc)}).`,
  needCare: (members) =>
    `${counted(members.length, 'segmento pede', 'segmentos pedem')} cuidado: ${listed(members)}.`,
  caption: (kind) => `Por ${kind}`,
  columns: {
    rows: 'Clientes',
    churned: 'Saíram',
    observed: 'Taxa de churn',
    predicted: 'Probabilidade média',
    rocAuc: 'ROC AUC',
    note: 'Observação',
  },
  orderedWorse: 'ordenado pior',
  overrated: 'risco superestimado',
  underrated: 'risco subestimado',
};
