import { resolve } from 'node:path';
import { type Campaign, campaignFields, campaignRules, offerRecipients } from '@churn/shared/schema/campaign';
import { Option } from 'commander';
import { z } from 'zod';
import { largestDocumentMebibytes } from '../inputs/read-user-document.ts';
import { flagText } from '../stage/flag-text.ts';
import { numberText } from '../stage/number-text.ts';
import type { CampaignOptions } from '../train/campaign-input.ts';

const fields = campaignFields;
/** Absent flags leave the field to the file, and to the default behind it. */
const defaultText = (field: { parse(value: undefined): unknown }) => `(default: ${field.parse(undefined)})`;

export const campaignOptions = (): Option[] => [
  new Option(
    '--campaign <file>',
    `JSON file of at most ${largestDocumentMebibytes} MiB with what the options below say, by names as in docs/campaign.md, or the word ` +
      'champion: as the champion was trained, and by default where there is none; an option given here counts more',
  ).env('CHURN_CAMPAIGN'),
  new Option(
    '--customer-value <amount>',
    `lost with a customer who leaves, in currency units ${defaultText(fields.customerValue)}`,
  ).env('CHURN_CUSTOMER_VALUE'),
  new Option(
    '--offer-cost <amount>',
    `cost of one offer to stay, in currency units ${defaultText(fields.offerCost)}`,
  ).env('CHURN_OFFER_COST'),
  new Option(
    '--contact-cost <amount>',
    `cost of reaching one customer, in currency units ${defaultText(fields.contactCost)}`,
  ).env('CHURN_CONTACT_COST'),
  new Option(
    '--offer-paid-to <whom>',
    `whom the offer costs something for: everyone contacted, or those accepting it ${defaultText(fields.offerPaidTo)}`,
  )
    .env('CHURN_OFFER_PAID_TO')
    .choices(offerRecipients),
  new Option(
    '--offer-success <share>',
    `share of contacted leavers who stay, above 0, at most 1 ${defaultText(fields.offerSuccess)}`,
  ).env('CHURN_OFFER_SUCCESS'),
  new Option(
    '--offer-trials <number>',
    `earlier offers that this share rests on: the fewer, the less sure it is ${defaultText(fields.offerTrials)}`,
  ).env('CHURN_OFFER_TRIALS'),
  new Option('--campaign-rule <rule>', `who is contacted ${defaultText(fields.rule)}`)
    .env('CHURN_CAMPAIGN_RULE')
    .choices(campaignRules),
  new Option('--budget-customers <number>', 'rule budget: customers who can be contacted').env(
    'CHURN_BUDGET_CUSTOMERS',
  ),
  new Option('--budget-amount <amount>', 'rule budget: what can be spent, in currency units').env(
    'CHURN_BUDGET_AMOUNT',
  ),
  new Option(
    '--below-break-even',
    'rule budget: spend it on customers for whom the offer is not expected to pay, too',
  ).env('CHURN_BELOW_BREAK_EVEN'),
];

export const campaignOptionsSchema = z
  .object({
    campaign: z.string().min(1).optional(),
    customerValue: numberText(fields.customerValue.unwrap()).optional(),
    offerCost: numberText(fields.offerCost.unwrap()).optional(),
    contactCost: numberText(fields.contactCost.unwrap()).optional(),
    offerPaidTo: fields.offerPaidTo.unwrap().optional(),
    offerSuccess: numberText(fields.offerSuccess.unwrap()).optional(),
    offerTrials: numberText(fields.offerTrials.unwrap()).optional(),
    campaignRule: fields.rule.unwrap().optional(),
    budgetCustomers: numberText(z.int().positive()).optional(),
    budgetAmount: numberText(z.number().positive()).optional(),
    belowBreakEven: flagText,
  })
  .refine(
    ({ budgetCustomers, budgetAmount }) => budgetCustomers === undefined || budgetAmount === undefined,
    {
      path: ['budgetAmount'],
      message: 'expected a budget in customers or in money, got both',
    },
  )
  .transform(({ campaign, campaignRule, budgetCustomers, budgetAmount, belowBreakEven, ...costs }) => ({
    from: basisOf(campaign),
    overrides: withoutAbsent({
      ...costs,
      rule: campaignRule,
      budget: budgetOf(budgetCustomers, budgetAmount),
      belowBreakEven: belowBreakEven || undefined,
    }),
  }));

function basisOf(campaign: string | undefined): CampaignOptions['from'] {
  if (campaign === undefined || campaign === 'champion') return campaign ?? null;
  return { file: resolve(campaign) };
}

function budgetOf(customers: number | undefined, amount: number | undefined): Campaign['budget'] | undefined {
  if (customers !== undefined) return { customers };
  return amount === undefined ? undefined : { amount };
}

/** Without the options that are absent, which would take the place of what the file says. */
function withoutAbsent(
  overrides: {
    readonly [Field in keyof Campaign]?: Campaign[Field] | undefined;
  },
): Partial<Campaign> {
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}
