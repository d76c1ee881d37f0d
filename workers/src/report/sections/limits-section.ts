import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { bullets, paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Table } from '../table.ts';
import { wordFinding } from '../word-finding.ts';
import { limitsOf } from './limits-of.ts';

/** What the figures do not say. */
export function limitsSection({ evaluation }: ReportInputs, findings: Findings, language: Language): Section {
  const { leakage } = evaluation;
  const { limits } = language;
  const checks =
    leakage.length === 0
      ? [paragraph(limits.noChecks)]
      : [subheading(limits.checks), checksTable(leakage, language)];
  return {
    id: 'limits',
    title: limits.title,
    blocks: [bullets(limitsOf(evaluation, findings, language)), ...checks],
  };
}

function checksTable(leakage: ReportInputs['evaluation']['leakage'], language: Language): Table {
  const { limits, names, page } = language;
  const columns = limits.checksColumns;
  return {
    kind: 'table',
    caption: limits.checksCaption,
    columns: [{ title: columns.check }, { title: columns.passed }, { title: columns.finding }],
    rows: leakage.map((check) => [
      names.check(check.check),
      check.passed ? page.yes : [{ strong: page.no }],
      wordFinding(check, language),
    ]),
  };
}
