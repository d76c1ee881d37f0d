import type { gate as english } from '../english/gate.ts';
import { formats } from './formats.ts';
import { wordGateRule } from './gate-rules.ts';

const { decimal } = formats;

export const gate: typeof english = {
  title: 'O modelo em produção e os critérios de promoção',
  noChampion: 'Nenhum modelo estava em produção quando este foi avaliado.',
  isChampion: (fittedAgain) =>
    `O modelo em produção quando este foi avaliado era este mesmo modelo${fittedAgain ? ', ajustado de novo com todas as linhas' : ''}.`,
  comparedEarlier:
    'O modelo em produção já aprendeu também com linhas deste teste; por isso a comparação é com ele como foi medido, antes de ser ajustado de novo.',
  incomparable: 'O modelo em produção não pôde ser comparado nestas linhas: ',
  better: 'é melhor',
  worse: 'é pior',
  undecided: 'não se mostra nem melhor nem pior',
  compared: (v) =>
    `Nas mesmas linhas de teste, este modelo ${v.verdict} do que o modelo em produção: a diferença de ROC AUC é ${decimal(v.value, 4)} ` +
    `(intervalo de 95%: ${decimal(v.lower, 4)} a ${decimal(v.upper, 4)}).`,
  notAsked: (command) => ['A promoção não foi pedida para esta avaliação (', { code: command }, ').'],
  promoted: 'O modelo passou pelos critérios e foi promovido.',
  alreadyChampion: 'Quando a promoção foi pedida, o modelo já estava em produção: não havia nada a decidir.',
  refused: 'Os critérios de promoção recusaram o modelo:',
  noReason: 'nenhum motivo foi registrado',
  but: '; encontrado: ',
  takesRecordedReasons: false,
  rule: wordGateRule,
  rulesCaption: 'Critérios de promoção',
  rulesColumns: { rule: 'Critério', passed: 'Atendido', expected: 'Esperado', actual: 'Encontrado' },
  championCaption: 'Este modelo e o modelo em produção nas mesmas linhas de teste',
  championColumns: { measure: 'Métrica', thisModel: 'Este modelo', champion: 'Em produção' },
};
