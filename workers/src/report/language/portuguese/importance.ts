import type { importance as english } from '../english/importance.ts';
import { formats } from './formats.ts';

const { count, percent } = formats;

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
};
