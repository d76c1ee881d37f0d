import { contributionsChart } from '../charts/contributions-chart.ts';
import { importanceChart } from '../charts/importance-chart.ts';
import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';

export function importanceSection({ evaluation }: ReportInputs, language: Language): Section {
  const { importance, contributions } = evaluation.winner;
  const charts = [
    importanceChart(importance, language),
    ...(contributions.features.length === 0 ? [] : [contributionsChart(contributions, language)]),
  ];
  return {
    id: 'importance',
    title: language.importance.title,
    blocks: [paragraph(language.importance.intro), { kind: 'charts', charts }],
  };
}
