import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import type { GateDecision } from '@churn/shared/gate/judge-promotion';
import type { Findings } from '../findings.ts';
import { decimal } from '../format-number.ts';
import { type Block, bullets, paragraph, type Section } from '../report-document.ts';
import type { Promotion, ReportInputs } from '../report-inputs.ts';
import type { RichText, Table } from '../table.ts';
import { championTable } from '../tables/champion-table.ts';

/** How the model compares with the one in service, and what the gate decided. */
export function gateSection({ evaluation, promotion, run }: ReportInputs, { winner }: Findings): Section {
  const { champion } = evaluation;
  return {
    id: 'gate',
    title: 'The model in service, and the gate',
    blocks: [
      paragraph(comparisonSentence(champion)),
      ...(champion?.measures ? [championTable(champion, winner)] : []),
      ...decision(promotion, run),
    ],
  };
}

function comparisonSentence(champion: ChampionComparison | null): string {
  if (champion === null) return 'No model was in service when this one was evaluated.';
  if (champion.isWinner) return 'The model in service when this one was evaluated was this very model.';
  if (champion.incomparable !== null) {
    return `The model in service could not be compared on these rows: ${champion.incomparable}.`;
  }
  const { value, lower, upper } = champion.rocAucDifference ?? { value: null, lower: null, upper: null };
  const verdict =
    lower !== null && lower > 0
      ? 'is better'
      : upper !== null && upper < 0
        ? 'is worse'
        : 'is not shown to be better or worse';
  return (
    `On the same test rows this model ${verdict} than the one in service: the ROC AUC differs by ${decimal(value, 4)} ` +
    `(95 % interval ${decimal(lower, 4)} to ${decimal(upper, 4)}).`
  );
}

function decision(promotion: Promotion | null, run: string): Block[] {
  if (promotion === null) {
    const text: RichText = [
      'The gate was not asked for this evaluation (',
      { code: `churn promote --run ${run}` },
      ').',
    ];
    return [paragraph(text)];
  }
  const rules = promotion.rules.length === 0 ? [] : [rulesTable(promotion.rules)];
  if (promotion.outcome === 'promoted') {
    return [paragraph('The gate let the model pass: it was promoted.'), ...rules];
  }
  if (promotion.outcome === 'already-champion') {
    return [
      paragraph('When the gate was asked, the model was in service already: nothing was to be decided.'),
    ];
  }
  return [
    paragraph('The gate refused the model:'),
    bullets(promotion.reasons.length === 0 ? ['no reason was recorded'] : promotion.reasons),
    ...rules,
  ];
}

function rulesTable(rules: readonly GateDecision[]): Table {
  return {
    kind: 'table',
    caption: 'Rules of the gate',
    columns: [{ title: 'Rule' }, { title: 'Passed' }, { title: 'Expected' }, { title: 'Actual' }],
    rows: rules.map(({ rule, passed, expected, actual }) => [
      rule,
      passed ? 'yes' : [{ strong: 'no' }],
      expected,
      actual,
    ]),
  };
}
