import type { Campaign } from '@churn/shared/schema/campaign';
import { sentenceCase } from '../sentence-case.ts';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, decimal, listed, percent, setting } = formats;

export const improvements = {
  title: 'Possible improvements',
  intro: 'Found by rules from the figures of this run, the most important first.',
  mendTheExport: {
    what: (tables: readonly string[]) =>
      `Mend the export of ${listed(tables)}: the quarantine file of churn clean names file, line and reason of each row.`,
    why: (v: { tables: readonly { name: string; rows: number; share: number }[]; rule: string }) =>
      `${v.tables
        .map(
          ({ name, rows, share }) =>
            `${sentenceCase(name)}: ${count(rows)} rows (${percent(share)}) were set aside`,
        )
        .join('; ')}; most of them by the rule ${v.rule}.`,
  },
  measureTheCampaign: {
    what: 'Measure by a trial with a control group what an offer costs and whom it keeps, and give churn train the measured figures.',
    why: (campaign: Campaign) => `Threshold and profit rest on assumptions: ${words.assumptions(campaign)}.`,
  },
  fixGivenAwayAnswer:
    'Find out how the strongest feature comes by the answer, and take what was recorded after the churn out of the data.',
  dateTheChurn: {
    what: (withGap: boolean) =>
      'Export the day of each churn, or label by inactivity (churn featurize --label inactivity): then features end before ' +
      `the churn they predict.${withGap ? '' : ' At the least, end them some weeks before the flags (churn featurize --gap 30).'}`,
    why: 'The churn column says who left, not when; features may look at days after it.',
  },
  takeMoreSnapshots: {
    what: 'Deliver a longer history, or shorten the horizon, so that several as-of dates follow each other and the test lies after the training.',
    why: (v: { dates: number; firstDay: string; lastDay: string }) =>
      `The rows come from ${counted(v.dates, 'as-of date', 'as-of dates')} within ${v.firstDay} to ${v.lastDay} and were split by customer: nothing ` +
      'here shows that the model holds for the future.',
  },
  testOnMoreLeavers: {
    what: 'Deliver more customers, or more as-of dates, before small differences between models are taken seriously.',
    why: (leavers: number, width: number) =>
      `The test rows hold ${counted(leavers, 'leaver', 'leavers')}, and the interval of the ROC AUC is ${decimal(width)} wide.`,
  },
  explainTheShift: {
    what:
      'Find out why the share of leavers changed (a season, prices, customers who joined lately, a change of the export): ' +
      'probabilities learned from the earlier rows are off by as much.',
    why: (before: number, now: number) =>
      `Of the training rows ${percent(before)} left, of the test rows ${percent(now)}.`,
  },
  beatTheBaseline: {
    what: (baseline: string) =>
      `Look for information of other kinds (contracts, complaints, contacts, prices); until then "${baseline}" may do as well, and needs no model.`,
    why: (baselineAuc: number | null, auc: number | null) =>
      `Its ROC AUC is ${decimal(baselineAuc)}, that of the model ${decimal(auc)}.`,
  },
  calibrateBetter: {
    what: (forward: boolean): string =>
      forward
        ? 'Use the order of the customers only, and train again on rows closer in time to those that are scored.'
        : 'Use the order of the customers only, and deliver more customers: the calibration is learned from held-out rows.',
    why: (error: number | null, slope: number | null) =>
      `Predicted and observed shares differ by ${percent(error)} on average, the slope is ${decimal(slope, 2)}.`,
  },
  findTheLeak:
    'Find out how the answer, or the choice of the test rows, has come into the rows that are learned from, and train again without it.',
  serveWeakSlices: {
    what: 'Look for features that tell these customers apart, or treat them by rules of their own.',
    why: (slices: readonly string[]) =>
      `${counted(slices.length, 'slice is', 'slices are')} ordered worse than the whole or misjudged: ${listed(slices)}.`,
  },
  seekOtherFeatures: {
    what: 'Add information of other kinds (contracts, complaints, contacts, prices): the model lives off one feature.',
    why: (feature: string, share: number) => `"${feature}" has ${percent(share, 0)} of all influence.`,
  },
  preferSimplerModel: {
    what: 'Consider the logistic regression: it is as good as equal, and its coefficients can be read.',
    why: (cost: number, family: string) =>
      `It is ${decimal(cost, 4)} behind ${family} in log loss on held-out rows.`,
  },
  learnFromMoreRows: {
    what: 'Train on more rows (more customers, a longer export): the learning curve still falls.',
    why: (v: { fewerRows: number; rows: number; gain: number }) =>
      `Going from ${count(v.fewerRows)} to ${count(v.rows)} rows lowered the log loss on held-out rows by ${decimal(v.gain, 4)}.`,
  },
  widenTheSearch: {
    what: (family: string) =>
      `Search ${family} in a wider range, or with more configurations (churn train --trials).`,
    why: (atEdge: readonly { name: string; value: number; lowest: number; highest: number }[]) =>
      `The best configuration lies at the end of what was tried: ${atEdge
        .map((v) => `${v.name} ${setting(v.value)} (tried ${setting(v.lowest)} to ${setting(v.highest)})`)
        .join(', ')}.`,
  },
  searchLonger: {
    what: 'Try more configurations (churn train --trials).',
    why: (best: number, trials: number) =>
      `Trial ${count(best)} of ${count(trials)} was the best one: the search had not settled.`,
  },
};
