/**
 * Two tasks on real customers, in `<data>/<name>/task/`: train on what was known at the first cutoff, score what was
 * known at the second. The peers' figures were reached in Python on exactly the same rows (scikit-learn 1.9, xgboost 3.2,
 * lightgbm 4.7, AutoGluon 1.6 with 90 s) and come with the data.
 */
export interface RealTask {
  readonly name: string;
  readonly trainAsOf: string;
  readonly testAsOf: string;
  readonly horizonDays: number;
  readonly lookback: string;
  readonly peers: readonly { readonly name: string; readonly rocAuc: number; readonly logLoss: number }[];
}

export const realTasks: readonly RealTask[] = [
  {
    name: 'online-retail',
    trainAsOf: '2011-06-03',
    testAsOf: '2011-09-01',
    horizonDays: 90,
    lookback: '180',
    peers: [
      { name: 'recency only', rocAuc: 0.6646, logLoss: 0.6625 },
      { name: 'scikit-learn logistic regression', rocAuc: 0.7395, logLoss: 0.591 },
      { name: 'scikit-learn decision tree', rocAuc: 0.7182, logLoss: 0.6096 },
      { name: 'scikit-learn random forest', rocAuc: 0.7492, logLoss: 0.5801 },
      { name: 'xgboost', rocAuc: 0.7513, logLoss: 0.5777 },
      { name: 'lightgbm', rocAuc: 0.7492, logLoss: 0.5803 },
      { name: 'AutoGluon', rocAuc: 0.7467, logLoss: 0.5825 },
    ],
  },
  {
    name: 'cdnow',
    trainAsOf: '1997-07-05',
    testAsOf: '1998-01-01',
    horizonDays: 180,
    lookback: 'all',
    peers: [
      { name: 'recency only', rocAuc: 0.7953, logLoss: 0.4509 },
      { name: 'scikit-learn logistic regression', rocAuc: 0.8065, logLoss: 0.4107 },
      { name: 'scikit-learn decision tree', rocAuc: 0.7924, logLoss: 0.428 },
      { name: 'scikit-learn random forest', rocAuc: 0.8004, logLoss: 0.4243 },
      { name: 'xgboost', rocAuc: 0.8053, logLoss: 0.4185 },
      { name: 'lightgbm', rocAuc: 0.8054, logLoss: 0.4188 },
      { name: 'AutoGluon', rocAuc: 0.805, logLoss: 0.42 },
    ],
  },
];
