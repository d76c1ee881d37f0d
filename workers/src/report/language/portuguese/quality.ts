import type { quality as english } from '../english/quality.ts';
import { againstBaseline } from './against-baseline.ts';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, percent } = formats;

export const quality: typeof english = {
  title: 'Quão bom é o modelo',
  intro: (v) =>
    `Medido uma única vez em ${counted(v.rows, 'linha', 'linhas')} de teste (${count(v.churned)} saíram, ${percent(v.churnShare)}), que nem o treino ` +
    'nem a escolha tinham visto. Os intervalos vêm de sortear de novo, muitas vezes, as linhas de teste (bootstrap): outra amostra de clientes ' +
    'como estes daria um valor dentro deles 95 vezes em 100.',
  inService: (v) =>
    `Em produção está o modelo ${v.model}: a mesma configuração, calibração e limiar, ajustado de novo com todas as ${count(v.rows)} linhas de desfecho conhecido, inclusive as de teste, depois ` +
    'desta medição. Não restam linhas para medi-lo; os números aqui são do modelo anterior a esse ajuste.',
  decisions: 'Decisões certas e erradas',
  confusion: (v) => {
    const [left, stayed] = [v.truePositives + v.falseNegatives, v.falsePositives + v.trueNegatives];
    return (
      `De ${counted(left, 'cliente que saiu', 'clientes que saíram')}, ${counted(v.truePositives, 'foi marcado', 'foram marcados')} e ` +
      `${counted(v.falseNegatives, 'passou despercebido', 'passaram despercebidos')}. De ` +
      `${counted(stayed, 'cliente que ficou', 'clientes que ficaram')}, ` +
      `${counted(v.falsePositives, 'foi marcado por engano', 'foram marcados por engano')} e ` +
      `${counted(v.trueNegatives, 'foi corretamente deixado', 'foram corretamente deixados')} em paz.`
    );
  },
  confusionCaption: 'Clientes de teste pelo que foi previsto e pelo que aconteceu',
  confusionColumns: {
    happened: 'O que aconteceu',
    marked: 'Marcados como churn',
    unmarked: 'Não marcados',
    all: 'Todos',
  },
  left: 'Saíram',
  stayed: 'Ficaram',
  threshold: (threshold, campaign) =>
    `O limiar de ${decimal(threshold)} ${words.threshold(campaign)}: ${words.assumptions(campaign)}.`,
  baselines: 'Comparação com nenhum modelo',
  noBaseline: 'Nenhuma referência simples foi medida.',
  againstBaseline: (above, v) =>
    `${above ? 'O modelo ordena os clientes claramente melhor' : 'Não está demonstrado que o modelo ordene os clientes melhor'} do que a ` +
    `referência mais forte, “${v.baseline}”: ${againstBaseline(v)}.`,
  baselinesCaption: 'O modelo em seu limiar, ao lado do que se alcança sem modelo (em 0,5)',
  whoJudges: 'Quem julga',
  thisModel: (family) => `${family} (este modelo)`,
  measuresCaption: 'Métricas nas linhas de teste, com intervalos de 95%',
  measuresColumns: { measure: 'Métrica', value: 'Valor', meaning: 'O que significa' },
};
