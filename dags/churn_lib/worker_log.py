"""Hands a worker's log lines (JSON, one object a line) over to Airflow's task log."""

from __future__ import annotations

import json
import logging
from typing import Any

_LEVELS = {"error": logging.ERROR, "warn": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}

# The task's own log says these already.
_KNOWN_FIELDS = ("level", "message", "timestamp", "stage", "run")


def relay_log_line(line: str, logger: Any) -> None:
    """Logs one line of the worker's stderr with its level; what is no JSON object is passed on as it is."""
    text = line.rstrip("\r\n")
    if not text:
        return
    try:
        record = json.loads(text)
    except ValueError:
        record = None
    if not isinstance(record, dict) or "message" not in record:
        logger.info("%s", text)
        return
    details = {name: value for name, value in record.items() if name not in _KNOWN_FIELDS}
    suffix = f" {json.dumps(details, ensure_ascii=False)}" if details else ""
    logger.log(_LEVELS.get(str(record.get("level")), logging.INFO), "%s%s", record["message"], suffix)
