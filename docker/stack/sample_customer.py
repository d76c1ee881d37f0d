"""A customer of the exports, put as a question to the API."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from delivery import Delivery

DATE_FORMATS = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y")
LEAST_TRANSACTIONS = 3
# What the API takes.
LARGEST_AMOUNT = 1e10
OLDEST_AGE = 120
LONGEST_TEXT = 200
MADE_UP = "made-up"


def sample_question(delivery: Delivery, as_of: date, lookback_days: int | None) -> dict[str, Any]:
    """The first customer whom the model may be asked about: active in the look-back, with a few transactions.

    A made-up one where there is none, or the exports are written in a way that only `churn ingest` reads (Parquet, other
    names of columns): the model is promoted by then, and the answer is what counts.
    """
    return _delivered_question(delivery, as_of, lookback_days) or _made_up_question(as_of)


def _delivered_question(delivery: Delivery, as_of: date, lookback_days: int | None) -> dict[str, Any] | None:
    since = date.min if lookback_days is None else as_of - timedelta(days=lookback_days)
    histories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    active: set[str] = set()
    for row in _rows(delivery.export("transactions")):
        day, amount = _day(row.get("transaction_date", "")), _amount(row.get("amount", ""))
        identifier = _text(row.get("customer_id"))
        if day is None or amount is None or identifier is None or day >= as_of:
            continue
        histories[identifier].append({"date": day.isoformat(), "amount": amount, "service": _text(row.get("service"))})
        if day >= since:
            active.add(identifier)
    for row in _rows(delivery.export("customers")):
        identifier = _text(row.get("customer_id"))
        if identifier in active and len(histories[identifier]) >= LEAST_TRANSACTIONS:
            signup = _day(row.get("signup_date", ""))
            customer = {
                "customerId": identifier,
                "age": _age(row.get("age")),
                "gender": _text(row.get("gender")),
                "signupDate": signup.isoformat() if signup else None,
                "region": _text(row.get("region")),
            }
            transactions = sorted(histories[identifier], key=lambda transaction: transaction["date"])
            return {"customer": customer, "transactions": transactions, "asOf": as_of.isoformat()}
    return None


def _made_up_question(as_of: date) -> dict[str, Any]:
    days = [as_of - timedelta(days=days) for days in (61, 31, 1)]
    return {
        "customer": {"customerId": MADE_UP},
        "transactions": [{"date": day.isoformat(), "amount": 40.0} for day in days],
        "asOf": as_of.isoformat(),
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows with as many fields as the header. Line by line: an unclosed quote costs one row, not the rest of the file."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    header, *lines = text.splitlines() or [""]
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip().lower() for name in _fields(header, delimiter)]
    for line in lines:
        fields = _fields(line, delimiter)
        if len(fields) == len(names):
            yield dict(zip(names, fields, strict=True))


def _fields(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _day(text: str) -> date | None:
    return _calendar_day(text.strip().replace("T", " ").partition(" ")[0])


@cache
def _calendar_day(text: str) -> date | None:
    for pattern in DATE_FORMATS:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def _amount(text: str) -> float | None:
    try:
        amount = float(text.replace(",", "."))
    except ValueError:
        return None
    return round(amount, 2) if abs(amount) <= LARGEST_AMOUNT else None


def _age(text: str | None) -> int | None:
    digits = (text or "").strip()
    return int(digits) if digits.isdigit() and int(digits) <= OLDEST_AGE else None


def _text(value: str | None) -> str | None:
    return (value or "").strip()[:LONGEST_TEXT] or None
