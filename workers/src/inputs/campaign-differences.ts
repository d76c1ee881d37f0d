import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { type Campaign, campaignFields } from '@churn/shared/schema/campaign';

/** What one campaign says otherwise than the other, `offerCost 10 and 20`, in the order of the fields; null where they are the same. */
export function campaignDifferences(one: Campaign, other: Campaign): string | null {
  const differing = (Object.keys(campaignFields) as (keyof Campaign)[])
    .map((name) => [name, canonicalJson(one[name]), canonicalJson(other[name])])
    .filter(([, ofOne, ofOther]) => ofOne !== ofOther);
  if (differing.length === 0) return null;
  return differing.map(([name, ofOne, ofOther]) => `${name} ${ofOne} and ${ofOther}`).join(', ');
}
