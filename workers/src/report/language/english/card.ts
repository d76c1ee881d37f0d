import type { Campaign } from '@churn/shared/schema/campaign';
import { campaign as words } from './campaign.ts';
import { formats } from './formats.ts';

const { count, counted, listed, percent } = formats;
const inDays = (days: number) => counted(days, 'day', 'days');

export const card = {
  title: (model: string) => `Model card: churn model ${model}`,
  subtitle: (run: string) =>
    `After Mitchell et al. 2019, "Model Cards for Model Reporting". The report of run ${run} tells more.`,
  details: 'The model',
  detailsCaption: 'What it is',
  facts: {
    family: 'Family',
    settings: 'Settings',
    calibration: 'Calibration',
    threshold: 'Threshold',
    features: 'Features',
    sha256: 'SHA-256',
    code: 'Code',
    seed: 'Seed',
    contact: 'Contact',
  },
  noContact: 'nobody is named (churn report --contact)',
  use: 'Intended use',
  answers: (v: { flag: boolean; horizonDays: number }) =>
    v.flag
      ? 'It answers how probable it is that the churn column of the export says that a customer left.'
      : `It answers how probable it is that a customer makes no transaction in the ${inDays(v.horizonDays)} from the as-of date.`,
  decides: (threshold: number, campaign: Campaign) =>
    `It is made for choosing whom to contact with an offer. Its threshold of ${percent(threshold)} ${words.threshold(campaign)}: ` +
    `${words.assumptions(campaign)}.`,
  users: 'Its users are the teams that keep customers, and the programs that ask the API for them.',
  notFor:
    'It is not made for refusing anyone a contract, a price or a service, for credit or for judging employees, nor for customers unlike those below.',
  data: 'Data',
  training: (v: { rows: number; churned: number; asOf: readonly string[] }) =>
    `It learned from ${count(v.rows)} rows, ${count(v.churned)} of them leavers, as of ${listed(v.asOf)}; one row is a customer and an as-of date.`,
  quarantined: (v: { customers: number; transactions: number }) =>
    `Of the delivered rows ${count(v.customers)} of customers and ${count(v.transactions)} of transactions were set aside as faulty.`,
  performance: 'Measures',
  parts: 'Parts of the customers',
  caveats: 'Limits',
  ethics: 'Ethical notes',
  personal: (features: readonly string[]) =>
    `The model uses ${listed(features)}. Whether that is lawful and fair for the intended use has to be decided by people before it is used; ` +
    'to train without them, leave the columns empty in the export.',
  noPersonal: 'The model uses neither age nor gender nor region.',
  compareGroups:
    'How well it serves regions, ages and genders stands under the parts of the customers; look there before it is used, and after each training.',
  stakes:
    'Who is wrongly marked gets an offer without need, who is missed gets none: offers that only some groups get can be unfair although every figure here is right.',
  reasons:
    'Its reasons are associations in the data; they must not be told to customers as facts about them.',
  privacy: 'The card and the report hold counts and means, no row of a customer.',
};
