/**
 * Features whose formula, read aloud, would say less than a phrase. Those not named here are described from their
 * formula.
 */
export const featurePhrases: Readonly<Record<string, string>> = {
  gender: 'gênero do cliente',
  region: 'região do cliente',
  top_service: 'serviço mais usado',
  amount_sd_all: 'dispersão (desvio padrão) dos valores até hoje',
  active_span_days: 'tempo entre a primeira e a última transação',
  silent_share: 'parcela do tempo desde a primeira transação que foi de silêncio',
  activity_center:
    'quão para trás fica o meio de toda a atividade no tempo desde a primeira transação (abaixo de 0,5: crescendo; acima: diminuindo)',
  activity_center_180:
    'quão para trás fica o meio da atividade dos últimos 180 dias (abaixo de 0,5: crescendo; acima: diminuindo)',
  gap_mean: 'tempo médio entre dias com transação',
  gap_sd: 'irregularidade (desvio padrão) do tempo entre transações',
  gap_cv: 'irregularidade relativa do tempo entre transações',
  gap_last_relative: 'último intervalo em relação ao habitual',
  silence_relative: 'silêncio atual em relação ao intervalo habitual',
  silence_to_longest: 'silêncio atual em relação ao maior intervalo até hoje',
  silence_excess: 'silêncio atual além do intervalo habitual, em desvios padrão dos intervalos',
  transactions_per_month: 'transações por mês até hoje',
  active_days_per_month: 'dias com transação por mês até hoje',
  amount_per_month: 'valor por mês até hoje',
  mean_amount_trend_90: 'valor médio de uma transação nos últimos 90 dias em relação ao de todas até hoje',
  last_amount_relative: 'maior valor no último dia com transação em relação à transação habitual',
  refund_share: 'parcela das transações que são estornos',
  refunded_share: 'parcela dos valores pagos que foi estornada',
  top_service_share: 'parcela do serviço mais usado nas transações',
  service_concentration:
    'quanto um serviço domina: a probabilidade de duas transações sorteadas serem do mesmo serviço',
  services_dropped: 'número de serviços usados antes, mas não nos últimos 90 dias',
  transactions_coming_season: 'número de transações há um ano, nos 90 dias após o dia da data de referência',
  coming_season_share: 'parcela das transações do último ano que caiu nos 90 dias que agora se repetem',
  season_trend_90: 'transações nos últimos 90 dias em relação aos mesmos 90 dias um ano antes',
};
