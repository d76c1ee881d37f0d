import { formatsFor } from './formats-for.js';

/** @import { Campaign } from '@churn/shared/schema/campaign' */
/** @import { Words } from './english.js' */

const formats = formatsFor('pt-BR');
const { count, counted, decimal, money, percent } = formats;

/** @type {Readonly<Record<Campaign['rule'], string>>} */
const rules = {
  'expected-profit': 'é aquele a partir do qual o contato compensa',
  'expected-maximum-profit':
    'marca a parcela de clientes que teve o maior lucro máximo esperado em linhas fora do treino',
  budget: 'marca cerca de tantos clientes quantos o orçamento alcança',
};

/** @type {Readonly<Record<string, string>>} */
const values = { female: 'feminino', male: 'masculino', other: 'outro' };

/** @type {(days: number) => string} */
const inDays = (days) => counted(days, 'dia', 'dias');

/** @type {Words} */
export const portuguese = {
  tag: 'pt-BR',
  formats,
  regions: ['norte', 'nordeste', 'centro-oeste', 'sudeste', 'sul'],
  services: ['voz', 'dados', 'sms', 'roaming', 'tv', 'suporte'],
  families: {
    'logistic-regression': 'regressão logística',
    'decision-tree': 'árvore de decisão',
    'random-forest': 'floresta aleatória',
    'gradient-boosting': 'gradient boosting',
    blend: 'combinação de famílias',
  },
  expected: {
    customerId: 'Esperado: no máximo 200 caracteres.',
    age: 'Esperado: um número inteiro de anos de 0 a 120.',
    gender: 'Esperado: no máximo 200 caracteres.',
    region: 'Esperado: no máximo 200 caracteres.',
    signupDate: 'Esperado: um dia do calendário.',
    asOf: 'Esperado: um dia do calendário; conta o que aconteceu antes dele.',
    date: 'Esperado: um dia do calendário.',
    amount: `Esperado: um valor com no máximo 2 casas decimais, de ${count(-1e10)} a ${count(1e10)}.`,
    service: 'Esperado: no máximo 200 caracteres.',
  },
  tooManyTransactions: (most) => `Esperado: no máximo ${most} transações.`,
  inputOf: { date: 'Data', amount: 'Valor', service: 'Serviço' },
  ofTransaction: (what, row) => `${what} da transação ${row}`,
  removeTransaction: (row) => `Remover a transação ${row}`,
  pasted: (added, refused) => {
    const expected = {
      date: 'um dia como AAAA-MM-DD',
      amount: 'um valor com no máximo 2 casas decimais',
      columns: 'data, valor, serviço',
    };
    const listed = refused
      .slice(0, 5)
      .map(({ expected: what }, index) => `linha ${index + 1}: esperado ${expected[what]}`);
    if (refused.length > listed.length) listed.push('…');
    const left =
      refused.length === 0
        ? ''
        : ` ${counted(refused.length, 'linha ficou', 'linhas ficaram')} acima: ${listed.join('; ')}.`;
    return `${counted(added, 'transação adicionada', 'transações adicionadas')}.${left}`;
  },

  model: {
    family: 'Modelo',
    promoted: 'Promovido',
    rocAuc: 'ROC AUC',
    baseRate: 'Taxa de base',
    threshold: 'Limiar',
    question: 'O que é previsto',
    revision: (revision, run) => `revisão ${revision}, treinado pela execução ${run}`,
    interval: (lower, upper, rows, fittedAgain) =>
      `intervalo de 95%: ${decimal(lower, 3)} a ${decimal(upper, 3)}, em ${count(rows)} linhas de teste; 0,5 é acaso, 1 é perfeito${fittedAgain ? '; medido antes de o modelo ser ajustado de novo com todas as linhas' : ''}`,
    notMeasured: 'não medido',
    ofRows: (churned, rows) => `${count(churned)} de ${count(rows)} clientes do teste saíram`,
    rule: ({ rule }) =>
      `A partir desta probabilidade a decisão é contatar o cliente. O limiar ${rules[rule]}: `,
    assumptions: ({ customerValue, offerCost, offerSuccess }) =>
      `quem sai custa ${money(customerValue)}, uma oferta custa ${money(offerCost)} e retém ${percent(offerSuccess, 0)} dos que sairiam e são alcançados.`,
    means: ({ mode, horizonDays }) =>
      mode === 'flag'
        ? 'Se o cliente está marcado como tendo saído.'
        : `Se o cliente não faz nenhuma transação nos ${inDays(horizonDays)} a partir da data de referência.`,
    asked: ({ lookbackDays }) =>
      lookbackDays === null
        ? 'Vale para clientes com uma transação antes dela.'
        : `Vale para clientes com uma transação nos ${inDays(lookbackDays)} antes dela.`,
    follows: 'Esta página acompanha as promoções.',
    replaced: 'Outro modelo acaba de ser promovido.',
  },

  answer: {
    asking: 'Perguntando …',
    churn: (probability, threshold) =>
      `${percent(probability)} de chance de sair: alcança o limiar de ${percent(threshold)}, portanto contatar este cliente.`,
    stay: (probability, threshold) =>
      `${percent(probability)} de chance de sair: abaixo do limiar de ${percent(threshold)}, portanto sem contato.`,
    budget:
      'Com um orçamento, somente a pontuação de todos os clientes (churn score) sabe quem está entre os de maior risco que ele alcança.',
    scale: (probability, threshold) =>
      `Barra de 0% a 100%: probabilidade ${percent(probability)}, limiar ${percent(threshold)}.`,
    mark: (threshold) => `limiar ${percent(threshold)}`,
    about: (customer, asOf) =>
      `${customer === null ? 'O cliente' : `Cliente ${customer}`}, na data de referência ${asOf}.`,
    reasons: 'O que mais aumenta o risco',
    reasonsNote: 'Barras: o que cada motivo soma ao log-odds, a escala em que o modelo faz a soma.',
    noReasons: 'Nada aumenta o risco deste cliente: o que se sabe fala a favor de ficar.',
    ignored: (ignored) =>
      `${counted(ignored, 'transação ignorada', 'transações ignoradas')}, na data de referência ou depois.`,
    saidBy: (family) => `Modelo: ${family}, SHA-256`,
    outdated: 'O formulário mudou desde esta pergunta.',
  },

  problem: {
    invalid: (fields) =>
      `${counted(fields, 'campo não pode ser usado', 'campos não podem ser usados')}. Veja o formulário.`,
    notEligible: (lookbackDays) =>
      `Este cliente não é pontuado: o modelo conhece clientes com uma transação ${lookbackDays == null ? '' : `nos ${inDays(lookbackDays)} `}antes da data de referência. Quem não tem nenhuma ali já saiu.`,
    noChampion: 'Ainda não há modelo em uso: nenhum foi promovido. Esta página o mostra assim que houver um.',
    draining: 'Esta API está sendo encerrada. Pergunte de novo daqui a pouco.',
    unavailable: 'A API não pode responder agora. Pergunte de novo daqui a pouco.',
    keyNeeded: 'A API pede uma chave. Informe-a acima.',
    keyRefused: 'A API não aceita esta chave.',
    keyScope: 'Esta chave não permite esta pergunta.',
    tooMany: (seconds) =>
      `Perguntas demais. Pergunte de novo em ${seconds === undefined ? 'algum tempo' : counted(seconds, 'segundo', 'segundos')}.`,
    tooLarge: 'A pergunta é longa demais para esta API: envie menos transações.',
    unreachable: 'Não foi possível alcançar a API.',
    other: 'A API responde:',
  },

  reason: ({ feature, value }, features) => {
    const words = features[feature];
    if (words === undefined) return undefined;
    if (value === null) return `${words.phrase} (desconhecido)`;
    const text =
      typeof value === 'number'
        ? String(Math.round(value * 100) / 100).replace('.', ',')
        : (values[value] ?? value);
    return `${words.phrase} (${text}${words.unit === '' ? '' : ` ${words.unit}`})`;
  },
};
