/** A request that can be sent as it stands; a test sends it. */
export const examplePredictRequest = {
  customer: {
    customerId: 'C-1042',
    age: 41,
    gender: 'female',
    signupDate: '2023-05-17',
    region: 'north',
  },
  transactions: [
    { date: '2024-04-02', amount: 39.9, service: 'internet' },
    { date: '2024-05-03', amount: 39.9, service: 'internet' },
    { date: '2024-05-20', amount: -5, service: 'mobile' },
  ],
  asOf: '2024-06-01',
};
