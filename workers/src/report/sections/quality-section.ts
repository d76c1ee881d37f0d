import { baselineFactsOf } from '../baseline-facts-of.ts';
import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { baselinesTable } from '../tables/baselines-table.ts';
import { confusionTable } from '../tables/confusion-table.ts';
import { measuresTable } from '../tables/measures-table.ts';
import { serviceBlocks } from './service-blocks.ts';

export function qualitySection(inputs: ReportInputs, findings: Findings, language: Language): Section {
  const { winner, churnShare } = findings;
  const { evaluation } = inputs;
  const { test, campaign } = evaluation;
  const text = language.quality;
  return {
    id: 'quality',
    title: text.title,
    blocks: [
      paragraph(text.intro({ ...test, churnShare })),
      ...serviceBlocks(inputs, language),
      measuresTable(winner.measures, churnShare, language),
      subheading(text.decisions),
      paragraph(text.confusion(winner.confusion)),
      confusionTable(winner.confusion, language),
      paragraph(text.threshold(winner.threshold, campaign)),
      subheading(text.baselines),
      paragraph(baselineSentence(findings, language)),
      baselinesTable(evaluation, findings, language),
    ],
  };
}

function baselineSentence(findings: Findings, language: Language): string {
  const { quality } = language;
  const facts = baselineFactsOf(findings, language);
  return facts === undefined ? quality.noBaseline : quality.againstBaseline(findings.aboveBaseline, facts);
}
