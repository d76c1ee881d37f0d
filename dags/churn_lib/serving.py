"""Waits until the API answers from a given model."""

from __future__ import annotations

import json
import logging
import time
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

POLL_SECONDS = 2

log = logging.getLogger(__name__)


def served_model(api_url: str, api_key: str) -> str | None:
    """Hash of the model the API answers from; None while it cannot be asked or has none. Refused keys end the task."""
    request = Request(f"{api_url}/v1/model", headers={"Authorization": f"Bearer {api_key}"} if api_key else {})
    try:
        with urlopen(request, timeout=5) as answer:
            return json.load(answer).get("sha256")
    except HTTPError as error:
        error.close()
        if error.code in (401, 403):
            came = "one that it refuses" if api_key else "none"
            raise AirflowFailException(
                f"CHURN_API_KEY: expected a key of {api_url} with the scope read, got {came} (HTTP {error.code})"
            ) from None
        return None
    except (URLError, OSError, ValueError):
        return None


def verify_serving(api_url: str, api_key: str, promotion: dict[str, Any], timeout_seconds: float) -> str:
    """Returns the promoted model's hash as soon as the API names it; skips where there is no API."""
    promoted = promotion["metrics"]["modelSha256"]
    if not api_url:
        raise AirflowSkipException("CHURN_API_URL is empty: no API to verify")
    deadline = time.monotonic() + timeout_seconds
    while True:
        served = served_model(api_url, api_key)
        if served == promoted:
            log.info("%s answers from the promoted model %s", api_url, promoted)
            return promoted
        if time.monotonic() >= deadline:
            raise AirflowException(
                f"expected {api_url} to answer from {promoted} within {timeout_seconds:g} seconds, got {served or 'no model'}"
            )
        time.sleep(POLL_SECONDS)
