/** Of tables too wide for a terminal, the columns that a person decides by; the result as JSON has all. */
export const shownColumns: Readonly<Record<string, readonly string[]>> = {
  leaderboard: [
    'rank',
    'family',
    'selectionLogLoss',
    'rocAuc',
    'prAuc',
    'logLoss',
    'precision',
    'recall',
    'f1',
    'profitPerCustomer',
    'fitSeconds',
  ],
  decisions: ['rule', 'passed', 'actual'],
};
