import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { Language } from '../language/language.ts';
import type { Promotion } from '../report-inputs.ts';
import type { Table } from '../table.ts';
import { wordRule } from '../word-rule.ts';

export function gateTable(
  decision: NonNullable<Promotion['decision']>,
  evaluation: EvaluationDocument,
  language: Language,
): Table {
  const { gate, page } = language;
  const columns = gate.rulesColumns;
  return {
    kind: 'table',
    caption: gate.rulesCaption,
    columns: [
      { title: columns.rule },
      { title: columns.passed },
      { title: columns.expected },
      { title: columns.actual },
    ],
    rows: decision.decisions.map((rule) => {
      const { expected, actual } = wordRule(rule, decision, evaluation, language);
      return [rule.rule, rule.passed ? page.yes : [{ strong: page.no }], expected, actual];
    }),
  };
}
