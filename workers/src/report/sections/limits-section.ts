import type { Findings } from '../findings.ts';
import { counted } from '../format-number.ts';
import { bullets, paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { RichText, Table } from '../table.ts';

const personalFeatures = ['age', 'gender', 'region'];

/** What the figures do not say. */
export function limitsSection({ evaluation }: ReportInputs, findings: Findings): Section {
  const { leakage } = evaluation;
  const checks =
    leakage.length === 0
      ? [paragraph('No check for leakage was recorded.')]
      : [subheading('Checks that could put the figures in doubt'), checksTable(leakage)];
  return { id: 'limits', title: 'Limits', blocks: [bullets(limitsOf(evaluation, findings)), ...checks] };
}

function limitsOf({ dataset, test }: ReportInputs['evaluation'], { undatedFlags }: Findings): RichText[] {
  const personal = dataset.featureNames.filter((name) => personalFeatures.includes(name));
  return [
    'The intervals tell how much another sample of the same customers at the same time would differ. They say nothing about other times: prices, ' +
      'offers and competitors change, and drift-check is there to notice.',
    dataset.split === 'forward'
      ? `The test is one period, from ${dataset.asOf.at(-1)}: a season or a campaign in it counts as if it were always so.`
      : 'Training and test customers were looked at on the same dates, so the test cannot show how the model ages.',
    undatedFlags
      ? 'The churn flag has no date, so the figures may partly measure that the model recognises customers who have left already.'
      : `A customer counts as having left after ${counted(dataset.labelling.horizonDays, 'day')} without a transaction, and some of them come back.`,
    `The model is for customers like the ${counted(test.rows, 'test row')}: ` +
      (dataset.labelling.lookbackDays === null
        ? 'with at least one transaction.'
        : `active in the last ${counted(dataset.labelling.lookbackDays, 'day')}.`),
    ...(personal.length === 0
      ? []
      : [
          `It uses ${personal.join(', ')}: whether that is lawful and fair for the intended use has to be decided by people, and the slices above are a start.`,
        ]),
    'What the model looks at goes with leaving; it need not cause it.',
  ];
}

function checksTable(leakage: ReportInputs['evaluation']['leakage']): Table {
  return {
    kind: 'table',
    caption: 'Checks for leakage',
    columns: [{ title: 'Check' }, { title: 'Passed' }, { title: 'Finding' }],
    rows: leakage.map(({ check, passed, finding }) => [check, passed ? 'yes' : [{ strong: 'no' }], finding]),
  };
}
