"""Deliveries to the 25 features with polars, lazily and streaming: features_polars.py FOLDER csv|parquet OUT.parquet"""

import sys
from datetime import date
from pathlib import Path

import polars as pl

AS_OF = pl.lit(date(2026, 1, 1))
GENDERS = {"female": "female", "feminino": "female", "male": "male", "m": "male", "other": "other", "outro": "other"}

folder, form, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def read(table: str, columns: list[str]) -> pl.LazyFrame:
    if form == "parquet":
        return pl.scan_parquet(folder / f"{table}.parquet")
    return pl.scan_csv(
        folder / f"{table}.csv",
        schema=dict.fromkeys(columns, pl.String),
        null_values=["", "?"],
        quote_char=None,
        truncate_ragged_lines=True,
    )


def day(name: str) -> pl.Expr:
    return pl.col(name) if form == "parquet" else pl.col(name).str.to_date("%Y-%m-%d", strict=False)


def number(name: str) -> pl.Expr:
    value = pl.col(name).cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(value)


def customer_id() -> pl.Expr:
    return pl.col("customer_id").str.replace(r"\.0+$", "")


def within(value: pl.Expr, low: int, high: int) -> pl.Expr:
    return pl.when((value >= low) & (value <= high)).then(value)


customers = read("customers", ["customer_id", "age", "gender", "signup_date", "region", "churn"])
customers = customers.filter(pl.col("customer_id").is_not_null()).select(
    customer_id(),
    within(number("age"), 0, 120).alias("age"),
    pl.col("gender").str.strip_chars().str.to_lowercase().replace_strict(GENDERS, default=None),
    day("signup_date").alias("signup_date"),
    pl.col("region").str.strip_chars().str.to_lowercase(),
    number("churn").alias("churn"),
)
# Of several rows of a customer the fullest stays.
filled = pl.sum_horizontal(pl.all().is_not_null().cast(pl.Int32))
customers = customers.sort(filled, descending=True).unique("customer_id", keep="first", maintain_order=True)

t = read("transactions", ["customer_id", "transaction_date", "amount", "service"])
t = t.select(
    customer_id(),
    (AS_OF - day("transaction_date")).dt.total_days().alias("age"),
    number("amount").alias("amount"),
    pl.col("service").str.strip_chars().str.to_lowercase(),
).filter(
    pl.col("customer_id").is_not_null() & pl.col("age").is_not_null() & pl.col("amount").is_not_null(),
    pl.col("amount").abs() <= 1e10,
)
t = t.with_columns(pl.col("amount").round(2)).join(customers.select("customer_id"), on="customer_id", how="semi")

amount, age = pl.col("amount"), pl.col("age")
gap = age.unique().sort().diff()
windows = [
    aggregate
    for days in (30, 90, 180)
    for aggregate in (
        (age <= days).sum().alias(f"transactions_{days}"),
        amount.filter(age <= days).sum().alias(f"amount_{days}"),
    )
]
f = t.group_by("customer_id").agg(
    pl.len().alias("transactions_all"),
    amount.sum().alias("amount_all"),
    amount.mean().alias("mean_amount_all"),
    amount.std().alias("amount_sd_all"),
    amount.min().alias("smallest_amount_all"),
    amount.max().alias("largest_amount_all"),
    age.min().alias("days_since_last"),
    age.max().alias("first"),
    gap.mean().alias("gap_mean"),
    gap.std().alias("gap_sd"),
    *windows,
)
uses = t.filter(pl.col("service").is_not_null()).group_by("customer_id", "service").len()
services = uses.group_by("customer_id").agg(
    pl.len().alias("services_all"), (pl.col("len").max() / pl.col("len").sum()).alias("top_service_share")
)


def ratio(a: pl.Expr, b: pl.Expr) -> pl.Expr:
    return a / pl.when(b != 0).then(b)


n90, a90 = pl.col("transactions_90"), pl.col("amount_90")
mean_all = pl.when(pl.col("amount_all").round(2) != 0).then(pl.col("mean_amount_all"))
tenure = (AS_OF - pl.col("signup_date")).dt.total_days()
f = (
    customers.filter(pl.col("churn").is_in([0.0, 1.0]))
    .join(f, on="customer_id")
    .join(services, on="customer_id", how="left")
    .with_columns(
        pl.col("services_all").fill_null(0),
        ratio(n90.cast(pl.Float64), pl.col("transactions_180") - n90).alias("transactions_trend_90"),
        ratio(a90, (pl.col("amount_180") - a90).round(2)).alias("amount_trend_90"),
        (pl.col("transactions_all") / (pl.col("first") / 30)).alias("transactions_per_month"),
        (ratio(a90, n90) / mean_all).alias("mean_amount_trend_90"),
        pl.when(tenure > 0).then(tenure).alias("tenure_days"),
    )
    .drop("first", "signup_date")
)
f.collect(engine="streaming").write_parquet(out)
