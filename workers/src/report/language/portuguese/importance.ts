import type { importance as english } from '../english/importance.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, percent } = formats;

export const importance: typeof english = {
  title: 'O que o modelo observa',
  intro:
    'Quanto cada variável move, em média, as previsões dos clientes de teste, para cima ou para baixo. Variáveis que dizem quase o mesmo ' +
    'dividem a influência; uma variável baixa aqui ainda pode importar.',
  chart: {
    title: 'O que mais move as previsões',
    none: 'O modelo não usa nenhuma variável.',
    summary: (v) =>
      `A mais forte de ${count(v.features)} variáveis é “${v.strongest}”, com ${percent(v.share, 0)} de toda a influência; ` +
      `as ${count(v.shown)} mostradas aqui têm ${percent(v.shownShare, 0)}.`,
    x: 'Contribuição absoluta média para o log-odds',
    caption: (shown) => `As ${count(shown)} variáveis mais fortes`,
    columns: { feature: 'Variável', meaning: 'O que diz', strength: 'Força', share: 'Parcela' },
  },
  contributions: {
    title: 'Quais valores elevam o risco e quais o reduzem (SHAP)',
    rows: (rows) =>
      `Contribuições das variáveis mais fortes para ${counted(rows, 'cliente de teste sorteado', 'clientes de teste sorteados')}.`,
    summary: (v) =>
      `${counted(v.rows, 'cliente de teste sorteado', 'clientes de teste sorteados')}; à direita de zero a variável eleva o risco. “${v.feature}” move o ` +
      `log-odds em ${decimal(v.low, 2)} em média onde é baixa (o terço inferior) e em ${decimal(v.high, 2)} onde é alta.`,
    summaryOfCategories: (v) =>
      `${counted(v.rows, 'cliente de teste sorteado', 'clientes de teste sorteados')}; à direita de zero a variável eleva o risco. “${v.feature}” move o ` +
      `log-odds em ${decimal(v.raising.contribution, 2)} em média para ${v.raising.name} e em ${decimal(v.lowering.contribution, 2)} para ${v.lowering.name}.`,
    x: 'Contribuição para o log-odds: risco menor, risco maior',
    lowest: 'valores baixos',
    middle: 'valores médios',
    highest: 'valores altos',
    unordered: 'categorias ou sem valor',
    caption: 'Contribuição média por valor, com a faixa dos valores',
    columns: {
      feature: 'Variável',
      low: 'Terço inferior',
      middle: 'Terço médio',
      high: 'Terço superior',
      missing: 'Sem valor',
      categories: 'Categorias',
    },
  },
};
