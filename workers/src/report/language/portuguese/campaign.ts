import type { CampaignRule } from '@churn/shared/schema/campaign';
import type { campaign as english } from '../english/campaign.ts';
import { formats } from './formats.ts';

const { counted, money, percent } = formats;

const rules: Readonly<Record<CampaignRule, string>> = {
  'expected-profit': 'é aquele a partir do qual o contato compensa',
  'expected-maximum-profit':
    'marca a parcela de clientes que teve o maior lucro máximo esperado em linhas fora do treino',
  budget:
    'marca cerca de tantos clientes quantos o orçamento alcança (churn score não marca mais do que isso)',
};

export const campaign: typeof english = {
  threshold: ({ rule }) => rules[rule],
  assumptions: ({ customerValue, offerCost, offerPaidTo, contactCost, offerSuccess, budget }) =>
    [
      `quem sai custa ${money(customerValue)} unidades monetárias`,
      `uma oferta custa ${money(offerCost)}, ${offerPaidTo === 'contacted' ? 'paga a todos os contatados' : 'paga somente a quem a aceita'}`,
      ...(contactCost === 0 ? [] : [`alcançar um cliente custa ${money(contactCost)}`]),
      ...(budget === null
        ? []
        : [
            'customers' in budget
              ? `o orçamento é de ${counted(budget.customers, 'cliente', 'clientes')}`
              : `o orçamento é de ${money(budget.amount)} unidades monetárias`,
          ]),
      `e uma oferta retém ${percent(offerSuccess, 0)} dos que sairiam e são alcançados`,
    ].join(', '),
};
