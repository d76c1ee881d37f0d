import type { Findings } from '../findings.ts';
import type { ReportInputs } from '../report-inputs.ts';

/** Something that would make the model better or its figures surer, and what in the figures says so. */
export interface Improvement {
  readonly what: string;
  readonly why: string;
}

/** Undefined where the figures give no reason for it. */
export type ImprovementRule = (inputs: ReportInputs, findings: Findings) => Improvement | undefined;
