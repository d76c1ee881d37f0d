import type { choice as english } from '../english/choice.ts';
import { sentenceCase } from '../sentence-case.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, listed } = formats;

export const choice: typeof english = {
  title: 'Por que este modelo foi escolhido',
  onlyCandidate: (family) => `O único candidato é este: ${family}.`,
  lowest: (v) =>
    `O menor log loss em ${counted(v.rows, 'linha', 'linhas')} fora do treino, ${decimal(v.logLoss, 4)}, é o do candidato ${v.family}; em seguida vem ` +
    `${v.second}, com ${decimal(v.secondLogLoss, 4)}. As linhas de teste não tiveram voto.`,
  besideBlend: (v) =>
    v.chosen
      ? `A combinação de famílias tem um log loss ${decimal(v.advantage, 5)} menor que o da melhor família isolada, ${v.single}, em ${counted(v.rows, 'linha', 'linhas')} fora do ` +
        `treino; o erro-padrão da diferença é ${decimal(v.standardError, 5)}. As linhas de teste não tiveram voto.`
      : `O menor log loss em ${counted(v.rows, 'linha', 'linhas')} fora do treino, ${decimal(v.logLoss, 4)}, é o do candidato ${v.family}; o da combinação de ` +
        'famílias não é menor. As linhas de teste não tiveram voto.',
  order:
    'A ordem é a do log loss em linhas fora do treino; as colunas de teste servem à comparação e não tiveram voto, porque um modelo escolhido ' +
    'pelo teste pareceria melhor nele do que é.',
  search: 'Como a configuração foi encontrada',
  settings: 'As configurações',
  unsearched: (families) => `Treinados com configuração dada, sem busca: ${listed(families)}.`,
  endedByTime: (family) =>
    `Busca interrompida pelo limite de tempo: ${family}; outra execução pode ir mais longe e escolher outra configuração.`,
  takenOver: (v) =>
    `${sentenceCase(v.family)}: treino com a configuração que a execução ${v.run} encontrou (busca ${v.searchSha256.slice(0, 12)}), ` +
    'porque o número de linhas e a parcela de churn não se afastaram muito desde então.',
  howSearched: (v) =>
    `A configuração padrão e configurações aleatórias de cada família foram triadas em no máximo ${counted(v.screeningRows, 'linha', 'linhas')} de uma ` +
    `partição de validação cruzada, ${v.middleRows === null ? '' : `as melhores delas, ajustadas de novo em ${counted(v.middleRows, 'linha', 'linhas')} dela, `}` +
    `e as melhores destas, julgadas em ${v.folds === 1 ? 'todas as linhas dessa única partição' : `todas as ${count(v.folds)} partições`} ` +
    `(${counted(v.rows, 'linha fora do treino', 'linhas fora do treino')}), ` +
    `${v.forward ? 'cada uma posterior no tempo ao que foi aprendido' : 'escolhidas por um hash do cliente'}. Venceu o menor log ` +
    'loss: ao contrário da ROC AUC, ele também vê se as probabilidades estão certas.',
  settingsCaption: (family) => `Configuração: ${family}`,
  settingsColumns: { setting: 'Parâmetro', value: 'Valor' },
  leaderboardCaption: 'Candidatos, do melhor ao pior pelo log loss fora do treino',
  leaderboardColumns: {
    candidate: 'Candidato',
    rank: 'Posição',
    heldOutLogLoss: 'Log loss, fora do treino',
    behind: 'Atrás do melhor',
    heldOutAuc: 'ROC AUC, fora do treino',
    testAuc: 'ROC AUC, teste',
    testPrAuc: 'PR AUC, teste',
    testLogLoss: 'Log loss, teste',
    testF1: 'F1, teste',
  },
  costsCaption: 'O que cada candidato custa',
  costsColumns: {
    calibration: 'Calibração',
    fit: 'Ajuste',
    medianLatency: 'Um cliente, mediana',
    p99Latency: 'Um cliente, percentil 99',
    size: 'Tamanho',
  },
  chosen: (family) => `${family} (escolhido)`,
  searchChart: {
    title: (family) => `Busca: ${family}`,
    summary: (v) =>
      `${sentenceCase(v.family)}: ${counted(v.trials, 'configuração triada', 'configurações triadas')}, a melhor com log loss de ${decimal(v.lowest, 4)} ` +
      `(a primeira tinha ${decimal(v.first, 4)}); ${counted(v.confirmed, 'foi julgada', 'foram julgadas')} em todas as partições, e a tentativa ` +
      `${count(v.best)} venceu com ${decimal(v.bestLogLoss, 4)}.`,
    x: 'Tentativa',
    y: 'Log loss na triagem, quanto menor melhor',
    screened: 'triada',
    bestSoFar: 'melhor até então',
    confirmed: 'julgada em todas as partições',
    chosen: 'escolhida',
    caption: (family) => `Tentativas: ${family}`,
    columns: {
      trial: 'Tentativa',
      screened: 'Log loss, triagem',
      bestSoFar: 'Melhor até então',
      logLoss: 'Log loss, todas as partições',
      rocAuc: 'ROC AUC, todas as partições',
    },
  },
};
