import type { ModelDocument } from '@churn/shared/artifacts/model-document';

/** Of one customer by themselves: a campaign with a budget can say no more. */
export function decide({ threshold }: ModelDocument, probability: number): 'churn' | 'stay' {
  return probability >= threshold ? 'churn' : 'stay';
}
