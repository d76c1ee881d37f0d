"""What a worker's exit means to Airflow: done, skipped, failed for good, or worth another try."""

from __future__ import annotations

import json
from typing import Any

from airflow.sdk.exceptions import AirflowSkipException

from churn_lib.exit_codes import BAD_INPUT, DONE, NOTHING_TO_DO, REFUSED
from churn_lib.failure_sentence import failure_sentence
from churn_lib.worker_failure import BadInput, Refused, WorkerFailure

_FINAL = {BAD_INPUT: (BadInput, "bad input"), REFUSED: (Refused, "refused by a gate")}


def worker_outcome(stage: str, exit_code: int, result_line: str) -> dict[str, Any]:
    """The stage's result (the last line of its stdout), or the exception that its exit code stands for."""
    result = _parsed(result_line)
    if exit_code == DONE:
        if result is None:
            expected = f"{stage}: expected one JSON object as the last line of stdout, got"
            raise WorkerFailure(f"{expected} {result_line[:200]!r}", f"{expected} another one")
        return result
    reason = _reason(result)
    sentence = failure_sentence(stage, exit_code, (result or {}).get("error") or {})
    model = ((result or {}).get("metrics") or {}).get("modelSha256")
    if exit_code == NOTHING_TO_DO:
        raise AirflowSkipException(f"{stage}: nothing to do{reason}")
    if exit_code in _FINAL:
        failure, meaning = _FINAL[exit_code]
        raise failure(f"{stage}: {meaning} (exit {exit_code}, not retried){reason}", sentence, model)
    raise WorkerFailure(f"{stage}: stopped with exit {exit_code}{reason}", sentence, model)


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
