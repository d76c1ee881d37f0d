import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import { contactsWithinBudget, lowestContacted } from '@churn/shared/metrics/contact-budget';

/**
 * 1 for each customer to be contacted, 0 for the rest. With a budget they are the riskiest of these customers, exactly as
 * many as it allows, and nobody for whom contacting does not pay unless the campaign says so; of equal probabilities the
 * earlier row counts as riskier, and rows are sorted by customer id. Else whoever reaches the threshold of the model.
 */
export function markCustomers(
  probabilities: Float64Array,
  { campaign, threshold }: Pick<ModelDocument, 'campaign' | 'threshold'>,
): Uint8Array {
  const contacts = contactsWithinBudget(campaign);
  return contacts === null
    ? Uint8Array.from(probabilities, (probability) => (probability >= threshold ? 1 : 0))
    : markRiskiest(probabilities, contacts, lowestContacted(campaign));
}

function markRiskiest(probabilities: Float64Array, contacts: number, lowest: number): Uint8Array {
  const descending = Float64Array.from(probabilities).sort().reverse();
  const worthIt = descending.findLastIndex((probability) => probability >= lowest) + 1;
  const places = Math.min(contacts, worthIt);
  const last = descending[places - 1] ?? Number.POSITIVE_INFINITY;
  let left = places - descending.indexOf(last);
  return Uint8Array.from(probabilities, (probability) => {
    if (probability !== last) return probability > last ? 1 : 0;
    left -= 1;
    return left >= 0 ? 1 : 0;
  });
}
