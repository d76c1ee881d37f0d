import { findingsOf } from './findings.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportInputs } from './report-inputs.ts';
import { choiceSection } from './sections/choice-section.ts';
import { curvesSection } from './sections/curves-section.ts';
import { dataSection } from './sections/data-section.ts';
import { gateSection } from './sections/gate-section.ts';
import { importanceSection } from './sections/importance-section.ts';
import { improvementsSection } from './sections/improvements-section.ts';
import { labelsSection } from './sections/labels-section.ts';
import { limitsSection } from './sections/limits-section.ts';
import { qualitySection } from './sections/quality-section.ts';
import { reproductionSection } from './sections/reproduction-section.ts';
import { slicesSection } from './sections/slices-section.ts';
import { trustSection } from './sections/trust-section.ts';

/** The report of a run as content, in the order in which an analyst asks. */
export function makeReport(inputs: ReportInputs): ReportDocument {
  const findings = findingsOf(inputs.evaluation);
  const { transactions, asOf } = inputs.evaluation.dataset;
  return {
    title: 'Churn model report',
    subtitle:
      `Run ${inputs.run}: transactions from ${transactions.firstDay} to ${transactions.lastDay}, ` +
      `customers as of ${asOf.at(-1)}.`,
    sections: [
      trustSection(inputs, findings),
      qualitySection(inputs, findings),
      curvesSection(findings),
      choiceSection(inputs),
      importanceSection(inputs),
      slicesSection(findings),
      dataSection(inputs),
      labelsSection(inputs),
      gateSection(inputs, findings),
      limitsSection(inputs, findings),
      improvementsSection(inputs, findings),
      reproductionSection(inputs),
    ],
  };
}
