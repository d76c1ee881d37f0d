import { divide, type Expression, multiply, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import type { KnownService } from './measure.ts';
import { numericFeature } from './numeric-feature.ts';

const withService = { measure: { take: 'service_transactions' } } as const;

const knownServices: readonly KnownService[] = ['voice', 'data', 'sms', 'roaming', 'tv', 'support'];

/**
 * Which services the customer uses. A customer of many services leaves less easily; calls to support announce complaints,
 * which are among the strongest signs of churn in telecoms (Keaveney 1995).
 */
export const serviceFeatures: readonly FeatureDeclaration[] = [
  {
    kind: 'categorical',
    name: 'top_service',
    description: 'the most used service',
    unit: 'category',
    source: 'top_service',
  },
  numericFeature(
    'top_service_share',
    'share of the most used service in the transactions',
    'share',
    divide({ measure: { take: 'top_service_transactions' } }, withService),
  ),
  numericFeature(
    'service_concentration',
    'how much one service dominates: the chance that two transactions drawn at random are of the same service',
    'share',
    divide({ measure: { take: 'service_squares' } }, multiply(withService, withService)),
  ),
  numericFeature(
    'services_dropped',
    'number of services used before, but not in the last 90 days',
    'services',
    subtract({ measure: { take: 'services', window: null } }, { measure: { take: 'services', window: 90 } }),
  ),
  ...knownServices.map((service) =>
    numericFeature(`${service}_share`, `share of ${service} in the transactions`, 'share', shareOf(service)),
  ),
  ...[30, 90].map((window) =>
    numericFeature(
      `support_transactions_${window}`,
      `number of contacts with support in the last ${window} days`,
      'transactions',
      { measure: { take: 'support_transactions', window } },
    ),
  ),
  numericFeature('days_since_support', 'time since the last contact with support', 'days', {
    measure: { take: 'last_support_age' },
  }),
];

function shareOf(service: KnownService): Expression {
  return divide({ measure: { take: 'service_uses', service } }, withService);
}
