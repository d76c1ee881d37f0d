import { featureList } from '@churn/shared/features/feature-list';
import { describeFeature } from '@churn/shared/features/portuguese/describe-feature';
import { unitWords } from '@churn/shared/features/portuguese/unit-words';
import { visibleText } from '@churn/shared/platform/visible-text';
import type { features as english } from '../english/features.ts';
import { formats } from './formats.ts';

const { count } = formats;
const declared = new Map(featureList.map((feature) => [feature.name, feature]));

export const features: typeof english = {
  describe: (name) => {
    const feature = declared.get(name);
    return feature === undefined ? visibleText(name) : describeFeature(feature);
  },
  unit: (name) => {
    const unit = declared.get(name)?.unit ?? '–';
    return unitWords[unit] ?? unit;
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
