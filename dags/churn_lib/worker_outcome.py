"""What a worker's exit means to Airflow: done, skipped, failed for good, or worth another try."""

from __future__ import annotations

import json
from typing import Any

from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

DONE = 0
BAD_INPUT = 2
REFUSED = 3
NOTHING_TO_DO = 99

_FINAL = {BAD_INPUT: "bad input", REFUSED: "refused by a gate"}


def worker_outcome(stage: str, exit_code: int, result_line: str) -> dict[str, Any]:
    """The stage's result (the last line of its stdout), or the exception that its exit code stands for."""
    result = _parsed(result_line)
    if exit_code == DONE:
        if result is None:
            raise AirflowException(
                f"{stage}: expected one JSON object as the last line of stdout, got {result_line[:200]!r}"
            )
        return result
    reason = _reason(result)
    if exit_code == NOTHING_TO_DO:
        raise AirflowSkipException(f"{stage}: nothing to do{reason}")
    if exit_code in _FINAL:
        raise AirflowFailException(f"{stage}: {_FINAL[exit_code]} (exit {exit_code}, not retried){reason}")
    raise AirflowException(f"{stage}: stopped with exit {exit_code}{reason}")


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        result = json.loads(line)
    except ValueError:
        return None
    return result if isinstance(result, dict) else None


def _reason(result: dict[str, Any] | None) -> str:
    error = (result or {}).get("error") or {}
    parts = [error.get("message", ""), *error.get("details", [])]
    text = "; ".join(str(part) for part in parts if part)
    return f": {text}" if text else ""
