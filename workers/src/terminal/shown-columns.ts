/** Of tables too wide for a terminal, the columns that a person decides by and their headers; the result as JSON has all columns. */
export const shownColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leaderboard: {
    rank: 'rank',
    family: 'family',
    selectionLogLoss: 'selection',
    rocAuc: 'ROC AUC',
    prAuc: 'PR AUC',
    logLoss: 'log loss',
    precision: 'precision',
    recall: 'recall',
    f1: 'F1',
    profitPerCustomer: 'profit',
    fitSeconds: 'fit, s',
  },
  decisions: { rule: 'rule', passed: 'passed', actual: 'found' },
};
