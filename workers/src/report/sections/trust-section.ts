import { shareContacted } from '@churn/shared/metrics/share-contacted';
import type { Findings } from '../findings.ts';
import { listImprovements } from '../improvements/list-improvements.ts';
import { judgeModel } from '../judge-model.ts';
import type { Language } from '../language/language.ts';
import { type Block, bullets, type Section, subheading } from '../report-document.ts';
import { failedRules, type ReportInputs } from '../report-inputs.ts';
import type { RichText } from '../table.ts';

const shownImprovements = 3;

/** The answer first: may this model be trusted, for what, and what to do next. */
export function trustSection(inputs: ReportInputs, findings: Findings, language: Language): Section {
  const { trust } = language;
  const judgement = judgeModel(findings, language);
  const reserves: Block[] =
    judgement.reserves.length === 0 ? [] : [subheading(trust.reserves), bullets(judgement.reserves)];
  return {
    id: 'trust',
    title: trust.title,
    blocks: [
      {
        kind: 'verdict',
        tone: judgement.tone,
        label: judgement.label,
        text: [{ strong: judgement.headline }, ` ${inOneSentence(inputs, findings, language)}`],
      },
      ...reserves,
      subheading(trust.uses),
      bullets(judgement.uses),
      subheading(trust.nextSteps),
      bullets(nextSteps(inputs, findings, language, judgement.tone === 'bad')),
    ],
  };
}

function inOneSentence(
  { evaluation }: ReportInputs,
  { winner, churnShare }: Findings,
  { names, trust }: Language,
): string {
  const { value: auc, lower, upper } = winner.measures.rocAuc;
  const family = names.families[winner.family];
  return trust.inOneSentence({ family, rows: evaluation.test.rows, churnShare, auc, lower, upper });
}

function nextSteps(inputs: ReportInputs, findings: Findings, language: Language, bad: boolean): RichText[] {
  const improvements = listImprovements(inputs, findings, language).slice(0, shownImprovements);
  return [
    gateStep(inputs, language, bad),
    ...(bad ? [] : [contactStep(inputs, findings, language)]),
    ...improvements.map(({ what }) => what),
  ];
}

function gateStep({ promotion, run }: ReportInputs, { trust }: Language, bad: boolean): RichText {
  if (promotion === null) return bad ? trust.doNotPromote : trust.askGate(`churn promote --run ${run}`);
  if (promotion.outcome !== 'refused') return bad ? trust.considerRollback : trust.inService;
  return trust.refused(failedRules(promotion).map(({ rule }) => rule));
}

function contactStep(
  { evaluation: { campaign } }: ReportInputs,
  { winner: { confusion, threshold }, calibrated }: Findings,
  { trust }: Language,
): string {
  if (!calibrated) return trust.contactByOrder;
  const share = shareContacted(confusion);
  if (share === 0) return trust.contactNobody({ threshold, rule: campaign.rule });
  const { truePositives, falsePositives } = confusion;
  return trust.contact({ threshold, share, leaving: truePositives / (truePositives + falsePositives) });
}
