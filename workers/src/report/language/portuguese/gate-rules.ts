import { recencyBaseline } from '@churn/shared/artifacts/evaluation-document';
import type { Interval } from '@churn/shared/artifacts/measures';
import { collapsedSlices, collapseStandardErrors } from '@churn/shared/gate/collapsed-slices';
import { slopeBounds } from '@churn/shared/gate/quality-rules';
import { refitTolerance } from '@churn/shared/gate/serving-rules';
import { baseRateLogLoss } from '@churn/shared/metrics/base-rate-log-loss';
import { shareContacted } from '@churn/shared/metrics/share-contacted';
import type { GateFacts, WordedRule } from '../gate-facts.ts';
import { formats } from './formats.ts';
import { names } from './names.ts';

const { count, counted, decimal, listed, setting } = formats;
const figure = (value: number | null) => (value === null ? 'sem valor' : decimal(value, 4));
const interval = ({ value, lower, upper }: Interval) =>
  `${figure(value)} (${figure(lower)} a ${figure(upper)})`;
const model = (sha256: string | null) => (sha256 === null ? 'nenhum' : `o modelo ${sha256.slice(0, 12)}`);

/** What a rule of the gate expected and found; undefined for a rule without words here. */
export function wordGateRule(facts: GateFacts): WordedRule | undefined {
  return rules[facts.rule.rule]?.(facts);
}

const rules: Readonly<Record<string, (facts: GateFacts) => WordedRule>> = {
  'test-rows': ({ settings, evaluation: { test } }) => ({
    expected: `ao menos ${count(settings.fewestTestRows)} linhas de teste, com clientes que saíram e clientes que ficaram`,
    actual: `${counted(test.rows, 'linha', 'linhas')} de teste, ${counted(test.churned, 'delas de quem saiu', 'delas de quem saiu')}`,
  }),
  'no-leakage': ({ rule, settings: { acceptedLeakage } }) => ({
    expected: `todas as verificações de vazamento aprovadas${acceptedLeakage.length === 0 ? '' : `, exceto ${listed(acceptedLeakage.map(names.check))}`}`,
    actual: rule.passed ? 'nenhum achado' : undefined,
  }),
  'better-than-chance': ({ winner }) => ({
    expected: 'limite inferior da ROC AUC acima de 0,5',
    actual: interval(winner.measures.rocAuc),
  }),
  'roc-auc-floor': ({ settings, winner }) => ({
    expected: `ROC AUC de ao menos ${setting(settings.rocAucFloor)}`,
    actual: figure(winner.measures.rocAuc.value),
  }),
  'better-than-base-rate': ({ winner, churnShare }) => ({
    expected: 'log loss menor que o da taxa de churn sozinha',
    actual: `${figure(winner.measures.logLoss.value)} contra ${figure(baseRateLogLoss(churnShare))}`,
  }),
  'calibration-error': ({ settings, winner }) => ({
    expected: `erro de calibração de no máximo ${setting(settings.calibrationErrorCeiling)}`,
    actual: figure(winner.measures.calibrationError.value),
  }),
  'calibration-slope': ({ winner }) => ({
    expected: `inclinação da calibração que possa estar entre ${setting(slopeBounds.lowest)} e ${setting(slopeBounds.highest)}`,
    actual: interval(winner.measures.calibrationSlope),
  }),
  'better-than-recency': ({ evaluation: { baselines } }) => {
    const recency = baselines.find(({ name }) => name === recencyBaseline);
    const gain = recency?.logLossGain ?? null;
    return {
      expected: 'log loss menor que o dos dias desde a última transação sozinhos',
      actual:
        recency === undefined
          ? 'não há essa referência nestas linhas'
          : gain === null
            ? 'sem comparação'
            : `menor em ${interval(gain)}`,
    };
  },
  profitable: ({ winner: { measures, confusion } }) => {
    const share = shareContacted(confusion);
    const profit = `${interval(measures.profitPerCustomer)} por cliente`;
    const partly = `${profit}, ${interval(measures.profitAboveRandom)} acima do acaso`;
    return {
      expected:
        'lucro acima de 0 e acima do de contatar o mesmo número ao acaso (só acima de 0, se forem todos; qualquer um, se não for ninguém)',
      actual:
        share === 0
          ? 'ninguém a contatar a partir do limiar'
          : share === 1
            ? `${profit}, com todos contatados`
            : partly,
    };
  },
  'no-slice-collapses': ({ evaluation: { winner } }) => {
    const collapsed = collapsedSlices(winner.slices).map(
      ({ by, name, rows, churned, rocAuc }) =>
        `${names.sliceKind(by)} ${names.slice(by, name)}: ${figure(rocAuc)} (${counted(rows, 'linha', 'linhas')}, ${count(churned)} de quem saiu)`,
    );
    return {
      expected: `nenhum segmento com ROC AUC mais de ${count(collapseStandardErrors)} erros padrão abaixo de 0,5`,
      actual: collapsed.length === 0 ? 'nenhum' : listed(collapsed),
    };
  },
  'compared-with-champion': ({ evaluation: { champion }, championSha256 }) => ({
    expected: 'uma avaliação que comparou com o campeão de hoje (senão, execute churn evaluate de novo)',
    actual: `comparou com: ${model(champion?.modelSha256 ?? null)}; o campeão é: ${model(championSha256)}`,
  }),
  'champion-comparable': ({ settings, evaluation: { champion } }) => ({
    expected: settings.replaceIncomparable
      ? 'qualquer campeão, comparável ou não (--replace-incomparable)'
      : 'um campeão que possa ser pontuado nas linhas de teste (ou --replace-incomparable)',
    actual: champion === null ? 'não há campeão' : champion.incomparable === null ? 'um que pode' : undefined,
  }),
  'against-champion': ({ settings: { mode, refreshMargin }, evaluation: { champion } }) => ({
    expected: `limite inferior da ROC AUC menos a do campeão ${
      mode === 'improvement'
        ? 'acima de 0 (--gate improvement)'
        : `de ao menos ${setting(-refreshMargin)} (--gate refresh)`
    }`,
    actual:
      champion?.isWinner === true
        ? 'o próprio campeão'
        : champion === null
          ? 'não há campeão com que comparar'
          : champion.rocAucDifference === null
            ? 'sem comparação'
            : interval(champion.rocAucDifference),
  }),
  'loads-for-serving': ({ rule }) => ({
    expected: 'um modelo que carrega onde a API o carrega',
    actual: rule.passed ? 'um que carrega' : undefined,
  }),
  'repeats-golden-rows': ({ rule }) => ({
    expected: 'as mesmas probabilidades, bit a bit, em lote e uma a uma',
    actual: rule.passed ? 'nenhuma linha de referência difere' : undefined,
  }),
  'repeats-evaluation': ({ rule }) => ({
    expected: 'as probabilidades avaliadas, bit a bit, em cada linha de teste',
    actual: rule.passed ? 'as mesmas' : undefined,
  }),
  'refit-agrees': ({ rule, refit }) => ({
    expected: `log loss nas linhas de teste no máximo ${setting(refitTolerance)} acima do avaliado, depois de um ajuste que também inclui estas linhas`,
    actual:
      refit !== null
        ? `${figure(refit.testLogLoss)} em linhas com as quais aprendeu, contra ${figure(refit.evaluatedTestLogLoss)}`
        : rule.passed
          ? 'o avaliado, não ajustado de novo'
          : undefined,
  }),
  latency: ({ rule, settings }) => ({
    expected: `um cliente pontuado em até ${setting(settings.latencyBudgetMs)} ms (mediana)`,
    actual: rule.passed ? 'um modelo dentro do limite' : undefined,
  }),
};
