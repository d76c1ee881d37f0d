"""Airflow's REST interface, as far as a run needs it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from stack_error import StackError


class AirflowClient:
    def __init__(self, url: str) -> None:
        self.url = url
        self._token: str | None = None

    def healthy(self) -> bool:
        """The server answers and the scheduler has reported."""
        try:
            with urlopen(f"{self.url}/api/v2/monitor/health", timeout=5) as answer:
                return json.load(answer)["scheduler"]["status"] == "healthy"
        except (OSError, ValueError, KeyError):
            return False

    def has_read(self, dag: str, since: datetime) -> bool:
        """Whether the DAG was read since then; the database also knows what was read by an Airflow before."""
        try:
            parsed = self._call("GET", f"/dags/{dag}")["last_parsed_time"]
        except HTTPError as error:
            if error.code == 404:
                return False
            raise
        return parsed is not None and _moment(parsed) >= since

    def import_errors(self, since: datetime) -> list[str]:
        errors = self._call("GET", "/importErrors")["import_errors"]
        return [
            f"{error['filename']}: {error['stack_trace']}" for error in errors if _moment(error["timestamp"]) >= since
        ]

    def is_paused(self, dag: str) -> bool:
        return bool(self._call("GET", f"/dags/{dag}")["is_paused"])

    def pause(self, dag: str, paused: bool) -> None:
        self._call("PATCH", f"/dags/{dag}", {"is_paused": paused})

    def end_unfinished_runs(self, dag: str) -> list[str]:
        """Fails what an Airflow that was stopped has left queued or running; it would go on, and keep others waiting."""
        listed = self._call("GET", f"/dags/{dag}/dagRuns?state=queued&state=running&limit=100")["dag_runs"]
        runs = [run["dag_run_id"] for run in listed]
        for run in runs:
            self._call("PATCH", f"/dags/{dag}/dagRuns/{quote(run)}", {"state": "failed"})
        return runs

    def trigger(self, dag: str, run: str, conf: dict[str, Any]) -> None:
        try:
            self._call("POST", f"/dags/{dag}/dagRuns", {"dag_run_id": run, "logical_date": None, "conf": conf})
        except HTTPError as error:
            detail = json.load(error).get("detail")
            raise StackError(f"Airflow does not start {dag} with {json.dumps(conf)}: {detail}") from None

    def run_state(self, dag: str, run: str) -> str:
        return str(self._call("GET", f"/dags/{dag}/dagRuns/{quote(run)}")["state"])

    def task_instances(self, dag: str, run: str) -> list[dict[str, Any]]:
        return self._call("GET", f"/dags/{dag}/dagRuns/{quote(run)}/taskInstances?limit=200")["task_instances"]

    def result(self, dag: str, run: str, task: str) -> Any:
        """What the task returned (its XCom)."""
        path = f"/dags/{dag}/dagRuns/{quote(run)}/taskInstances/{task}/xcomEntries/return_value"
        value = self._call("GET", path)["value"]
        return json.loads(value) if isinstance(value, str) else value

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        if self._token is None:
            with urlopen(f"{self.url}/auth/token", timeout=30) as answer:
                self._token = json.load(answer)["access_token"]
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(f"{self.url}/api/v2{path}", data, headers, method=method), timeout=30) as answer:
            return json.load(answer)


def _moment(text: str) -> datetime:
    # Python 3.10 does not read the letter for UTC.
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
