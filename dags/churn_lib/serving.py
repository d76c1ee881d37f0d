"""Waits until the API answers from a given model."""

from __future__ import annotations

import json
import logging
import time
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from airflow.sdk.exceptions import AirflowException, AirflowSkipException

POLL_SECONDS = 2

log = logging.getLogger(__name__)


def served_model(api_url: str) -> str | None:
    """Hash of the model the API answers from; None while it cannot be asked or has none."""
    try:
        with urlopen(f"{api_url}/v1/model", timeout=5) as answer:
            return json.load(answer).get("sha256")
    except (URLError, OSError, ValueError):
        return None


def verify_serving(api_url: str, promotion: dict[str, Any], timeout_seconds: float) -> str:
    """Returns the promoted model's hash as soon as the API names it; skips where there is no API."""
    promoted = promotion["metrics"]["modelSha256"]
    if not api_url:
        raise AirflowSkipException("CHURN_API_URL is empty: no API to verify")
    deadline = time.monotonic() + timeout_seconds
    while True:
        served = served_model(api_url)
        if served == promoted:
            log.info("%s answers from the promoted model %s", api_url, promoted)
            return promoted
        if time.monotonic() >= deadline:
            raise AirflowException(
                f"expected {api_url} to answer from {promoted} within {timeout_seconds:g} seconds, got {served or 'no model'}"
            )
        time.sleep(POLL_SECONDS)
