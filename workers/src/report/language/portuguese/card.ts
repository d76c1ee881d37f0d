import type { card as english } from '../english/card.ts';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, listed, percent } = formats;
const inDays = (days: number) => counted(days, 'dia', 'dias');

export const card: typeof english = {
  title: (model) => `Cartão do modelo: modelo de churn ${model}`,
  subtitle: (run) =>
    `Segundo Mitchell et al. 2019 (“Model Cards for Model Reporting”). O relatório da execução ${run} conta mais.`,
  details: 'O modelo',
  detailsCaption: 'O que é',
  facts: {
    family: 'Família',
    settings: 'Configuração',
    calibration: 'Calibração',
    threshold: 'Limiar',
    features: 'Variáveis',
    sha256: 'SHA-256',
    code: 'Código',
    seed: 'Semente',
    contact: 'Contato',
  },
  noContact: 'ninguém foi indicado (churn report --contact)',
  use: 'Uso pretendido',
  answers: (v) =>
    v.flag
      ? 'Responde quão provável é que a coluna de churn da exportação diga que um cliente saiu.'
      : `Responde quão provável é que um cliente não faça nenhuma transação nos ${inDays(v.horizonDays)} a partir da data de referência.`,
  decides: (threshold, campaign) =>
    `Foi feito para escolher quem contatar com uma oferta. Seu limiar de ${percent(threshold)} ${words.threshold(campaign)}: ` +
    `${words.assumptions(campaign)}.`,
  users: 'Seus usuários são as equipes de retenção e os programas que consultam a API para elas.',
  notFor:
    'Não foi feito para recusar a alguém um contrato, um preço ou um serviço, para crédito ou para avaliar empregados, nem para clientes diferentes dos descritos abaixo.',
  data: 'Dados',
  training: (v) =>
    `Aprendeu com ${counted(v.rows, 'linha', 'linhas')}, ${count(v.churned)} de clientes que saíram, ${v.asOf.length === 1 ? 'na data de referência' : 'nas datas de referência'} ${listed(v.asOf)}; uma linha é um ` +
    'cliente em uma data de referência.',
  quarantined: (v) =>
    `Das linhas entregues, ${count(v.customers)} de clientes e ${count(v.transactions)} de transações foram para a quarentena por terem problemas.`,
  performance: 'Métricas',
  parts: 'Segmentos de clientes',
  caveats: 'Limites',
  ethics: 'Notas éticas',
  personal: (features) =>
    `O modelo usa ${listed(features)}. Se isso é lícito e justo para o uso pretendido (LGPD), pessoas precisam decidir antes do uso; para treinar sem ` +
    'esses dados, deixe as colunas vazias na exportação.',
  noPersonal: 'O modelo não usa idade, gênero nem região.',
  compareGroups:
    'Quão bem ele atende regiões, idades e gêneros está nos segmentos de clientes; confira antes do uso e a cada treino.',
  stakes:
    'Quem é marcado por engano recebe uma oferta sem necessidade; quem passa despercebido não recebe nenhuma: ofertas que só alguns grupos recebem podem ser ' +
    'injustas mesmo que todos os números aqui estejam certos.',
  reasons: 'Seus motivos são associações nos dados; não devem ser ditos aos clientes como fatos sobre eles.',
  privacy: 'O cartão e o relatório contêm contagens e médias, nenhuma linha de cliente.',
};
