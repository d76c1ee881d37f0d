import { importanceChart } from '../charts/importance-chart.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';

export function importanceSection({ evaluation }: ReportInputs): Section {
  return {
    id: 'importance',
    title: 'What the model looks at',
    blocks: [
      paragraph(
        'How far each feature moves the predictions of the test customers, up or down, on average. Features that tell much the ' +
          'same share their influence, so a feature that is low here may still matter.',
      ),
      { kind: 'charts', charts: [importanceChart(evaluation.winner.importance)] },
    ],
  };
}
