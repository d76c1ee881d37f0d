"""What may be told of a worker's failure outside of Airflow: never anything that may quote a delivered row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from churn_lib.exit_codes import BAD_INPUT, REFUSED

# What these stages say of bad input may quote it: the header of a file without one is its first customer.
READ_DELIVERIES = ("ingest", "clean")
QUOTE_NOTHING = ("bad-option", "nothing-accepted", "over-budget")


def failure_sentence(stage: str, exit_code: int, error: Mapping[str, Any]) -> str:
    """The worker's own message, of a refusal with its reasons; where it may quote rows, the code that stands for it."""
    message, code = error.get("message"), error.get("code")
    quotes = stage in READ_DELIVERIES and code not in QUOTE_NOTHING
    # Details of bad input are example lines; an unexpected error may hold anything.
    if exit_code == BAD_INPUT and message and not quotes:
        return str(message)
    if exit_code == REFUSED and message:
        return "; ".join([str(message), *(str(reason) for reason in error.get("details", []))])
    what = f"exit {exit_code}, {code}" if code else f"exit {exit_code}"
    return f"{stage} failed ({what}); the reason is in its log"
