import { featureList } from '@churn/shared/features/feature-list';
import { describeFeature } from '@churn/shared/features/portuguese/describe-feature';
import { unitWords } from '@churn/shared/features/portuguese/unit-words';
import { shownUnits } from '@churn/shared/features/risk-reasons';
import { examplePredictRequest } from '../openapi/example-predict-request.ts';
import type { FeatureWords } from './browser/english.js';
import type { PageLanguage } from './page-language.ts';

/** What the page's code reads beside the answers of the API. */
export interface PageData {
  readonly example: typeof examplePredictRequest;
  /** Empty in English: the API's reasons are in words already. */
  readonly featureWords: FeatureWords;
}

export function pageData(language: PageLanguage): PageData {
  return {
    example: examplePredictRequest,
    featureWords: language === 'pt-BR' ? portugueseFeatureWords() : {},
  };
}

function portugueseFeatureWords(): FeatureWords {
  return Object.fromEntries(
    featureList.map((feature) => {
      const unit = shownUnits.includes(feature.unit) ? (unitWords[feature.unit] ?? feature.unit) : '';
      return [feature.name, { phrase: describeFeature(feature), unit }];
    }),
  );
}
