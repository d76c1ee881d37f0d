import { featureList } from '@churn/shared/features/feature-list';
import { visibleText } from '@churn/shared/platform/visible-text';
import type { features as english } from '../english/features.ts';
import { describeFeature } from './describe-feature.ts';
import { formats } from './formats.ts';

const { count } = formats;
const declared = new Map(featureList.map((feature) => [feature.name, feature]));

const units: Readonly<Record<string, string>> = {
  days: 'dias',
  years: 'anos',
  transactions: 'transações',
  services: 'serviços',
  refunds: 'estornos',
  share: 'parcela',
  ratio: 'razão',
  category: 'categoria',
  'yes or no': 'sim ou não',
  'currency units': 'unidades monetárias',
  'per 30 days': 'por 30 dias',
  'currency units per 30 days': 'unidades monetárias por 30 dias',
  'blocks of 30 days': 'blocos de 30 dias',
};

export const features: typeof english = {
  describe: (name) => {
    const feature = declared.get(name);
    return feature === undefined ? visibleText(name) : describeFeature(feature);
  },
  unit: (name) => {
    const unit = declared.get(name)?.unit ?? '–';
    return units[unit] ?? unit;
  },
  groups: [
    { title: 'Perfil', question: 'Quem é o cliente?' },
    { title: 'Janelas', question: 'Quanto aconteceu nos últimos tempos e até hoje?' },
    {
      title: 'Ritmo',
      question: 'Com que regularidade o cliente vem, e o silêncio atual é longo para ele?',
    },
    { title: 'Tendências', question: 'O cliente faz mais ou menos do que antes?' },
    { title: 'Serviços', question: 'O que é usado, e com que variedade?' },
    {
      title: 'Sazonalidade',
      question: 'O que é habitual para este cliente nesta época do ano e nestes dias da semana?',
    },
  ],
  title: 'As variáveis',
  intro: (total) =>
    `${count(total)} variáveis descrevem cada cliente em uma data de referência, a partir do que se sabia antes dela. Cada uma é declarada uma vez e ` +
    'calculada pelas mesmas regras no treino, na pontuação e na API. Uma variável sem valor (sem transação a medir, por exemplo) fica ausente, não zero.',
  groupsCaption: 'Variáveis por grupo',
  groupColumns: { group: 'Grupo', question: 'A pergunta que responde', features: 'Variáveis' },
  listCaption: 'Todas as variáveis',
  listColumns: { feature: 'Variável', meaning: 'O que diz', unit: 'Unidade' },
};
