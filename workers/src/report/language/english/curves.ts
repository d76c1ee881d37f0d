import { formats } from './formats.ts';

const { count, decimal, money, percent } = formats;

export const curves = {
  title: 'The curves behind the figures',
  otherCandidates: 'other candidates',
  threshold: 'threshold of the model',
  roc: {
    title: 'Leavers found against false alarms (ROC)',
    summary: (v: { auc: number | null; atTenth: number; found: number; mistaken: number }) =>
      `The area under the curve is ${decimal(v.auc)}; chance has 0.5. When 10% of the customers ` +
      `who stay are marked by mistake, ${percent(v.atTenth, 0)} of those who leave are marked; at the model's threshold ` +
      `it is ${percent(v.found, 0)} for ${percent(v.mistaken, 0)}.`,
    x: 'Stayers marked by mistake',
    y: 'Leavers marked',
    chance: 'chance',
    caption: 'Points of the ROC curve',
  },
  precisionRecall: {
    title: 'Precision against leavers found',
    summary: (v: { atHalf: number; churnShare: number; prAuc: number | null }) =>
      `Marking the riskiest customers until half of all leavers are among them, ${percent(v.atHalf, 0)} of the marked ` +
      `customers leave; among all customers it is ${percent(v.churnShare, 0)}. The mean precision (PR AUC) is ${decimal(v.prAuc)}.`,
    x: 'Leavers marked (recall)',
    y: 'Marked who leave (precision)',
    everyone: 'share of all who leave',
    caption: 'Points of the precision curve',
    columns: { recall: 'Leavers marked', precision: 'Marked who leave' },
  },
  calibration: {
    title: 'Predicted against observed churn (calibration)',
    summary: (v: { off: number; groups: number; error: number | null }) =>
      `In ${v.off === 0 ? 'none' : count(v.off)} of ${count(v.groups)} groups of customers with similar probabilities the predicted ` +
      `share lies outside the interval of the observed one. On average the two differ by ${percent(v.error)}.`,
    x: 'Predicted probability',
    y: 'Share that left',
    group: 'a tenth of the customers, with 95% interval',
    right: 'predicted = observed',
    caption: 'Predicted and observed share by group',
    columns: { predicted: 'Predicted', observed: 'Observed', rows: 'Customers' },
  },
  learning: {
    title: 'Would more data help? (learning curve)',
    summary: (v: {
      family: string;
      rows: number;
      logLoss: number;
      fewerRows: number;
      fewerLogLoss: number;
      stillFalls: boolean;
    }) =>
      `With ${count(v.rows)} rows to learn from, ${v.family} has a log loss of ${decimal(v.logLoss, 4)} on the rows held out; with ` +
      `${count(v.fewerRows)} it had ${decimal(v.fewerLogLoss, 4)}. ` +
      (v.stillFalls
        ? 'It still falls: more customers or more as-of dates would help.'
        : 'It hardly falls any more: more rows of the same kind would help little.'),
    x: 'Rows learned from',
    y: 'Log loss on held-out rows, lower is better',
    caption: 'Log loss by rows learned from',
    columns: { family: 'Candidate', rows: 'Rows', logLoss: 'Log loss' },
  },
  gain: {
    title: 'Leavers reached by contacting the riskiest first (gain)',
    summary: (v: { captured: number; perfect: number }) =>
      `Contacting the riskiest tenth of the customers reaches ${percent(v.captured, 0)} of all who leave, ` +
      `${decimal(v.captured / 0.1, 1)} times as many as contacting a tenth at random; with perfect knowledge it would be ` +
      `${percent(v.perfect, 0)}.`,
    x: 'Customers contacted, riskiest first',
    y: 'Leavers reached',
    model: 'model',
    random: 'at random',
    perfect: 'perfect knowledge',
    tenth: 'riskiest tenth',
    caption: 'Leavers reached by share contacted',
    columns: {
      contacted: 'Contacted',
      reached: 'Leavers reached',
      perfect: 'With perfect knowledge',
      lift: 'Lift',
    },
  },
  profit: {
    title: 'Expected profit by threshold',
    summary: (v: { threshold: number; profit: number | null; everyone: number }) =>
      `At the model's threshold of ${decimal(v.threshold)} the campaign is expected to bring ${money(v.profit)} a customer; ` +
      `contacting everyone would bring ${money(v.everyone)}, contacting nobody 0.`,
    x: 'Threshold: contact from this probability',
    y: 'Profit a customer, currency units',
    campaign: 'profit of the campaign',
    nobody: 'contact nobody',
    caption: 'Expected profit a customer by threshold',
    columns: { threshold: 'Threshold', profit: 'Profit a customer' },
  },
};
