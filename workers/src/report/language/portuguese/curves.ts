import type { curves as english } from '../english/curves.ts';
import { formats } from './formats.ts';

const { count, decimal, money, percent } = formats;

export const curves: typeof english = {
  title: 'As curvas por trás dos números',
  otherCandidates: 'outros candidatos',
  threshold: 'limiar do modelo',
  roc: {
    title: 'Churn encontrado contra alarmes falsos (ROC)',
    summary: (v) =>
      `A área sob a curva é ${decimal(v.auc)}; o acaso tem 0,5. Quando 10% dos clientes que ficam são marcados por engano, ` +
      `${percent(v.atTenth, 0)} dos que saem são marcados; no limiar do modelo, ${percent(v.found, 0)} para ${percent(v.mistaken, 0)}.`,
    x: 'Marcados por engano entre os que ficam',
    y: 'Marcados entre os que saem',
    chance: 'acaso',
    caption: 'Pontos da curva ROC',
  },
  precisionRecall: {
    title: 'Precisão contra churn encontrado',
    summary: (v) =>
      `Marcando os clientes de maior risco até incluir metade dos que saem, ${percent(v.atHalf, 0)} dos marcados saem; entre todos os ` +
      `clientes são ${percent(v.churnShare, 0)}. A precisão média (PR AUC) é ${decimal(v.prAuc)}.`,
    x: 'Marcados entre os que saem (revocação)',
    y: 'Marcados que saem (precisão)',
    everyone: 'taxa de churn de todos',
    caption: 'Pontos da curva de precisão',
    columns: { recall: 'Marcados entre os que saem', precision: 'Marcados que saem' },
  },
  calibration: {
    title: 'Churn previsto contra observado (calibração)',
    summary: (v) =>
      `${v.off === 0 ? `Em nenhum dos ${count(v.groups)} grupos de clientes com probabilidades semelhantes` : `Em ${count(v.off)} de ${count(v.groups)} grupos de clientes com probabilidades semelhantes`} ` +
      `a taxa prevista fica fora do intervalo da observada. Em média, as duas diferem em ${percent(v.error)}.`,
    x: 'Probabilidade prevista',
    y: 'Taxa de churn observada',
    group: 'um décimo dos clientes, com intervalo de 95%',
    right: 'previsto = observado',
    caption: 'Taxa prevista e observada por grupo',
    columns: { predicted: 'Prevista', observed: 'Observada', rows: 'Clientes' },
  },
  learning: {
    title: 'Mais dados ajudariam? (curva de aprendizado)',
    summary: (v) =>
      `Com ${count(v.rows)} linhas para aprender, o candidato ${v.family} tem log loss de ${decimal(v.logLoss, 4)} fora do treino; com ` +
      `${count(v.fewerRows)} tinha ${decimal(v.fewerLogLoss, 4)}. ` +
      (v.stillFalls
        ? 'A curva ainda cai: mais clientes ou mais datas de referência ajudariam.'
        : 'A curva quase já não cai: mais linhas do mesmo tipo ajudariam pouco.'),
    x: 'Linhas usadas para aprender',
    y: 'Log loss fora do treino, quanto menor melhor',
    caption: 'Log loss por linhas usadas para aprender',
    columns: { family: 'Candidato', rows: 'Linhas', logLoss: 'Log loss' },
  },
  gain: {
    title: 'Churn alcançado ao contatar primeiro os de maior risco (ganho)',
    summary: (v) =>
      `Contatar o décimo de clientes com maior risco alcança ${percent(v.captured, 0)} de todos os que saem, ` +
      `${decimal(v.captured / 0.1, 1)} vezes o que se alcança com um décimo ao acaso; com conhecimento perfeito seriam ${percent(v.perfect, 0)}.`,
    x: 'Clientes contatados, maior risco primeiro',
    y: 'Alcançados entre os que saem',
    model: 'modelo',
    random: 'ao acaso',
    perfect: 'conhecimento perfeito',
    tenth: 'décimo de maior risco',
    caption: 'Churn alcançado pela parcela contatada',
    columns: {
      contacted: 'Contatados',
      reached: 'Alcançados entre os que saem',
      perfect: 'Com conhecimento perfeito',
      lift: 'Lift',
    },
  },
  profit: {
    title: 'Lucro esperado por limiar',
    summary: (v) =>
      `No limiar do modelo, ${decimal(v.threshold)}, a campanha deve render ${money(v.profit)} por cliente; contatar todos renderia ` +
      `${money(v.everyone)}, não contatar ninguém, 0.`,
    x: 'Limiar: contatar a partir desta probabilidade',
    y: 'Lucro por cliente, unidades monetárias',
    campaign: 'lucro da campanha',
    nobody: 'não contatar ninguém',
    caption: 'Lucro esperado por cliente, por limiar',
    columns: { threshold: 'Limiar', profit: 'Lucro por cliente' },
  },
};
