"""The customers whom the champion marks, as a list for people."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CustomersAtRisk:
    content: bytes
    """CSV with the columns of `churn score`: the marked customers, the riskiest first."""

    marked: int
    scored: int
    riskiest: str | None
    """Id of the customer of the highest probability, marked or not; None where nobody was scored."""

    as_of: str
    left_out: int
    """Eligible customers who have left already."""


def customers_at_risk(predictions: bytes, metrics: dict[str, Any]) -> CustomersAtRisk:
    """From the predictions of the stage `score` and its metrics."""
    reader = csv.DictReader(io.StringIO(predictions.decode(), newline=""))
    rows = list(reader)
    by_risk = sorted(rows, key=lambda row: -float(row["probability"]))
    marked = [row for row in by_risk if row["decision"] == "churn"]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, reader.fieldnames or ())
    writer.writeheader()
    writer.writerows(marked)
    riskiest = by_risk[0]["customer_id"] if by_risk else None
    content = text.getvalue().encode()
    return CustomersAtRisk(content, len(marked), len(rows), riskiest, metrics["asOf"], metrics["leftOut"])
