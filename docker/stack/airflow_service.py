"""Airflow on this machine: scheduler, DAG processor and API server over SQLite, reachable from this machine only."""

from __future__ import annotations

import os
import secrets
import subprocess
import time
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from airflow_client import AirflowClient
from owned_processes import OwnedProcesses, log_tail
from places import AIRFLOW_HOME, DAGS, VENV_PYTHON
from stack_error import StackError

START_TIMEOUT_SECONDS = 180


def airflow_environment(port: int, churn_settings: Mapping[str, str], by_schedule: bool) -> dict[str, str]:
    """`by_schedule`: whether Airflow starts runs on its own (by the calendar, by assets) or only on request."""
    url = f"http://127.0.0.1:{port}"
    return {
        **churn_settings,
        "AIRFLOW_HOME": str(AIRFLOW_HOME),
        "AIRFLOW__CORE__DAGS_FOLDER": str(DAGS),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        # Each slot is a process that waits with Airflow imported; two are what a small machine can feed.
        "AIRFLOW__CORE__PARALLELISM": "2",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{AIRFLOW_HOME / 'airflow.db'}",
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__BASE_URL": url,
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__API__SECRET_KEY": secrets.token_hex(16),
        "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_hex(32),
        # A task keeps its token while it waits for a slot; with the usual ten minutes it would fail behind long ones.
        "AIRFLOW__EXECUTION_API__JWT_EXPIRATION_TIME": "86400",
        "AIRFLOW__SCHEDULER__USE_JOB_SCHEDULE": str(by_schedule),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.5",
        "PYTHONWARNINGS": "ignore",
        "PATH": f"{VENV_PYTHON.parent}{os.pathsep}{os.environ['PATH']}",
    }


def start_airflow(processes: OwnedProcesses, port: int, environment: Mapping[str, str]) -> AirflowClient:
    """Starts Airflow and returns once it has read the DAG `churn_training`."""
    _migrate(environment)
    started = datetime.now(timezone.utc)
    for name, arguments in (
        ("airflow-api-server", ["api-server", "--port", str(port)]),
        ("airflow-scheduler", ["scheduler"]),
        ("airflow-dag-processor", ["dag-processor"]),
    ):
        processes.start(name, [VENV_PYTHON, "-m", "airflow", *arguments], environment)
    client = AirflowClient(f"http://127.0.0.1:{port}")
    wait_until(processes, "Airflow", lambda: client.healthy() and _dags_read(client, started))
    return client


def wait_until(processes: OwnedProcesses, what: str, ready: Any) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while not ready():
        ended = processes.ended()
        if ended is not None:
            raise StackError(f"{ended} has stopped; the end of .stack/logs/{ended}.log:\n{log_tail(ended)}")
        if time.monotonic() > deadline:
            raise StackError(f"expected {what} to be ready within {START_TIMEOUT_SECONDS} seconds; see .stack/logs")
        time.sleep(0.5)


def _dags_read(client: AirflowClient, started: datetime) -> bool:
    errors = client.import_errors(started)
    if errors:
        raise StackError("Airflow cannot read the DAGs:\n" + "\n".join(errors))
    return client.has_read("churn_training", started)


def _migrate(environment: Mapping[str, str]) -> None:
    """Creates or updates Airflow's database; once for each version of Airflow."""
    lock = (DAGS / "requirements.lock").read_text()
    version = next(line.split()[0] for line in lock.splitlines() if line.startswith("apache-airflow=="))
    stamp = AIRFLOW_HOME / "database.version"
    if (AIRFLOW_HOME / "airflow.db").is_file() and stamp.is_file() and stamp.read_text() == version:
        return
    AIRFLOW_HOME.mkdir(exist_ok=True)
    migrated = subprocess.run(
        [str(VENV_PYTHON), "-m", "airflow", "db", "migrate"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    if migrated.returncode != 0:
        raise StackError(f"airflow db migrate failed: {migrated.stderr.strip()[-2000:]}")
    stamp.write_text(version)
