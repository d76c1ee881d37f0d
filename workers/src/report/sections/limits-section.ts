import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { bullets, paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Table } from '../table.ts';
import { wordFinding } from '../word-finding.ts';

const personalFeatures = ['age', 'gender', 'region'];

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

function limitsOf(
  { dataset, test }: ReportInputs['evaluation'],
  { undatedFlags }: Findings,
  { features, formats, limits }: Language,
): string[] {
  const { horizonDays, lookbackDays } = dataset.labelling;
  const personal = dataset.featureNames.filter((name) => personalFeatures.includes(name));
  return [
    limits.sameTime,
    dataset.split === 'forward' ? limits.onePeriod(formats.day(dataset.asOf.at(-1)!)) : limits.sameDates,
    undatedFlags ? limits.undatedFlags : limits.comeBack(horizonDays),
    limits.forWhom(test.rows, lookbackDays),
    ...(personal.length === 0 ? [] : [limits.personal(personal.map(features.describe))]),
    limits.noCause,
  ];
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
