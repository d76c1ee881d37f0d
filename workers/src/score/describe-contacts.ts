import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import { contactsWithinBudget } from '@churn/shared/metrics/contact-budget';
import { contactProfit, offerTerms } from '@churn/shared/metrics/offer-terms';
import type { JsonValue } from '@churn/shared/schema/json-value';

export interface Contacts {
  readonly metrics: Readonly<Record<string, JsonValue>>;
  readonly warnings: readonly string[];
}

/** What contacting the marked customers is expected to cost at most and to bring, if probabilities hold, in currency units. */
export function describeContacts(
  probabilities: Float64Array,
  marks: Uint8Array,
  { campaign, threshold }: Pick<ModelDocument, 'campaign' | 'threshold'>,
): Contacts {
  const marked = probabilities.filter((_, row) => marks[row] === 1);
  const leavers = marked.reduce((sum, probability) => sum + probability, 0);
  const stayers = marked.length - leavers;
  const contacts = contactsWithinBudget(campaign);
  return {
    metrics: {
      rule: campaign.rule,
      threshold,
      ...(contacts === null ? {} : { budgetContacts: Math.min(contacts, probabilities.length) }),
      churn: marked.length,
      lowestMarked:
        marked.length === 0 ? null : marked.reduce((lowest, probability) => Math.min(lowest, probability), 1),
      expectedProfit: contactProfit(offerTerms(campaign), campaign.offerSuccess, leavers, stayers),
      highestCost: marked.length * (campaign.offerCost + campaign.contactCost),
    },
    warnings:
      contacts !== null && marked.length < contacts
        ? [
            `The budget is for ${contacts} customers, ${marked.length} are marked: ` +
              (marked.length === probabilities.length
                ? 'there are no more.'
                : 'contacting the others is not expected to pay.'),
          ]
        : [],
  };
}
