import type { improvements as english } from '../english/improvements.ts';
import { sentenceCase } from '../sentence-case.ts';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, listed, percent, setting } = formats;

export const improvements: typeof english = {
  title: 'Possíveis melhorias',
  intro: 'Encontradas por regras a partir dos números desta execução, a mais importante primeiro.',
  mendTheExport: {
    what: (tables) =>
      `Corrija a exportação de ${listed(tables)}: o arquivo de quarentena de churn clean indica arquivo, linha e motivo de cada registro.`,
    why: (v) =>
      `${v.tables
        .map(
          ({ name, rows, share }) =>
            `${sentenceCase(name)}: ${counted(rows, 'linha', 'linhas')} (${percent(share)}) em quarentena`,
        )
        .join('; ')}; a maior parte pela regra ${v.rule}.`,
  },
  measureTheCampaign: {
    what: 'Meça, por um teste com grupo de controle, quanto custa uma oferta e quem ela retém, e informe os números medidos a churn train.',
    why: (campaign) => `O limiar e o lucro se apoiam em hipóteses: ${words.assumptions(campaign)}.`,
  },
  fixGivenAwayAnswer:
    'Descubra como a variável mais forte chega à resposta e retire dos dados o que foi registrado depois do churn.',
  dateTheChurn: {
    what: (withGap) =>
      'Exporte o dia de cada churn ou use rótulos por inatividade (churn featurize --label inactivity): assim as variáveis terminam antes ' +
      `do churn que preveem.${withGap ? '' : ' No mínimo, encerre-as algumas semanas antes da marcação (churn featurize --gap 30).'}`,
    why: 'A coluna de churn diz quem saiu, não quando; as variáveis podem olhar para dias posteriores.',
  },
  takeMoreSnapshots: {
    what: 'Entregue um histórico mais longo ou encurte o horizonte, para que várias datas de referência se sucedam e o teste fique depois do treino.',
    why: (v) =>
      `As linhas vêm de ${counted(v.dates, 'data de referência', 'datas de referência')} entre ${v.firstDay} e ${v.lastDay} e foram divididas por cliente: ` +
      'nada aqui mostra que o modelo vale para o futuro.',
  },
  testOnMoreLeavers: {
    what: 'Entregue mais clientes, ou mais datas de referência, antes de levar a sério pequenas diferenças entre modelos.',
    why: (leavers, width) =>
      `As linhas de teste têm ${counted(leavers, 'cliente que saiu', 'clientes que saíram')}, e o intervalo da ROC AUC tem largura de ${decimal(width)}.`,
  },
  explainTheShift: {
    what:
      'Descubra por que a taxa de churn mudou (sazonalidade, preços, clientes recentes, mudança na exportação): probabilidades aprendidas ' +
      'nas linhas anteriores erram na mesma medida.',
    why: (before, now) =>
      `Das linhas de treino, ${percent(before)} saíram; das linhas de teste, ${percent(now)}.`,
  },
  beatTheBaseline: {
    what: (baseline) =>
      `Procure informação de outro tipo (contratos, reclamações, contatos, preços); até lá, “${baseline}” pode servir tão bem e dispensa modelo.`,
    why: (baselineAuc, auc) =>
      `A ROC AUC dessa referência é ${decimal(baselineAuc)}, a do modelo, ${decimal(auc)}.`,
  },
  calibrateBetter: {
    what: (forward) =>
      forward
        ? 'Use somente a ordem dos clientes e treine de novo com linhas mais próximas no tempo das que serão pontuadas.'
        : 'Use somente a ordem dos clientes e entregue mais clientes: a calibração é aprendida em linhas fora do treino.',
    why: (error, slope) =>
      `As taxas previstas e observadas diferem em ${percent(error)} em média; a inclinação é ${decimal(slope, 2)}.`,
  },
  findTheLeak:
    'Descubra como a resposta, ou a escolha das linhas de teste, entrou nas linhas de treino e treine de novo sem isso.',
  serveWeakSlices: {
    what: 'Procure variáveis que distingam esses clientes ou trate-os com regras próprias.',
    why: (members) =>
      `${counted(members.length, 'segmento é ordenado pior do que o conjunto ou mal avaliado', 'segmentos são ordenados pior do que o conjunto ou mal avaliados')}: ${listed(members)}.`,
  },
  seekOtherFeatures: {
    what: 'Acrescente informação de outro tipo (contratos, reclamações, contatos, preços): o modelo vive de uma única variável.',
    why: (feature, share) => `“${feature}” tem ${percent(share, 0)} de toda a influência.`,
  },
  preferSimplerModel: {
    what: 'Considere a regressão logística: ela é praticamente igual, e seus coeficientes podem ser lidos.',
    why: (cost, family) =>
      `Ela está ${decimal(cost, 4)} atrás do melhor candidato (${family}) em log loss fora do treino.`,
  },
  learnFromMoreRows: {
    what: 'Treine com mais linhas (mais clientes, exportação mais longa): a curva de aprendizado ainda cai.',
    why: (v) =>
      `Passar de ${count(v.fewerRows)} para ${count(v.rows)} linhas reduziu o log loss fora do treino em ${decimal(v.gain, 4)}.`,
  },
  widenTheSearch: {
    what: (family) => `Amplie a busca (${family}) ou use mais configurações (churn train --trials).`,
    why: (atEdge) =>
      `A melhor configuração está no extremo do que foi tentado: ${atEdge
        .map(
          (v) => `${v.name} ${setting(v.value)} (tentados de ${setting(v.lowest)} a ${setting(v.highest)})`,
        )
        .join(', ')}.`,
  },
  searchLonger: {
    what: 'Tente mais configurações (churn train --trials).',
    why: (best, trials) =>
      `A tentativa ${count(best)} de ${count(trials)} foi a melhor: a busca ainda não tinha se estabilizado.`,
  },
};
