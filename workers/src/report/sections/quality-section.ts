import type { Findings } from '../findings.ts';
import { count, counted, decimal, money, percent } from '../format-number.ts';
import { paragraph, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { baselinesTable } from '../tables/baselines-table.ts';
import { confusionTable } from '../tables/confusion-table.ts';
import { measuresTable } from '../tables/measures-table.ts';

export function qualitySection({ evaluation }: ReportInputs, findings: Findings): Section {
  const { winner, churnShare } = findings;
  const { test, campaign } = evaluation;
  return {
    id: 'quality',
    title: 'How good the model is',
    blocks: [
      paragraph(
        `Measured once on ${count(test.rows)} test rows (${count(test.churned)} left, ${percent(churnShare)}), which neither training ` +
          'nor choice had seen. The intervals come from drawing the test rows again many times (bootstrap): another sample of customers ' +
          'like these would give a value within them 95 times in 100.',
      ),
      measuresTable(winner.measures, churnShare),
      subheading('Right and wrong decisions'),
      paragraph(confusionInWords(findings)),
      confusionTable(winner.confusion),
      paragraph(
        `The threshold of ${decimal(winner.threshold)} is the one from where contacting pays: a leaver loses ` +
          `${money(campaign.customerValue)} currency units, contacting costs ${money(campaign.offerCost)} and keeps ` +
          `${percent(campaign.offerSuccess, 0)} of the leavers it reaches.`,
      ),
      subheading('Compared with no model'),
      paragraph(baselineSentence(findings)),
      baselinesTable(evaluation, findings),
    ],
  };
}

function confusionInWords({ winner }: Findings): string {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = winner.confusion;
  return (
    `Of ${counted(truePositives + falseNegatives, 'customer')} who left, ${count(truePositives)} were marked and ` +
    `${count(falseNegatives)} were missed. Of ${counted(falsePositives + trueNegatives, 'customer')} who stayed, ` +
    `${count(falsePositives)} were marked by mistake and ${count(trueNegatives)} were rightly left alone.`
  );
}

function baselineSentence({ aboveBaseline, strongestBaseline, winner }: Findings): string {
  if (strongestBaseline === undefined) return 'No baseline was measured.';
  const { value, lower } = winner.measures.rocAuc;
  const figures = `ROC AUC ${decimal(value)} (at least ${decimal(lower)}) against ${decimal(strongestBaseline.rocAuc)}`;
  return aboveBaseline
    ? `The model orders customers clearly better than the strongest baseline, "${strongestBaseline.name}": ${figures}.`
    : `The model is not shown to order customers better than the strongest baseline, "${strongestBaseline.name}": ${figures}.`;
}
