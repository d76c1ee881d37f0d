import type { Hyperparameters } from '../models/model.ts';

/** One setting from those of several fits: numbers that differ become their mean (whole where all are), the rest is the first's. */
export function settleHyperparameters(settings: readonly Hyperparameters[]): Hyperparameters {
  const [first] = settings;
  return Object.fromEntries(
    Object.entries(first!).map(([name, value]) => {
      const values = settings.map((setting) => setting[name]);
      if (values.every((other) => other === value)) return [name, value];
      const numbers = values.filter((other) => typeof other === 'number');
      if (numbers.length !== values.length) return [name, value];
      const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      return [name, numbers.every(Number.isInteger) ? Math.round(mean) : mean];
    }),
  );
}
