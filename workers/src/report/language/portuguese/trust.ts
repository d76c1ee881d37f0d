import type { CampaignRule } from '@churn/shared/schema/campaign';
import type { trust as english } from '../english/trust.ts';
import { againstBaseline } from './against-baseline.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, listed, percent } = formats;
const of100 = (share: number) => decimal(share * 100, 0);

const nobodyBecause: Readonly<Record<CampaignRule, string>> = {
  'expected-profit':
    'a partir do qual o contato compensa segundo as hipóteses da campanha: não contate ninguém ou revise as hipóteses.',
  'expected-maximum-profit':
    'o limiar do maior lucro máximo esperado em linhas fora do treino: não contate ninguém ou revise as hipóteses da campanha.',
  budget:
    'o limiar que o orçamento alcançou entre clientes anteriores: deixe a escolha para churn score, que marca os de maior risco que a campanha permite.',
};

export const trust: typeof english = {
  title: 'Resumo: este modelo merece confiança?',
  labels: { good: 'Sim', care: 'Com ressalvas', bad: 'Não' },
  answerGivenAway: 'Este modelo não merece confiança: uma única variável parece já conhecer a resposta.',
  leaking:
    'Este modelo não merece confiança: uma verificação de vazamento falhou, e todos os números aqui podem ser otimistas.',
  noBetterThanChance: 'Este modelo não merece confiança: ele não ordena os clientes melhor do que o acaso.',
  trusted: 'Este modelo merece confiança para ordenar os clientes por risco e para dizer o tamanho do risco.',
  withReserve: (calibrated) =>
    `Este modelo pode ser usado para ordenar os clientes por risco${calibrated ? '' : ', mas não por suas probabilidades'}, com as ressalvas abaixo.`,
  inOneSentence: (v) =>
    `O modelo escolhido (${v.family}), testado com ${counted(v.rows, 'cliente que não tinha visto', 'clientes que não tinha visto')}, ` +
    `dos quais ${percent(v.churnShare)} saíram, alcança ROC AUC de ${decimal(v.auc)} (intervalo de 95%: ${decimal(v.lower)} a ` +
    `${decimal(v.upper)}; o acaso tem 0,5).`,
  reserves: 'Ressalvas',
  undatedFlags: (gapDays) =>
    'A coluna de churn não tem data. Os clientes podem ter saído antes do dia a partir do qual as variáveis olham para trás; ' +
    'variáveis de recência podem, então, descrever o churn em vez de prevê-lo, e todos os números aqui podem ser otimistas' +
    (gapDays === 0
      ? '.'
      : `; as variáveis terminam ${counted(gapDays, 'dia', 'dias')} antes da marcação, o que só protege contra quem saiu nesse período.`),
  notAboveBaseline: (v) =>
    `Não está demonstrado que ele supere a referência “${v.baseline}”: ${againstBaseline(v)}.`,
  uncalibrated: (v) =>
    `Suas probabilidades estão desviadas: ${percent(v.error)} em média (até ${percent(v.largest, 0)} é bom), inclinação ${decimal(v.slope, 2)}, e o certo é 1.`,
  fewLeavers: (leavers, enough) =>
    `Apenas ${counted(leavers, 'cliente de teste saiu', 'clientes de teste saíram')} (são necessários ${count(enough)} ou mais para intervalos estreitos).`,
  failedCheck: (check) => `A verificação “${check}” falhou: `,
  uses: 'Para que serve',
  useless: 'Não use para nada além de descobrir o que há de errado com os dados ou com os rótulos.',
  chooseWhom: (v) =>
    `Escolher quem contatar: o décimo de clientes com maior risco reúne ${percent(v.captured, 0)} de todos os que saem.` +
    (v.precision === null
      ? ''
      : ` De 100 clientes marcados como churn, ${of100(v.precision)} saem; de 100 clientes tomados ao acaso, ${of100(v.churnShare)}.`),
  countWithProbabilities:
    'Fazer contas com as probabilidades, como perda esperada ou orçamento: as taxas previstas e as observadas coincidem.',
  noProbabilities: 'Não faça contas com as probabilidades: as taxas previstas e as observadas divergem.',
  noCause:
    'Não leia o modelo como causa: o que ele observa acompanha a saída, e mudar isso não retém necessariamente ninguém. Se uma oferta ' +
    'funciona, só um teste com grupo de controle mostra.',
  nextSteps: 'Recomendação',
  doNotPromote: 'Não promova o modelo. A promoção não foi pedida para esta avaliação.',
  askGate: (command) => ['A promoção não foi pedida para esta avaliação: execute ', { code: command }, '.'],
  considerRollback: [
    'O modelo está em produção, o que este relatório não sustenta: considere ',
    { code: 'churn rollback' },
    '.',
  ],
  inService: [
    'O modelo está em produção. Pontue a próxima exportação com ',
    { code: 'churn score' },
    ' e, antes de usar as previsões, compare-a com os dados de treino com ',
    { code: 'churn drift-check' },
    '.',
  ],
  refused: (rules) =>
    `Os critérios de promoção recusaram o modelo${rules.length === 0 ? '' : ` (${listed(rules)})`}: nada muda em produção. Os motivos estão em “O modelo em produção e os critérios de promoção”.`,
  contactByOrder:
    'Contate os clientes de maior risco, tantos quantos o orçamento permitir, e não os que passam do limiar: o limiar supõe que as ' +
    'probabilidades estejam certas.',
  contactNobody: (v) =>
    `Nenhum cliente de teste tem risco de ${percent(v.threshold)} ou mais, ${nobodyBecause[v.rule]}`,
  contact: (v) =>
    `Contate os clientes com risco de ${percent(v.threshold)} ou mais: ${percent(v.share, 0)} dos clientes, dos quais ${percent(v.leaving, 0)} ` +
    'sairiam. Se só for possível contatar menos, comece pelos de maior risco.',
};
