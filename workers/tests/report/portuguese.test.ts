import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { featureGroups } from '@churn/shared/features/feature-groups';
import { featureList } from '@churn/shared/features/feature-list';
import { describeFeature } from '@churn/shared/features/portuguese/describe-feature';
import { defaultGateSettings, type GateSettings } from '@churn/shared/gate/gate-settings';
import { judgePromotion, refusalReasons } from '@churn/shared/gate/judge-promotion';
import type { Refit } from '@churn/shared/gate/refit';
import { campaignSchema } from '@churn/shared/schema/campaign';
import { around, comparison } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { languageOf } from '../../src/report/language/language-of.ts';
import { makeReport } from '../../src/report/make-report.ts';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts';
import { renderReport } from '../../src/report/render-report.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { englishWordsIn } from './english-words.ts';
import { exampleInputs } from './example-inputs.ts';
import { readText } from './read-text.ts';

const portuguese = languageOf('pt-BR');
const render = (inputs: ReportInputs) =>
  renderReport(makeReport(inputs, portuguese), new AbortController().signal);

/** The example with the labels of a churn column, split by customer. */
function flagged(): ReportInputs {
  const inputs = exampleInputs({ testRows: 260 });
  const { evaluation } = inputs;
  const labelling = { mode: 'flag', horizonDays: 60, lookbackDays: null } as const;
  const dataset = { ...evaluation.dataset, labelling, split: 'hash' as const, asOfInGap: [] };
  return { ...inputs, promotion: null, evaluation: { ...evaluation, dataset } };
}

test.each([
  ['a sound model', exampleInputs()],
  ['one whose probabilities are off', exampleInputs({ exaggeration: 4 })],
  ['one no better than chance', exampleInputs({ skill: 0 })],
  ['undated flags, and few leavers', flagged()],
])('no sentence of the page is left in English: %s', async (_, inputs) => {
  const html = await render(inputs);
  expect(html).toContain('<html lang="pt-BR">');
  expect(englishWordsIn(readText(html))).toEqual([]);
});

test('the judge of English words sees them in the English page', async () => {
  const html = await renderReport(
    makeReport(exampleInputs(), languageOf('en')),
    new AbortController().signal,
  );
  expect(englishWordsIn(readText(html)).length).toBeGreaterThan(20);
});

/** The example as the gate itself judges it, passed or refused. */
function judged(
  settings: Partial<GateSettings>,
  changes: Partial<ReportInputs['evaluation']>,
  refit: Refit | null = null,
): ReportInputs {
  const inputs = exampleInputs();
  const evaluation = { ...inputs.evaluation, ...changes };
  const evidence = {
    evaluation,
    winner: evaluation.candidates[0]!,
    championSha256: null,
    serving: {
      goldenRows: 20,
      differingRows: 0,
      medianMs: 0.1,
      p99Ms: 0.2,
      predictionsSha256: 'd'.repeat(64),
      refit,
    },
  };
  const gate = { ...defaultGateSettings, acceptedLeakage: [], ...settings };
  const decisions = judgePromotion(evidence, gate).map(({ measured: _, ...decision }) => decision);
  const promotion = {
    outcome: decisions.every(({ passed }) => passed) ? ('promoted' as const) : ('refused' as const),
    reasons: refusalReasons(decisions),
    decision: {
      settings: { ...gate, acceptedLeakage: [] },
      championSha256: null,
      refit,
      refitChoice: 'auto' as const,
      decisions,
    },
    refitted: null,
  };
  return { ...inputs, evaluation, promotion };
}

test('every rule of the gate has words, whether it held or, by the figures, refused', async () => {
  const refit = {
    modelSha256: 'f'.repeat(64),
    rows: 4_200,
    churned: 960,
    testLogLoss: 0.4,
    evaluatedTestLogLoss: 0.42,
  };
  const html = await render(judged({}, {}, refit));
  expect(html).toContain('0,4000 em linhas com as quais aprendeu, contra 0,4200');
  expect(html).not.toContain('<span lang="en">');
  expect(englishWordsIn(readText(html))).toEqual([]);
  const { winner } = exampleInputs().evaluation;
  const slices = winner.slices.map((slice) => ({ ...slice, rocAuc: 0.3 }));
  const refused = await render(
    judged(
      { rocAucFloor: 0.99, fewestTestRows: 99_999, calibrationErrorCeiling: 0 },
      { winner: { ...winner, slices } },
    ),
  );
  expect(refused).not.toContain('<span lang="en">');
  expect(refused).toContain('roc-auc-floor: ROC AUC de ao menos 0,99; encontrado: 0,8');
  expect(refused).toContain('tempo de casa menos de seis meses: 0,3000 (300 linhas, 90 de quem saiu)');
});

test('a model in service that was fitted again is told of', async () => {
  const inputs = exampleInputs();
  const refitted = { modelSha256: 'f'.repeat(64), rows: 4_200 };
  const promotion = { ...inputs.promotion!, outcome: 'already-champion' as const, decision: null, refitted };
  for (const isWinner of [true, false]) {
    const champion = comparison(around(0.02, 0.01), { isWinner, comparedModelSha256: 'a'.repeat(64) });
    const html = await render({ ...inputs, evaluation: { ...inputs.evaluation, champion }, promotion });
    expect(html).toContain('ajustado de novo com todas as 4.200 linhas');
    expect(englishWordsIn(readText(html))).toEqual([]);
  }
});

test('every check for leakage has words, passed or failed', () => {
  const wordsOf = (check: string, facts: Record<string, string | number>) =>
    [true, false].map((passed) => portuguese.names.finding(check, facts, passed));
  const worded = [
    ...wordsOf('single feature', { feature: 'age', rocAuc: 0.97, limit: 0.95 }),
    ...wordsOf('shuffled labels', { rocAuc: 0.51, lower: 0.48, upper: 0.54, shuffles: 10 }),
    ...['hash', 'forward'].flatMap((split) =>
      wordsOf('train and test', { rocAuc: 0.6, limit: 0.55, features: 'tenure_days', split }),
    ),
  ];
  for (const words of worded) {
    expect(words).toMatch(/0,\d/);
    expect(englishWordsIn(words!)).toEqual([]);
  }
  expect(portuguese.names.finding('of the user', {}, true)).toBeUndefined();
});

test('decimals have commas, in sentences and on axes', async () => {
  const [markdown, html] = [
    renderMarkdown(makeReport(exampleInputs(), portuguese)),
    await render(exampleInputs()),
  ];
  expect(markdown).toMatch(/ROC AUC de 0,\d{3} \(intervalo de 95%: 0,\d{3} a 0,\d{3}; o acaso tem 0,5\)/);
  expect(html).toMatch(/<text[^>]*>0,4\d+<\/text>/);
  // A point stands before thousands only.
  expect(html).not.toMatch(/<text[^>]*>\d+\.(?!\d{3}<)\d+<\/text>/);
});

test('a number takes the form of its word', () => {
  const { counted } = portuguese.formats;
  expect([0, 1, 2, 1_234].map((days) => counted(days, 'dia', 'dias'))).toEqual([
    '0 dia',
    '1 dia',
    '2 dias',
    '1.234 dias',
  ]);
});

test('every rule of cleaning, every group and every feature has words', () => {
  for (const { id } of cleaningRules) expect(portuguese.data.reason(id)).toMatch(/\.$/);
  expect(portuguese.features.groups).toHaveLength(featureGroups.length);
  const descriptions = featureList.map(describeFeature);
  expect(new Set(descriptions).size).toBe(featureList.length);
  expect(englishWordsIn(descriptions.join(' '))).toEqual([]);
  const units = featureList.map(({ name }) => portuguese.features.unit(name));
  expect(englishWordsIn(units.join(' '))).toEqual([]);
});

test('a feature that somebody adds is described from its formula', () => {
  const numeric = { kind: 'numeric', name: 'mine', description: 'mine', unit: 'ratio' } as const;
  const recent = { measure: { take: 'active_days', window: 14 } } as const;
  const whole = { measure: { take: 'active_days', window: 42 } } as const;
  expect(describeFeature({ ...numeric, formula: recent })).toBe(
    'número de dias com transação nos últimos 14 dias',
  );
  expect(
    describeFeature({
      ...numeric,
      formula: {
        operation: 'divide',
        left: recent,
        right: { operation: 'subtract', left: whole, right: recent },
      },
    }),
  ).toBe('número de dias com transação nos últimos 14 dias em relação aos 28 dias anteriores');
});

test('the campaign is told as it is: to whom the offer is paid, what reaching costs, the budget', () => {
  const campaign = campaignSchema.parse({
    offerPaidTo: 'accepting',
    contactCost: 1.5,
    rule: 'budget',
    budget: { customers: 1 },
  });
  expect(portuguese.campaign.assumptions(campaign)).toBe(
    'quem sai custa 200,00 unidades monetárias, uma oferta custa 10,00, paga somente a quem a aceita, alcançar um cliente custa 1,50, ' +
      'o orçamento é de 1 cliente, e uma oferta retém 20% dos que sairiam e são alcançados',
  );
  expect(languageOf('en').campaign.assumptions(campaignSchema.parse({}))).toBe(
    'a leaver loses 200.00 currency units, an offer costs 10.00, paid to everyone contacted, and an offer keeps 20% of the leavers it reaches',
  );
});
