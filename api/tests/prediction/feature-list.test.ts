import { featureList } from '@churn/shared/features/feature-list';
import { featuresRequestSchema } from '../../src/prediction/predict-request.ts';

test('a request with ready features has every declared feature, with its description', () => {
  const fields = featuresRequestSchema.shape.features.shape;
  expect(Object.entries(fields).map(([name, { description }]) => ({ name, description }))).toEqual(
    featureList.map(({ name, description }) => ({ name, description })),
  );
});
