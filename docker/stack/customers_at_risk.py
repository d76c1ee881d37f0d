"""The customers whom the champion marks, as a list for people."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True)
class CustomersAtRisk:
    content: bytes
    """CSV with the columns of `churn score`: the marked customers, the riskiest first."""

    marked: int
    scored: int
    riskiest: str | None
    """Id of the customer of the highest probability, marked or not; None where nobody was scored."""


def customers_at_risk(predictions: bytes) -> CustomersAtRisk:
    """From the predictions of the stage `score`."""
    reader = csv.DictReader(io.StringIO(predictions.decode(), newline=""))
    rows = list(reader)
    by_risk = sorted(rows, key=lambda row: -float(row["probability"]))
    marked = [row for row in by_risk if row["decision"] == "churn"]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, reader.fieldnames or ())
    writer.writeheader()
    writer.writerows(marked)
    riskiest = by_risk[0]["customer_id"] if by_risk else None
    return CustomersAtRisk(text.getvalue().encode(), len(marked), len(rows), riskiest)
