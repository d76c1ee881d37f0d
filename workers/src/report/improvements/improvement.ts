import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { RichText } from '../table.ts';

/** Something that would make the model better or its figures surer, and what in the figures says so. */
export interface Improvement {
  readonly what: string;
  readonly why: RichText;
}

/** Undefined where the figures give no reason for it. */
export type ImprovementRule = (
  inputs: ReportInputs,
  findings: Findings,
  language: Language,
) => Improvement | undefined;
