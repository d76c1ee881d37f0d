import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import type { GateDecision } from '@churn/shared/gate/judge-promotion';
import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { type Block, bullets, paragraph, type Section } from '../report-document.ts';
import type { Promotion, ReportInputs } from '../report-inputs.ts';
import type { RichText, Table } from '../table.ts';
import { championTable } from '../tables/champion-table.ts';

/** How the model compares with the one in service, and what the gate decided. */
export function gateSection(
  { evaluation, promotion, run }: ReportInputs,
  { winner }: Findings,
  language: Language,
): Section {
  const { champion } = evaluation;
  return {
    id: 'gate',
    title: language.gate.title,
    blocks: [
      paragraph(comparisonSentence(champion, language)),
      ...(champion?.measures ? [championTable(champion, winner, language)] : []),
      ...decision(promotion, run, language),
    ],
  };
}

function comparisonSentence(champion: ChampionComparison | null, { gate }: Language): RichText {
  if (champion === null) return gate.noChampion;
  if (champion.isWinner) return gate.isChampion;
  if (champion.incomparable !== null) return [gate.incomparable, { english: champion.incomparable }, '.'];
  const { value, lower, upper } = champion.rocAucDifference ?? { value: null, lower: null, upper: null };
  const verdict =
    lower !== null && lower > 0 ? gate.better : upper !== null && upper < 0 ? gate.worse : gate.undecided;
  return gate.compared({ verdict, value, lower, upper });
}

function decision(promotion: Promotion | null, run: string, language: Language): Block[] {
  const { gate } = language;
  if (promotion === null) return [paragraph(gate.notAsked(`churn promote --run ${run}`))];
  const rules = promotion.rules.length === 0 ? [] : [rulesTable(promotion.rules, language)];
  if (promotion.outcome === 'promoted') return [paragraph(gate.promoted), ...rules];
  if (promotion.outcome === 'already-champion') return [paragraph(gate.alreadyChampion)];
  const reasons: RichText[] = promotion.reasons.map((english) => [{ english }]);
  return [paragraph(gate.refused), bullets(reasons.length === 0 ? [gate.noReason] : reasons), ...rules];
}

function rulesTable(rules: readonly GateDecision[], { gate, page }: Language): Table {
  const { columns } = { columns: gate.rulesColumns };
  return {
    kind: 'table',
    caption: gate.rulesCaption,
    columns: [
      { title: columns.rule },
      { title: columns.passed },
      { title: columns.expected },
      { title: columns.actual },
    ],
    rows: rules.map(({ rule, passed, expected, actual }) => [
      rule,
      passed ? page.yes : [{ strong: page.no }],
      [{ english: expected }],
      [{ english: actual }],
    ]),
  };
}
