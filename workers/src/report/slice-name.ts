import type { Slice } from '@churn/shared/artifacts/evaluation-document';
import type { Language } from './language/language.ts';

/** `region north`. */
export function sliceName({ by, name }: Slice, { names }: Language): string {
  return `${names.sliceKind(by)} ${names.slice(by, name)}`;
}
