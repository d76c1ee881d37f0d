"""The leaderboard of a run: the columns that a person decides by, and where the others are."""

from __future__ import annotations

from typing import Any

HEADERS = {
    "rank": "rank",
    "family": "family",
    "selectionLogLoss": "selection",
    "rocAuc": "ROC AUC",
    "prAuc": "PR AUC",
    "logLoss": "log loss",
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "profitPerCustomer": "profit",
    "fitSeconds": "fit, s",
}


def leaderboard_lines(evaluation: dict[str, Any], data: str, report: str | None) -> list[str]:
    """What the stage `evaluate` has measured; `data` is the directory or volume that holds its document."""
    rows = evaluation["metrics"]["leaderboard"]
    cells = [[_cell(row.get(column)) for column in HEADERS] for row in rows]
    table = [list(HEADERS.values()), *cells]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    document = next(output["path"] for output in evaluation["outputs"] if output["role"] == "evaluation")
    return [
        *("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in table),
        "selection: log loss out of fold, which chooses the winner; the other measures on the test rows",
        "profit: of the campaign, money per customer; fit, s: seconds of the final fit",
        f"all columns, with intervals: {f'{report}; ' if report else ''}as a document, in {data}:",
        f"  {document}",
    ]


def _cell(value: Any) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "-" if value is None else str(value)
