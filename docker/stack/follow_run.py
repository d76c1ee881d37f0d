"""Watches a run of a DAG and prints each change of a task's state as it happens."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from airflow_client import AirflowClient
from places import AIRFLOW_HOME

FINAL_STATES = ("success", "failed")
LONGEST_EVENT = 200
SHOWN_STATES = ("running", "success", "failed", "skipped", "up_for_retry", "upstream_failed")


def follow_run(
    client: AirflowClient, dag: str, run: str, check: Callable[[], None]
) -> tuple[str, list[dict[str, Any]]]:
    """The run's final state and its task instances. `check` raises if what the run needs has stopped."""
    shown: dict[str, str] = {}
    while True:
        check()
        state = client.run_state(dag, run)
        tasks = client.task_instances(dag, run)
        for task in tasks:
            name = task_name(task)
            # A mapped task gets its name as it begins; its number says nothing to people.
            if task["state"] == "running" and not _has_its_name(task):
                continue
            if task["state"] in SHOWN_STATES and shown.get(name) != task["state"]:
                shown[name] = task["state"]
                took = f"  {task['duration']:.1f} s" if task["state"] in FINAL_STATES and task.get("duration") else ""
                print(f"  {name:<32} {task['state']}{took}", flush=True)
        if state in FINAL_STATES:
            return state, tasks
        time.sleep(1)


def task_name(task: dict[str, Any]) -> str:
    """`train [random-forest]` for a mapped task, else its id."""
    index = task.get("rendered_map_index") or (task["map_index"] if task["map_index"] >= 0 else "")
    return f"{task['task_id']} [{index}]" if index != "" else str(task["task_id"])


def _has_its_name(task: dict[str, Any]) -> bool:
    return task["map_index"] < 0 or task.get("rendered_map_index") not in (None, str(task["map_index"]))


def run_log_folder(dag: str, run: str) -> Path:
    return AIRFLOW_HOME / "logs" / f"dag_id={dag}" / f"run_id={run}"


def task_log_file(dag: str, run: str, task: dict[str, Any]) -> Path:
    folder = run_log_folder(dag, run) / f"task_id={task['task_id']}"
    if task["map_index"] >= 0:
        folder /= f"map_index={task['map_index']}"
    return folder / f"attempt={max(task['try_number'], 1)}.log"


def log_lines(path: Path, last: int) -> list[str]:
    """The last lines of a task's log, which Airflow writes as JSON."""
    if not path.is_file():
        return [f"no log at {path}"]
    lines = []
    for line in path.read_text(errors="replace").splitlines()[-last:]:
        try:
            record = json.loads(line)
        except ValueError:
            lines.append(line)
            continue
        # What was wrong is told in full; a stage's long record is in the file.
        error = "".join(f" {item['exc_type']}: {item['exc_value']}" for item in record.get("error_detail") or [])
        lines.append(f"{record.get('level', '?'):<7} {_shortened(str(record.get('event', '')))}{error}")
    return lines


def _shortened(event: str) -> str:
    return event if len(event) <= LONGEST_EVENT else f"{event[:LONGEST_EVENT]}…"
