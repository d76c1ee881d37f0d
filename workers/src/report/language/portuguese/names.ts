import type { names as english } from '../english/names.ts';
import { formats } from './formats.ts';

const baselines: Readonly<Record<string, string>> = {
  'majority class': 'classe majoritária',
  'recency only': 'somente recência',
};

const checks: Readonly<Record<string, string>> = {
  'single feature': 'variável isolada',
};

const sliceKinds: Readonly<Record<string, string>> = {
  region: 'região',
  tenure: 'tempo de casa',
  'top service': 'serviço mais usado',
};

const slices: Readonly<Record<string, string>> = {
  'under half a year': 'menos de seis meses',
  'half a year to a year': 'de seis meses a um ano',
  'one to two years': 'de um a dois anos',
  'two years and more': 'dois anos ou mais',
  unknown: 'desconhecido',
};

const roles: Readonly<Record<string, string>> = {
  'customers, as delivered': 'clientes, como entregues',
  'transactions, as delivered': 'transações, como entregues',
  customers: 'clientes, após a limpeza',
  transactions: 'transações, após a limpeza',
  quarantine: 'quarentena',
  'cleaning-report': 'relatório de limpeza',
  'cleaning-page': 'página da limpeza',
  profile: 'perfil das colunas',
  features: 'variáveis',
  dataset: 'descrição dos dados',
  evaluation: 'avaliação',
};

export const names: typeof english = {
  families: {
    'logistic-regression': 'regressão logística',
    'decision-tree': 'árvore de decisão',
    'random-forest': 'floresta aleatória',
    'gradient-boosting': 'gradient boosting',
  },
  actions: {
    quarantine: 'posta em quarentena',
    merge: 'unida à linha igual',
    null: 'valor esvaziado',
    fix: 'grafia unificada',
    keep: 'contada e mantida',
  },
  calibrations: { none: 'nenhuma', sigmoid: 'sigmoide', isotonic: 'isotônica' },
  splits: { train: 'treino', validation: 'validação', test: 'teste' },
  tables: { customers: 'clientes', transactions: 'transações' },
  baseline: (name) => baselines[name] ?? name,
  check: (name) => checks[name] ?? name,
  finding: (check, { feature, rocAuc, limit }) =>
    check === 'single feature' && typeof rocAuc === 'number' && typeof limit === 'number'
      ? `${feature} sozinha ordena os clientes de teste com ROC AUC ${formats.decimal(rocAuc)}; acima de ${formats.setting(limit)} provavelmente conheceria a resposta`
      : undefined,
  sliceKind: (kind) => sliceKinds[kind] ?? kind,
  // Regions and services are names from the data, but the bands of tenure are ours.
  slice: (kind, name) => (kind === 'tenure' || name === 'unknown' ? (slices[name] ?? name) : name),
  role: (role) => roles[role] ?? role,
};
