import type { names as english } from '../english/names.ts';
import { wordFinding } from './findings.ts';

const baselines: Readonly<Record<string, string>> = {
  'majority class': 'classe majoritária',
  'recency only': 'somente recência',
};

const checks: Readonly<Record<string, string>> = {
  'single feature': 'variável isolada',
  'shuffled labels': 'rótulos embaralhados',
  'train and test': 'treino e teste',
};

const sliceKinds: Readonly<Record<string, string>> = {
  region: 'região',
  age: 'idade',
  gender: 'gênero',
  tenure: 'tempo de casa',
  'top service': 'serviço mais usado',
};

const slices: Readonly<Record<string, string>> = {
  'under 30': 'menos de 30 anos',
  '30 to 44': '30 a 44 anos',
  '45 to 59': '45 a 59 anos',
  '60 and over': '60 anos ou mais',
  female: 'feminino',
  male: 'masculino',
  other: 'outro',
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
    blend: 'combinação de famílias',
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
  finding: wordFinding,
  sliceKind: (kind) => sliceKinds[kind] ?? kind,
  // Regions and services are names from the data; the others are ours.
  slice: (kind, name) =>
    ['tenure', 'age', 'gender'].includes(kind) || name === 'unknown' ? (slices[name] ?? name) : name,
  role: (role) => roles[role] ?? role,
};
