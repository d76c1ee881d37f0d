"""The pages of a run for people, copied into reports/ under the name of the exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from choose_runtime import Runtime
from delivery import Delivery
from leave_in_reports import leave_in_reports
from places import REPORTS
from read_artifact import read_artifact


def copy_report(runtime: Runtime, delivery: Delivery, result: dict[str, Any], folder: Path = REPORTS) -> Path:
    """The page that the stage `report` wrote."""
    return leave_in_reports(f"{delivery.name}.html", read_artifact(runtime, delivery, result, "report"), folder)


def copy_cleaning_page(runtime: Runtime, delivery: Delivery, result: dict[str, Any], folder: Path = REPORTS) -> Path:
    """The page that the stage `clean` wrote."""
    page = read_artifact(runtime, delivery, result, "cleaning-page")
    return leave_in_reports(f"{delivery.name}.cleaning.html", page, folder)
