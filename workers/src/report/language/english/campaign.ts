import type { Campaign, CampaignRule } from '@churn/shared/schema/campaign';
import { formats } from './formats.ts';

const { counted, money, percent } = formats;

const rules: Readonly<Record<CampaignRule, string>> = {
  'expected-profit': 'is the one from where contacting pays',
  'expected-maximum-profit':
    'marks the share of customers that had the highest expected maximum profit on rows held out of training',
  budget: 'marks about as many customers as the budget reaches (churn score marks no more)',
};

export const campaign = {
  /** What a threshold that follows the rule is. */
  threshold: ({ rule }: Campaign) => rules[rule],
  /** What threshold and profit presume, as a clause. */
  assumptions: ({
    customerValue,
    offerCost,
    offerPaidTo,
    contactCost,
    offerSuccess,
    budget,
  }: Campaign): string =>
    [
      `a leaver loses ${money(customerValue)} currency units`,
      `an offer costs ${money(offerCost)}, paid ${offerPaidTo === 'contacted' ? 'to everyone contacted' : 'only if it is accepted'}`,
      ...(contactCost === 0 ? [] : [`reaching a customer costs ${money(contactCost)}`]),
      ...(budget === null
        ? []
        : [
            'customers' in budget
              ? `the budget is ${counted(budget.customers, 'customer', 'customers')}`
              : `the budget is ${money(budget.amount)} currency units`,
          ]),
      `and an offer keeps ${percent(offerSuccess, 0)} of the leavers it reaches`,
    ].join(', '),
};
