"""The as-of date, as the worker takes it."""

from airflow.sdk import Param


def as_of_param(description: str) -> Param:
    return Param(
        None,
        type=["null", "string"],
        format="date",
        pattern="^(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$",
        expected="a date such as 2026-01-31, from 1900-01-01 to 2100-12-31",
        description=description,
    )
