import { settleHyperparameters } from '../../src/training/settle-hyperparameters.ts';

test('whole numbers that differ become their rounded mean', () => {
  expect(settleHyperparameters([{ rounds: 10 }, { rounds: 13 }])).toEqual({ rounds: 12 });
});

test('fractions that differ become their mean', () => {
  expect(settleHyperparameters([{ eta: 0.1 }, { eta: 0.3 }])).toEqual({ eta: 0.2 });
});

test('what all agree on stays', () => {
  const setting = { depth: 4, kind: 'deep', bagged: true };
  expect(settleHyperparameters([setting, setting])).toEqual(setting);
});
