import { type Campaign, campaignSchema } from '@churn/shared/schema/campaign';

/** The options of `churn train` that say this campaign; what is of the ordinary value only where it always was said. */
export function campaignFlags(campaign: Campaign): string {
  const ordinary = campaignSchema.parse({});
  const { customerValue, offerCost, offerSuccess, contactCost, offerPaidTo, offerTrials, rule, budget } =
    campaign;
  const unless = (field: keyof Campaign, flag: string) => (campaign[field] === ordinary[field] ? [] : [flag]);
  return [
    `--customer-value ${customerValue} --offer-cost ${offerCost} --offer-success ${offerSuccess}`,
    ...unless('contactCost', `--contact-cost ${contactCost}`),
    ...unless('offerPaidTo', `--offer-paid-to ${offerPaidTo}`),
    ...unless('offerTrials', `--offer-trials ${offerTrials}`),
    ...unless('rule', `--campaign-rule ${rule}`),
    ...budgetFlags(budget),
    ...unless('belowBreakEven', '--below-break-even'),
  ].join(' ');
}

function budgetFlags(budget: Campaign['budget']): string[] {
  if (budget === null) return [];
  return 'customers' in budget
    ? [`--budget-customers ${budget.customers}`]
    : [`--budget-amount ${budget.amount}`];
}
