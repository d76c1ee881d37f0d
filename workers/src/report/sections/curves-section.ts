import { calibrationChart } from '../charts/calibration-chart.ts';
import { gainChart } from '../charts/gain-chart.ts';
import { precisionRecallChart } from '../charts/precision-recall-chart.ts';
import { profitChart } from '../charts/profit-chart.ts';
import { rocChart } from '../charts/roc-chart.ts';
import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import type { Section } from '../report-document.ts';

export function curvesSection({ winner, others, churnShare }: Findings, language: Language): Section {
  return {
    id: 'curves',
    title: language.curves.title,
    blocks: [
      {
        kind: 'charts',
        charts: [
          rocChart(winner, others, language),
          precisionRecallChart(winner, others, churnShare, language),
          calibrationChart(winner, language),
          gainChart(winner, churnShare, language),
          profitChart(winner, language),
        ],
      },
    ],
  };
}
