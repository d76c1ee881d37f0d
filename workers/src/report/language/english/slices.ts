import { formats } from './formats.ts';

const { counted, decimal, listed } = formats;

export const slices = {
  title: 'Parts of the customers',
  tooFew: 'No slice has customers enough to be measured on its own.',
  noneWorse: (slices: number, auc: number | null) =>
    `In none of ${counted(slices, 'slice', 'slices')} is the model clearly worse than on the whole (ROC AUC ${decimal(auc)}).`,
  needCare: (slices: readonly string[]) =>
    `${counted(slices.length, 'slice needs', 'slices need')} care: ${listed(slices)}.`,
  caption: (kind: string) => `By ${kind}`,
  columns: {
    rows: 'Customers',
    churned: 'Left',
    observed: 'Share that left',
    predicted: 'Mean probability',
    rocAuc: 'ROC AUC',
    note: 'Note',
  },
  orderedWorse: 'ordered worse',
  overrated: 'risk overrated',
  underrated: 'risk underrated',
};
