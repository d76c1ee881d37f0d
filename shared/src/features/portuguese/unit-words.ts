/** Units of features, by the English word that declares them. */
export const unitWords: Readonly<Record<string, string>> = {
  days: 'dias',
  years: 'anos',
  transactions: 'transações',
  services: 'serviços',
  refunds: 'estornos',
  share: 'parcela',
  ratio: 'razão',
  category: 'categoria',
  'yes or no': 'sim ou não',
  'currency units': 'unidades monetárias',
  'per 30 days': 'por 30 dias',
  'currency units per 30 days': 'unidades monetárias por 30 dias',
  'blocks of 30 days': 'blocos de 30 dias',
};
