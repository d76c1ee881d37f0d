"""The promoted model, as Airflow sees it: an asset that changes with each promotion."""

from airflow.sdk import Asset

# Its events carry `run` (the training run) and `modelSha256`.
CHAMPION = Asset(name="churn_champion", uri="churn://model/champion")
