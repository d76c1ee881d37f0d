"""Deliveries to the 25 features with pandas, vectorised: features_pandas.py FOLDER csv|parquet OUT.parquet"""

import csv
import sys
from pathlib import Path

import numpy as np
import pandas as pd

AS_OF = pd.Timestamp("2026-01-01")
MISSING = ["", "?"]
GENDERS = {"female": "female", "feminino": "female", "male": "male", "m": "male", "other": "other", "outro": "other"}

folder, form, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3]


def read(table: str) -> pd.DataFrame:
    if form == "parquet":
        return pd.read_parquet(folder / f"{table}.parquet")
    return pd.read_csv(
        folder / f"{table}.csv", dtype=str, na_values=MISSING, quoting=csv.QUOTE_NONE, on_bad_lines="skip"
    )


def days(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column, format="%Y-%m-%d", errors="coerce")


def numbers(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column, errors="coerce").replace([np.inf, -np.inf], np.nan)


customers = read("customers").dropna(subset=["customer_id"])
customers["customer_id"] = customers["customer_id"].str.replace(r"\.0+$", "", regex=True)
age = numbers(customers["age"])
customers["age"] = age.where((age >= 0) & (age <= 120))
customers["gender"] = customers["gender"].str.strip().str.lower().map(GENDERS)
customers["region"] = customers["region"].str.strip().str.lower()
customers["signup_date"] = days(customers["signup_date"])
churn = numbers(customers["churn"])
customers["churn"] = churn.where(churn.isin([0, 1]))
# Of several rows of a customer the fullest stays.
order = customers.notna().sum(axis=1).sort_values(ascending=False, kind="stable").index
customers = customers.loc[order].drop_duplicates("customer_id")

t = read("transactions")
t["day"] = days(t.pop("transaction_date"))
t["amount"] = numbers(t["amount"])
t = t.dropna(subset=["customer_id", "day", "amount"])
t = t[t["amount"].abs() <= 1e10]
t["amount"] = t["amount"].round(2)
t["customer_id"] = t["customer_id"].str.replace(r"\.0+$", "", regex=True)
t["service"] = t["service"].str.strip().str.lower()
t = t[t["customer_id"].isin(customers["customer_id"])]
t["age"] = (AS_OF - t["day"]).dt.days

by_customer = t.groupby("customer_id", sort=False)
f = by_customer.agg(
    transactions_all=("amount", "size"),
    amount_all=("amount", "sum"),
    mean_amount_all=("amount", "mean"),
    amount_sd_all=("amount", "std"),
    smallest_amount_all=("amount", "min"),
    largest_amount_all=("amount", "max"),
    days_since_last=("age", "min"),
    first=("age", "max"),
)
for window in (30, 90, 180):
    recent = t[t["age"] <= window].groupby("customer_id", sort=False)["amount"].agg(["size", "sum"])
    f[[f"transactions_{window}", f"amount_{window}"]] = recent.reindex(f.index, fill_value=0)
uses = t.groupby(["customer_id", "service"], sort=False).size().groupby("customer_id", sort=False)
f["services_all"] = uses.size().reindex(f.index, fill_value=0)
f["top_service_share"] = uses.max() / uses.sum()
active = t[["customer_id", "age"]].drop_duplicates().sort_values(["customer_id", "age"], ascending=[True, False])
active["gap"] = -active.groupby("customer_id", sort=False)["age"].diff()
gaps = active.groupby("customer_id", sort=False)["gap"]
f["gap_mean"], f["gap_sd"] = gaps.mean(), gaps.std()


def ratio(a: pd.Series, b: pd.Series) -> pd.Series:
    return a / b.where(b != 0)


f["transactions_trend_90"] = ratio(f["transactions_90"], f["transactions_180"] - f["transactions_90"])
f["amount_trend_90"] = ratio(f["amount_90"], (f["amount_180"] - f["amount_90"]).round(2))
f["transactions_per_month"] = f["transactions_all"] / (f.pop("first") / 30)
mean_90 = ratio(f["amount_90"], f["transactions_90"])
f["mean_amount_trend_90"] = ratio(mean_90, f["mean_amount_all"].where(f["amount_all"].round(2) != 0))

f = customers.dropna(subset=["churn"]).merge(f, left_on="customer_id", right_index=True)
tenure = (AS_OF - f.pop("signup_date")).dt.days
f["tenure_days"] = tenure.where(tenure > 0)
f.to_parquet(out, index=False)
