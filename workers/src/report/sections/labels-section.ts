import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { count, counted, percent } from '../format-number.ts';
import { listed } from '../plain-names.ts';
import { bullets, paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Table } from '../table.ts';

/** Who is asked about, what counts as leaving, and which rows trained and tested. */
export function labelsSection({ evaluation }: ReportInputs): Section {
  const { dataset } = evaluation;
  return {
    id: 'labels',
    title: 'How labels and splits were made',
    blocks: [
      bullets([
        whatChurnIs(dataset),
        whoIsAsked(dataset),
        `Features look only at what lies before the as-of ${dataset.asOf.length === 1 ? 'date' : 'dates'} ${listed(dataset.asOf)}.`,
        howSplit(dataset),
        ...leftOut(dataset),
      ]),
      splitsTable(dataset),
      paragraph(
        `${counted(dataset.featureNames.length, 'feature')} describe each of the ${counted(dataset.rows, 'row')}, one row a customer and as-of date.`,
      ),
    ],
  };
}

function whatChurnIs({ labelling }: DatasetDescription): string {
  const { gapDays = 0 } = labelling;
  if (labelling.mode === 'flag') {
    const gap =
      gapDays === 0 ? '' : `, and features end ${counted(gapDays, 'day')} before the day of the flags`;
    return `A customer left where the churn column of the export says so${gap}.`;
  }
  return `A customer left who made no transaction in the ${counted(labelling.horizonDays, 'day')} from the as-of date.`;
}

function whoIsAsked({ labelling }: DatasetDescription): string {
  return labelling.lookbackDays === null
    ? 'Every customer with a transaction before the as-of date is asked about.'
    : `Asked about are customers with a transaction in the ${counted(labelling.lookbackDays, 'day')} before the as-of date; the others had left already.`;
}

function howSplit({ split, asOf }: DatasetDescription): string {
  return split === 'forward'
    ? `The split goes forward in time: the test rows are those of ${asOf.at(-1)}, and the outcomes of all earlier rows were known by then.`
    : 'The split goes by a hash of the customer: nobody is on both sides, and a test customer of today never trains a later model. It does not show that the model holds for later times.';
}

function leftOut({ droppedWithoutFlag, asOfInGap }: DatasetDescription): string[] {
  return [
    droppedWithoutFlag === 0
      ? ''
      : `${counted(droppedWithoutFlag, 'customer')} without a churn flag left out.`,
    asOfInGap.length === 0
      ? ''
      : `Not used, because their outcomes overlap with a later split: the rows of ${listed(asOfInGap)}.`,
  ].filter((sentence) => sentence !== '');
}

function splitsTable({ splits }: DatasetDescription): Table {
  return {
    kind: 'table',
    caption: 'Rows by split',
    columns: [
      { title: 'Split' },
      { title: 'Rows', numeric: true },
      { title: 'Left', numeric: true },
      { title: 'Share that left', numeric: true },
    ],
    rows: (['train', 'validation', 'test'] as const).map((name) => {
      const { rows, churned } = splits[name];
      return [name, count(rows), count(churned), percent(rows === 0 ? null : churned / rows)];
    }),
  };
}
