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
from stack_error import StackError

DATE_FORMATS = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y")
LEAST_TRANSACTIONS = 3


def sample_question(delivery: Delivery, as_of: date, lookback_days: int | None) -> dict[str, Any]:
    """The first customer whom the model may be asked about: active in the look-back, with a few transactions."""
    since = date.min if lookback_days is None else as_of - timedelta(days=lookback_days)
    histories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    active: set[str] = set()
    for row in _rows(delivery.export("transactions")):
        day, amount = _day(row["transaction_date"]), _amount(row["amount"])
        identifier = _text(row["customer_id"])
        if day is None or amount is None or identifier is None or day >= as_of:
            continue
        histories[identifier].append({"date": day.isoformat(), "amount": amount, "service": _text(row.get("service"))})
        if day >= since:
            active.add(identifier)
    for row in _rows(delivery.export("customers")):
        identifier = _text(row["customer_id"])
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
    raise StackError(
        f"expected a customer in {delivery.folder} with transactions since {since} and before {as_of}, found none"
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows with as many fields as the header. Line by line: an unclosed quote costs one row, not the rest of the file."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    header, *lines = text.splitlines()
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip().lower() for name in _fields(header, delimiter)]
    for line in lines:
        fields = _fields(line, delimiter)
        if len(fields) == len(names):
            yield dict(zip(names, fields, strict=True))


def _fields(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


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
        return round(float(text.replace(",", ".")), 2)
    except ValueError:
        return None


def _age(text: str | None) -> int | None:
    digits = (text or "").strip()
    return int(digits) if digits.isdigit() and int(digits) <= 150 else None


def _text(value: str | None) -> str | None:
    return (value or "").strip() or None
