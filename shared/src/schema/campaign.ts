import { z } from 'zod';

export const offerRecipients = ['contacted', 'accepting'] as const;
export const campaignRules = ['expected-profit', 'expected-maximum-profit', 'budget'] as const;
export type CampaignRule = (typeof campaignRules)[number];

/** Far beyond any campaign; products of amounts, chances and customers within these bounds are finite and not 0. */
const largestAmount = 1e12;
const smallestAmount = 1e-6;
const rarestSuccess = 1e-6;
/** Between these bounds the incomplete beta function has its digits. */
const [fewestOffers, mostOffers] = [0.01, 1e9];

/** So many customers, or so much money, in currency units. */
const budgetSchema = z.union(
  [
    z.strictObject({ customers: z.int().positive().max(largestAmount) }),
    z.strictObject({ amount: z.number().min(smallestAmount).max(largestAmount) }),
  ],
  `expected {"customers": a whole number from 1 to ${largestAmount}} or {"amount": a number from ${smallestAmount} to ${largestAmount}}`,
);

/**
 * What it costs and brings to contact a customer with an offer to stay, and how many are contacted. Amounts are currency
 * units. What is not said has the value it had before it could be said, so that models of earlier versions stay as they were.
 */
export const campaignFields = {
  /** Lost with a customer who leaves. */
  customerValue: z.number().min(smallestAmount).max(largestAmount).default(200),
  /** Of the offer itself. */
  offerCost: z.number().min(0).max(largestAmount).default(10),
  /** Of reaching one customer, whatever they answer. */
  contactCost: z.number().min(0).max(largestAmount).default(0),
  /**
   * Whom the offer is paid to: everyone `contacted` (a gift that is sent along), or those `accepting` it: the leavers it
   * keeps, and all stayers.
   */
  offerPaidTo: z.enum(offerRecipients).default('contacted'),
  /** Share of contacted leavers who stay. */
  offerSuccess: z.number().min(rarestSuccess).max(1).default(0.2),
  /** Earlier offers that this share rests on, or is worth: it is Beta-distributed with α = success · trials, β = (1 − success) · trials. */
  offerTrials: z.number().min(fewestOffers).max(mostOffers).default(20),
  /**
   * Who is contacted: whoever is above the break-even (`expected-profit`); the share of customers that the expected maximum
   * profit finds best (`expected-maximum-profit`); the riskiest that the `budget` allows.
   */
  rule: z.enum(campaignRules).default('expected-profit'),
  /** Only for the rule `budget`. */
  budget: budgetSchema.nullable().default(null),
  /** Whether the budget is spent to the last contact, on customers for whom the offer is not expected to pay, too. */
  belowBreakEven: z.boolean().default(false),
} as const;

export const campaignSchema = z
  .strictObject(campaignFields)
  .refine(({ rule, budget }) => rule !== 'budget' || budget !== null, {
    path: ['budget'],
    message:
      'expected a number of customers or an amount for the rule budget, got none: say --budget-customers or --budget-amount',
  })
  .refine(({ rule, budget }) => rule === 'budget' || budget === null, {
    path: ['budget'],
    message:
      'expected no budget but for the rule budget: say --campaign-rule budget, or leave the budget out',
  })
  .refine(
    ({ budget, offerCost, contactCost }) =>
      budget === null || 'customers' in budget || offerCost + contactCost > 0,
    {
      path: ['budget'],
      message: 'expected a number of customers where neither offer nor contact costs anything, got an amount',
    },
  )
  .refine(({ rule, belowBreakEven }) => rule === 'budget' || !belowBreakEven, {
    path: ['belowBreakEven'],
    message: 'expected to contact below the break-even for the rule budget only',
  });

export type Campaign = Readonly<z.infer<typeof campaignSchema>>;
