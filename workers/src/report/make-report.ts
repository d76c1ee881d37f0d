import { findingsOf } from './findings.ts';
import type { Language } from './language/language.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportInputs } from './report-inputs.ts';
import { choiceSection } from './sections/choice-section.ts';
import { curvesSection } from './sections/curves-section.ts';
import { dataSection } from './sections/data-section.ts';
import { featuresSection } from './sections/features-section.ts';
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
export function makeReport(inputs: ReportInputs, language: Language): ReportDocument {
  const findings = findingsOf(inputs.evaluation);
  const { transactions, asOf } = inputs.evaluation.dataset;
  const { day } = language.formats;
  return {
    language,
    title: language.page.title,
    subtitle: language.page.subtitle({
      run: inputs.run,
      firstDay: day(transactions.firstDay),
      lastDay: day(transactions.lastDay),
      asOf: day(asOf.at(-1)!),
    }),
    sections: [
      trustSection(inputs, findings, language),
      qualitySection(inputs, findings, language),
      curvesSection(findings, language),
      choiceSection(inputs, language),
      importanceSection(inputs, language),
      slicesSection(findings, language),
      dataSection(inputs, language),
      labelsSection(inputs, language),
      featuresSection(inputs, language),
      gateSection(inputs, findings, language),
      limitsSection(inputs, findings, language),
      improvementsSection(inputs, findings, language),
      reproductionSection(inputs, language),
    ],
  };
}
