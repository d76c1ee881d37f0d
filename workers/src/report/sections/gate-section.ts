import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { type Block, bullets, paragraph, type Section } from '../report-document.ts';
import { failedRules, type Promotion, type ReportInputs } from '../report-inputs.ts';
import { joined, type RichText } from '../table.ts';
import { championTable } from '../tables/champion-table.ts';
import { gateTable } from '../tables/gate-table.ts';
import { wordRule } from '../word-rule.ts';

/** How the model compares with the one in service, and what the gate decided. */
export function gateSection(inputs: ReportInputs, { winner }: Findings, language: Language): Section {
  const { champion } = inputs.evaluation;
  return {
    id: 'gate',
    title: language.gate.title,
    blocks: [
      paragraph(comparisonSentence(champion, language)),
      ...(champion !== null && !champion.isWinner && isComparedEarlier(champion)
        ? [paragraph(language.gate.comparedEarlier)]
        : []),
      ...(champion?.measures ? [championTable(champion, winner, language)] : []),
      ...decision(inputs, language),
    ],
  };
}

/** Whether the figures are of the model that was measured before the one in service was fitted again. */
function isComparedEarlier({ modelSha256, comparedModelSha256 }: ChampionComparison): boolean {
  return comparedModelSha256 !== null && comparedModelSha256 !== modelSha256;
}

function comparisonSentence(champion: ChampionComparison | null, { gate }: Language): RichText {
  if (champion === null) return gate.noChampion;
  if (champion.isWinner) return gate.isChampion(isComparedEarlier(champion));
  if (champion.incomparable !== null) return [gate.incomparable, { english: champion.incomparable }, '.'];
  const { value, lower, upper } = champion.rocAucDifference ?? { value: null, lower: null, upper: null };
  const verdict =
    lower !== null && lower > 0 ? gate.better : upper !== null && upper < 0 ? gate.worse : gate.undecided;
  return gate.compared({ verdict, value, lower, upper });
}

function decision({ promotion, run, evaluation }: ReportInputs, language: Language): Block[] {
  const { gate } = language;
  if (promotion === null) return [paragraph(gate.notAsked(`churn promote --run ${run}`))];
  if (promotion.outcome === 'already-champion') return [paragraph(gate.alreadyChampion)];
  const rules = promotion.decision === null ? [] : [gateTable(promotion.decision, evaluation, language)];
  if (promotion.outcome === 'promoted') return [paragraph(gate.promoted), ...rules];
  return [paragraph(gate.refused), bullets(reasonsOf(promotion, evaluation, language)), ...rules];
}

/** As they were recorded, where the page is in English, too; otherwise from the rules that said no. */
function reasonsOf(
  promotion: Promotion,
  evaluation: ReportInputs['evaluation'],
  language: Language,
): readonly RichText[] {
  const { decision, reasons } = promotion;
  const failed = failedRules(promotion);
  if (reasons.length === 0) return [language.gate.noReason];
  if (language.gate.takesRecordedReasons || decision === null || failed.length === 0) {
    return reasons.map((english) => [{ english }]);
  }
  return failed.map((rule) => {
    const { expected, actual } = wordRule(rule, decision, evaluation, language);
    return joined(`${rule.rule}: `, expected, language.gate.but, actual);
  });
}
