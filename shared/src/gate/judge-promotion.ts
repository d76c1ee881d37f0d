import { championRules } from './champion-rules.ts';
import { dataRules } from './data-rules.ts';
import type { GateEvidence, GateRule } from './gate-rule.ts';
import type { GateSettings } from './gate-settings.ts';
import { qualityRules } from './quality-rules.ts';
import { servingRules } from './serving-rules.ts';

/** How one rule has decided; `expected` and `actual` are phrases. */
export interface GateDecision {
  readonly rule: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly actual: string;
  readonly measured?: string;
}

const gateRules: readonly GateRule[] = [...dataRules, ...qualityRules, ...championRules, ...servingRules];

/** Asks every rule, whatever the others say: all reasons of a refusal are told at once. */
export function judgePromotion(evidence: GateEvidence, settings: GateSettings): GateDecision[] {
  return gateRules.map((rule) => ({
    rule: rule.rule,
    expected: rule.expected(settings),
    ...rule.judge(evidence, settings),
  }));
}

/** One sentence for each rule that said no. */
export function refusalReasons(decisions: readonly GateDecision[]): string[] {
  return decisions
    .filter(({ passed }) => !passed)
    .map(({ rule, expected, actual, measured }) => {
      const figure = measured === undefined ? '' : ` (${measured})`;
      return `${rule}: expected ${expected}, got ${actual}${figure}`;
    });
}
