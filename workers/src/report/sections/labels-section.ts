import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import type { Language } from '../language/language.ts';
import { bullets, paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Table } from '../table.ts';

/** Who is asked about, what counts as leaving, and which rows trained and tested. */
export function labelsSection({ evaluation }: ReportInputs, language: Language): Section {
  const { dataset } = evaluation;
  const { labels, formats } = language;
  const { mode, horizonDays, lookbackDays, gapDays = 0 } = dataset.labelling;
  return {
    id: 'labels',
    title: labels.title,
    blocks: [
      bullets([
        mode === 'flag' ? labels.flag(gapDays) : labels.inactivity(horizonDays),
        lookbackDays === null ? labels.everyCustomer : labels.activeCustomers(lookbackDays),
        labels.asOf(dataset.asOf.map(formats.day)),
        dataset.split === 'forward' ? labels.forward(formats.day(dataset.asOf.at(-1)!)) : labels.byHash,
        ...leftOut(dataset, language),
      ]),
      splitsTable(dataset, language),
      paragraph(labels.rows(dataset.featureNames.length, dataset.rows)),
    ],
  };
}

function leftOut(
  { droppedWithoutFlag, asOfInGap }: DatasetDescription,
  { labels, formats }: Language,
): string[] {
  return [
    ...(droppedWithoutFlag === 0 ? [] : [labels.withoutFlag(droppedWithoutFlag)]),
    ...(asOfInGap.length === 0 ? [] : [labels.inGap(asOfInGap.map(formats.day))]),
  ];
}

function splitsTable({ splits }: DatasetDescription, { formats, labels, names }: Language): Table {
  const { count, percent } = formats;
  return {
    kind: 'table',
    caption: labels.caption,
    columns: [
      { title: labels.columns.split },
      { title: labels.columns.rows, numeric: true },
      { title: labels.columns.churned, numeric: true },
      { title: labels.columns.share, numeric: true },
    ],
    rows: (['train', 'validation', 'test'] as const).map((name) => {
      const { rows, churned } = splits[name];
      return [names.splits[name], count(rows), count(churned), percent(rows === 0 ? null : churned / rows)];
    }),
  };
}
