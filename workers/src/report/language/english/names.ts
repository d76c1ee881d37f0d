import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { CleaningAction } from '@churn/shared/cleaning/cleaning-rule';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';

type LeakageFacts = EvaluationDocument['leakage'][number]['facts'];

const families: Readonly<Record<ModelFamilyName, string>> = {
  'logistic-regression': 'logistic regression',
  'decision-tree': 'decision tree',
  'random-forest': 'random forest',
  'gradient-boosting': 'gradient boosting',
  blend: 'blend of families',
};

const actions: Readonly<Record<CleaningAction, string>> = {
  quarantine: 'set aside',
  merge: 'merged with its like',
  null: 'value emptied',
  fix: 'spelling unified',
  keep: 'counted, kept',
};

const calibrations: Readonly<Record<'none' | 'sigmoid' | 'isotonic', string>> = {
  none: 'none',
  sigmoid: 'sigmoid',
  isotonic: 'isotonic',
};

/** Names that documents write in English are said as they are. */
const asWritten = (name: string) => name;

export const names = {
  families,
  actions,
  calibrations,
  splits: { train: 'train', validation: 'validation', test: 'test' },
  tables: { customers: 'customers', transactions: 'transactions' },
  baseline: asWritten,
  check: asWritten,
  /** What a check for leakage found; undefined where the recorded phrase, in English, is to be taken. */
  finding: (_check: string, _facts: LeakageFacts, _passed: boolean): string | undefined => undefined,
  /** What slices are made by: `region`, `tenure`, … */
  sliceKind: asWritten,
  /** A slice of a kind; names from the data stay as they are. */
  slice: (_kind: string, name: string) => name,
  /** A file of the run, by its role. */
  role: asWritten,
};
