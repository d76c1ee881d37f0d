import type { limits as english } from '../english/limits.ts';
import { formats } from './formats.ts';

const { counted, listed } = formats;
const inDays = (days: number) => counted(days, 'dia', 'dias');

export const limits: typeof english = {
  title: 'Limites',
  sameTime:
    'Os intervalos dizem quanto outra amostra dos mesmos clientes, na mesma época, seria diferente. Nada dizem sobre outras épocas: preços, ofertas e ' +
    'concorrentes mudam, e o drift-check existe para perceber isso.',
  onePeriod: (testDay) =>
    `O teste é um único período, a partir de ${testDay}: uma sazonalidade ou campanha nele conta como se fosse sempre assim.`,
  sameDates:
    'Clientes de treino e de teste foram observados nas mesmas datas; o teste não mostra como o modelo envelhece.',
  undatedFlags:
    'A marcação de churn não tem data; os números podem medir, em parte, que o modelo reconhece clientes que já saíram.',
  comeBack: (horizonDays) =>
    `Um cliente conta como perdido após ${inDays(horizonDays)} sem transação, e alguns deles voltam.`,
  forWhom: (rows, lookbackDays) =>
    `O modelo serve para clientes como os das ${counted(rows, 'linha', 'linhas')} de teste: ` +
    (lookbackDays === null ? 'com ao menos uma transação.' : `ativos nos últimos ${inDays(lookbackDays)}.`),
  personal: (features) =>
    `O modelo usa ${listed(features)}: se isso é lícito e justo para o uso pretendido (LGPD), cabe a pessoas decidir, e os segmentos acima são um começo.`,
  noCause: 'O que o modelo observa acompanha a saída; não é necessariamente a causa.',
  noChecks: 'Nenhuma verificação de vazamento de dados foi registrada.',
  checks: 'Verificações que poderiam pôr os números em dúvida',
  checksCaption: 'Verificações de vazamento de dados (leakage)',
  checksColumns: { check: 'Verificação', passed: 'Aprovada', finding: 'Achado' },
};
