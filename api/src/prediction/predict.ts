import { evaluateFeatures } from '@churn/shared/features/evaluate-features';
import { type FeatureValues, featureRowsToMatrix } from '@churn/shared/features/feature-rows-to-matrix';
import { riskReasons } from '@churn/shared/features/risk-reasons';
import { dayNumber } from '@churn/shared/platform/calendar-day';
import type { Champion } from '../champion/champion.ts';
import { customerOfRequest, transactionsOfRequest } from './customer-of-request.ts';
import { decide } from './decide.ts';
import type { CustomerRequest, FeaturesRequest } from './predict-request.ts';
import type { PredictionAnswer } from './prediction-answer.ts';
import { requireEligible } from './require-eligible.ts';

/** Answers a valid request from one champion; refuses a customer who is not eligible. */
export function predict(champion: Champion, request: CustomerRequest | FeaturesRequest): PredictionAnswer {
  if ('features' in request) {
    return answer(champion, request.features, {
      customerId: request.customerId ?? null,
      asOf: null,
      ignoredTransactions: 0,
    });
  }
  const asOfDay = dayNumber(request.asOf);
  const transactions = transactionsOfRequest(request);
  return answer(champion, evaluateFeatures(customerOfRequest(request), transactions, asOfDay), {
    customerId: request.customer.customerId,
    asOf: request.asOf,
    ignoredTransactions: transactions.filter(({ day }) => day >= asOfDay).length,
  });
}

function answer(
  { pointer, registered }: Champion,
  features: FeatureValues,
  about: Pick<PredictionAnswer, 'customerId' | 'asOf' | 'ignoredTransactions'>,
): PredictionAnswer {
  const { document, model, sha256 } = registered;
  requireEligible(features, document.training.labelling);
  const matrix = featureRowsToMatrix([features]);
  const probability = model.predictProbability(matrix)[0]!;
  return {
    customerId: about.customerId,
    probability,
    decision: decide(document, probability),
    threshold: document.threshold,
    reasons: riskReasons(matrix, model.explain(matrix).values, 0),
    model: {
      sha256,
      family: document.family,
      featureListHash: document.featureListHash,
      promotedAt: pointer.promotedAt,
    },
    asOf: about.asOf,
    ignoredTransactions: about.ignoredTransactions,
  };
}
