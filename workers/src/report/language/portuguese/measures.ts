import type { measures as english } from '../english/measures.ts';
import { formats } from './formats.ts';

const { decimal, percent } = formats;
const of100 = (value: number | null) => decimal(value === null ? null : value * 100, 0);

export const measures: typeof english = {
  rocAuc: {
    title: 'ROC AUC',
    meaning: ({ value }) =>
      `Entre um cliente que sai e um que fica, o modelo dá o risco maior ao que sai em ${of100(value)} de 100 pares; o palpite acerta 50.`,
  },
  prAuc: {
    title: 'PR AUC',
    meaning: ({ churnShare }) =>
      `Precisão média em todos os limiares; uma ordem aleatória tem ${decimal(churnShare)}, a taxa de churn.`,
  },
  logLoss: {
    title: 'Log loss',
    meaning: ({ constant }) =>
      `Penalidade por probabilidades erradas, quanto menor melhor; responder a taxa de churn para todos dá ${decimal(constant)}.`,
  },
  brier: {
    title: 'Escore de Brier',
    meaning: ({ constant }) =>
      `Erro quadrático médio das probabilidades, quanto menor melhor; a taxa de churn para todos dá ${decimal(constant)}.`,
  },
  accuracy: {
    title: 'Acurácia',
    meaning: ({ value, constant, churnShare }) =>
      `${of100(value)} de 100 clientes são julgados corretamente no limiar; dizer que todos ` +
      `${churnShare > 0.5 ? 'saem' : 'ficam'} acerta ${of100(constant)}` +
      `${(value ?? 0) < constant ? ' (o limiar é escolhido pelo lucro, não por isto)' : ''}.`,
  },
  precision: {
    title: 'Precisão',
    meaning: ({ value }) => `De 100 clientes marcados como churn, ${of100(value)} saem.`,
  },
  recall: {
    title: 'Revocação (recall)',
    meaning: ({ value }) => `De 100 clientes que saem, ${of100(value)} são marcados.`,
  },
  f1: {
    title: 'F1',
    meaning: () => 'Média harmônica de precisão e revocação: alta apenas onde ambas são.',
  },
  calibrationSlope: {
    title: 'Inclinação da calibração',
    meaning: ({ value }) =>
      `O certo é 1; ${value !== null && value < 1 ? 'abaixo de 1, riscos altos são exagerados e riscos baixos, subestimados' : 'acima de 1, as probabilidades são tímidas demais'}.`,
  },
  calibrationIntercept: {
    title: 'Intercepto da calibração',
    meaning: ({ value }) =>
      `O certo é 0; ${value !== null && value < 0 ? 'abaixo de 0, saem menos clientes do que o previsto' : 'acima de 0, saem mais clientes do que o previsto'}.`,
  },
  calibrationError: {
    title: 'Erro de calibração',
    meaning: () => 'Distância média entre a taxa prevista e a observada em grupos de risco semelhante.',
  },
  liftAt10: {
    title: 'Lift em 10%',
    meaning: ({ value }) =>
      `O décimo de maior risco tem ${decimal(value, 1)} vezes mais clientes que saem do que um décimo tomado ao acaso.`,
  },
  capturedAt10: {
    title: 'Captura em 10%',
    meaning: ({ value }) => `${percent(value, 0)} de todos os que saem estão no décimo de maior risco.`,
  },
  profitPerCustomer: {
    title: 'Lucro por cliente',
    meaning: () =>
      'Lucro esperado, em unidades monetárias por cliente da base, de contatar todos a partir do limiar.',
  },
  profitAboveRandom: {
    title: 'Lucro acima do acaso',
    meaning: () =>
      'O que desse lucro vem da escolha: o mesmo número de clientes tomados ao acaso renderia esse tanto a menos.',
  },
  mpc: {
    title: 'Lucro máximo (MPC)',
    meaning: () => 'Lucro por cliente no melhor de todos os limiares, que só se conhece depois.',
  },
  empc: {
    title: 'Lucro máximo esperado (EMPC)',
    meaning: () =>
      'O mesmo, em média sobre quão bem a oferta pode funcionar: sua taxa de sucesso não é conhecida com exatidão.',
  },
  optimalFraction: {
    title: 'Melhor parcela a contatar',
    meaning: () => 'Parcela dos clientes, maior risco primeiro, que o lucro máximo esperado contata.',
  },
  capturedWithinBudget: {
    title: 'Captura dentro do orçamento',
    meaning: ({ value }) =>
      value === null
        ? 'A campanha não tem orçamento.'
        : `${percent(value, 0)} de todos os que saem estão entre os clientes de maior risco que o orçamento alcança.`,
  },
  profitWithinBudget: {
    title: 'Lucro dentro do orçamento',
    meaning: ({ value }) =>
      value === null
        ? 'A campanha não tem orçamento.'
        : 'Lucro esperado, por cliente da base, de contatar os clientes de maior risco que o orçamento alcança.',
  },
};
