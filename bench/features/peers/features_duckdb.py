"""Deliveries to the 25 features with DuckDB's Python package: features_duckdb.py FOLDER csv|parquet OUT.parquet"""

import sys
from pathlib import Path

import duckdb

folder, form, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def source(table: str, columns: list[str]) -> str:
    if form == "parquet":
        return f"read_parquet('{folder / table}.parquet')"
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    return (
        f"read_csv('{folder / table}.csv', header = true, columns = {{{types}}}, quote = '', "
        "nullstr = ['', '?'], ignore_errors = true)"
    )


def day(column: str) -> str:
    return column if form == "parquet" else f"CAST(try_strptime({column}, '%Y-%m-%d') AS DATE)"


def number(column: str) -> str:
    value = f"TRY_CAST({column} || '' AS DOUBLE)" if form == "csv" else f"CAST({column} AS DOUBLE)"
    return f"CASE WHEN isfinite({value}) THEN {value} END"


customers = source("customers", ["customer_id", "age", "gender", "signup_date", "region", "churn"])
transactions = source("transactions", ["customer_id", "transaction_date", "amount", "service"])
connection = duckdb.connect()
connection.execute("SET preserve_insertion_order = false")
connection.execute(f"""
CREATE TEMP TABLE c AS
SELECT * FROM (
  SELECT regexp_replace(customer_id, '\\.0+$', '') AS customer_id,
    CASE WHEN {number("age")} BETWEEN 0 AND 120 THEN {number("age")} END AS age,
    CASE lower(trim(gender)) WHEN 'female' THEN 'female' WHEN 'feminino' THEN 'female' WHEN 'male' THEN 'male'
      WHEN 'm' THEN 'male' WHEN 'other' THEN 'other' WHEN 'outro' THEN 'other' END AS gender,
    {day("signup_date")} AS signup_date, lower(trim(region)) AS region,
    CASE WHEN {number("churn")} IN (0, 1) THEN {number("churn")} END AS churn
  FROM {customers} WHERE customer_id IS NOT NULL
)
-- Of several rows of a customer the fullest stays.
QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY (age IS NOT NULL)::INT + (gender IS NOT NULL)::INT
  + (signup_date IS NOT NULL)::INT + (region IS NOT NULL)::INT + (churn IS NOT NULL)::INT DESC) = 1;
CREATE TEMP TABLE t AS
SELECT customer_id, DATE '2026-01-01' - d AS age, round(a, 2) AS amount, service
FROM (
  SELECT regexp_replace(customer_id, '\\.0+$', '') AS customer_id, {day("transaction_date")} AS d,
    {number("amount")} AS a, lower(trim(service)) AS service FROM {transactions}
)
SEMI JOIN c USING (customer_id) WHERE d IS NOT NULL AND abs(a) <= 1e10;
""")
windows = ", ".join(
    f"count(*) FILTER (age <= {days}) AS transactions_{days}, "
    f"coalesce(sum(amount) FILTER (age <= {days}), 0) AS amount_{days}"
    for days in (30, 90, 180)
)
connection.execute(f"""
COPY (
  WITH s AS (
    SELECT customer_id, count(*) AS services_all, max(uses) / sum(uses) AS top_service_share
    FROM (SELECT customer_id, service, count(*) AS uses FROM t WHERE service IS NOT NULL GROUP BY ALL) GROUP BY customer_id
  ), g AS (
    SELECT customer_id, avg(gap) AS gap_mean, stddev_samp(gap) AS gap_sd FROM (
      SELECT customer_id, nullif(lag(age) OVER (PARTITION BY customer_id ORDER BY age DESC) - age, 0) AS gap FROM t
    ) GROUP BY customer_id
  ), f AS (
    SELECT customer_id, count(*) AS transactions_all, sum(amount) AS amount_all, avg(amount) AS mean_amount_all,
      stddev_samp(amount) AS amount_sd_all, min(amount) AS smallest_amount_all, max(amount) AS largest_amount_all,
      min(age) AS days_since_last, max(age) AS first, {windows}
    FROM t GROUP BY customer_id
  )
  SELECT c.customer_id, c.age, gender, region,
    CASE WHEN signup_date < DATE '2026-01-01' THEN DATE '2026-01-01' - signup_date END AS tenure_days,
    f.* EXCLUDE (customer_id, first), coalesce(services_all, 0) AS services_all, top_service_share, gap_mean, gap_sd,
    transactions_90 / nullif(transactions_180 - transactions_90, 0) AS transactions_trend_90,
    amount_90 / nullif(round(amount_180 - amount_90, 2), 0) AS amount_trend_90,
    transactions_all / (first / 30) AS transactions_per_month,
    amount_90 / nullif(transactions_90, 0) / CASE WHEN round(amount_all, 2) <> 0 THEN mean_amount_all END
      AS mean_amount_trend_90
  FROM c JOIN f USING (customer_id) LEFT JOIN s USING (customer_id) LEFT JOIN g USING (customer_id)
  WHERE churn IS NOT NULL
) TO '{out}' (FORMAT parquet)""")
