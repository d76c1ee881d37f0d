import { calibrationChart } from '../charts/calibration-chart.ts';
import { gainChart } from '../charts/gain-chart.ts';
import { precisionRecallChart } from '../charts/precision-recall-chart.ts';
import { profitChart } from '../charts/profit-chart.ts';
import { rocChart } from '../charts/roc-chart.ts';
import type { Findings } from '../findings.ts';
import type { Section } from '../report-document.ts';

export function curvesSection({ winner, others, churnShare }: Findings): Section {
  return {
    id: 'curves',
    title: 'The curves behind the figures',
    blocks: [
      {
        kind: 'charts',
        charts: [
          rocChart(winner, others),
          precisionRecallChart(winner, others, churnShare),
          calibrationChart(winner),
          gainChart(winner, churnShare),
          profitChart(winner),
        ],
      },
    ],
  };
}
