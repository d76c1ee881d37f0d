export const page = {
  title: 'Churn model report',
  subtitle: (v: { run: string; firstDay: string; lastDay: string; asOf: string }) =>
    `Run ${v.run}: transactions from ${v.firstDay} to ${v.lastDay}, customers as of ${v.asOf}.`,
  contents: 'Contents',
  commands: 'Commands',
  numbers: (caption: string) => `Numbers: ${caption}`,
  yes: 'yes',
  no: 'no',
  interval: '95% interval',
  range: (lower: string, upper: string) => `${lower} to ${upper}`,
};
