import type { Findings } from '../findings.ts';
import { count, decimal, percent } from '../format-number.ts';
import { listImprovements } from '../improvements/list-improvements.ts';
import { judgeModel } from '../judge-model.ts';
import { familyWords, listed, sentenceCase } from '../plain-names.ts';
import { type Block, bullets, type Section, subheading } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { RichText } from '../table.ts';

const shownImprovements = 3;

/** The answer first: may this model be trusted, for what, and what to do next. */
export function trustSection(inputs: ReportInputs, findings: Findings): Section {
  const judgement = judgeModel(findings);
  const reserves: Block[] =
    judgement.reserves.length === 0 ? [] : [subheading('Reserves'), bullets(judgement.reserves)];
  return {
    id: 'trust',
    title: 'May this model be trusted?',
    blocks: [
      {
        kind: 'verdict',
        tone: judgement.tone,
        label: judgement.label,
        text: [{ strong: judgement.headline }, ` ${inOneSentence(inputs, findings)}`],
      },
      ...reserves,
      subheading('What for'),
      bullets(judgement.uses),
      subheading('What to do next'),
      bullets(nextSteps(inputs, findings, judgement.tone === 'bad')),
    ],
  };
}

function inOneSentence({ evaluation }: ReportInputs, { winner, churnShare }: Findings): string {
  const { rocAuc } = winner.measures;
  return (
    `${sentenceCase(familyWords(winner.family))}, tested on ${count(evaluation.test.rows)} customers it had not seen, of whom ` +
    `${percent(churnShare)} left, reaches a ROC AUC of ${decimal(rocAuc.value)} (95 % interval ${decimal(rocAuc.lower)} to ` +
    `${decimal(rocAuc.upper)}; chance is 0.5).`
  );
}

function nextSteps(inputs: ReportInputs, findings: Findings, bad: boolean): RichText[] {
  const improvements = listImprovements(inputs, findings).slice(0, shownImprovements);
  return [
    gateStep(inputs, bad),
    ...(bad ? [] : [contactStep(findings)]),
    ...improvements.map(({ what }) => what),
  ];
}

function gateStep({ promotion, run }: ReportInputs, bad: boolean): RichText {
  if (promotion === null) {
    return bad
      ? 'Do not promote it. The gate was not asked for this evaluation.'
      : ['The gate was not asked for this evaluation: run ', { code: `churn promote --run ${run}` }, '.'];
  }
  if (promotion.outcome !== 'refused') {
    return bad
      ? ['It is in service, which this page does not support: consider ', { code: 'churn rollback' }, '.']
      : [
          'It is in service. Score the next export with ',
          { code: 'churn score' },
          ', and compare it with the training data by ',
          { code: 'churn drift-check' },
          ' before the predictions are used.',
        ];
  }
  const said = promotion.rules.filter(({ passed }) => !passed).map(({ rule }) => rule);
  return [
    `The gate refused it${said.length === 0 ? '' : ` (by ${listed(said)})`}: nothing changes in service. The reasons stand under "The model in service, and the gate".`,
  ];
}

function contactStep({ winner, calibrated }: Findings): string {
  if (!calibrated) {
    return (
      'Contact the riskiest customers, as many as the budget allows, rather than those above the threshold: the threshold ' +
      'presumes that the probabilities are right.'
    );
  }
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = winner.confusion;
  const all = truePositives + falsePositives + trueNegatives + falseNegatives;
  const marked = truePositives + falsePositives;
  if (marked === 0) {
    return (
      `No test customer has a risk of ${percent(winner.threshold)} or more, from where contacting pays under the assumptions ` +
      'about the campaign: contact nobody, or check the assumptions.'
    );
  }
  return (
    `Contact customers with a risk of ${percent(winner.threshold)} or more: ${percent(marked / all, 0)} of the customers, of whom ` +
    `${percent(truePositives / marked, 0)} would leave. If fewer can be contacted, start with the riskiest.`
  );
}
