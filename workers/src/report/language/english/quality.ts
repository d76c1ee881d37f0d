import type { Campaign } from '@churn/shared/schema/campaign';
import type { BaselineFacts } from '../baseline-facts.ts';
import { againstBaseline } from './against-baseline.ts';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, percent } = formats;

export const quality = {
  title: 'How good the model is',
  intro: (v: { rows: number; churned: number; churnShare: number }) =>
    `Measured once on ${count(v.rows)} test rows (${count(v.churned)} left, ${percent(v.churnShare)}), which neither training ` +
    'nor choice had seen. The intervals come from drawing the test rows again many times (bootstrap): another sample of customers ' +
    'like these would give a value within them 95 times in 100.',
  /** After a refit. */
  inService: (v: { model: string; rows: number }) =>
    `In service is model ${v.model}: the same settings, calibration and threshold, fitted again on all ${count(v.rows)} rows with a known outcome, the test rows included, after ` +
    'this measuring. No rows are left to measure it on; the figures here are of the model before.',
  decisions: 'Right and wrong decisions',
  confusion: (v: {
    truePositives: number;
    falsePositives: number;
    trueNegatives: number;
    falseNegatives: number;
  }) =>
    `Of ${counted(v.truePositives + v.falseNegatives, 'customer', 'customers')} who left, ${count(v.truePositives)} were marked and ` +
    `${count(v.falseNegatives)} were missed. Of ${counted(v.falsePositives + v.trueNegatives, 'customer', 'customers')} who stayed, ` +
    `${count(v.falsePositives)} were marked by mistake and ${count(v.trueNegatives)} were rightly left alone.`,
  confusionCaption: 'Test customers by what was predicted and what happened',
  confusionColumns: {
    happened: 'What happened',
    marked: 'Marked as leaving',
    unmarked: 'Not marked',
    all: 'All',
  },
  left: 'Left',
  stayed: 'Stayed',
  threshold: (threshold: number, campaign: Campaign) =>
    `The threshold of ${decimal(threshold)} ${words.threshold(campaign)}: ${words.assumptions(campaign)}.`,
  baselines: 'Compared with no model',
  noBaseline: 'No baseline was measured.',
  againstBaseline: (above: boolean, v: BaselineFacts) =>
    `The model ${above ? 'orders customers clearly better' : 'is not shown to order customers better'} than the strongest baseline, ` +
    `"${v.baseline}": ${againstBaseline(v)}.`,
  baselinesCaption: 'The model at its threshold, beside what is reached without one (at 0.5)',
  whoJudges: 'Who judges',
  thisModel: (family: string) => `${family} (this model)`,
  measuresCaption: 'Measures on the test rows, with 95% intervals',
  measuresColumns: { measure: 'Measure', value: 'Value', meaning: 'What it means' },
};
