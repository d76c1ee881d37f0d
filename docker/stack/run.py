"""`make run`: brings the stack up, runs the DAG `churn_training` to its end, shows what came out, leaves nothing running."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from airflow_client import AirflowClient
from copy_report import copy_cleaning_page, copy_report
from follow_run import follow_run, log_lines, task_log_file, task_name
from owned_processes import OwnedProcesses, log_tail
from places import REPOSITORY
from served_data import remember_trained
from show_outcome import show_leaderboard, show_prediction, show_promotion, show_trust, show_warnings
from stack import Stack, refuse_second_stack, start_stack, stop_stack
from stack_error import StackError

DAG = "churn_training"


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        refuse_second_stack()
        processes = OwnedProcesses.begin()
        try:
            return train_and_ask(start_stack(processes, by_schedule=False))
        finally:
            stop_stack(processes)
    except StackError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        # Airflow or the API did not answer in time, the disk is full, and the like.
        print(f"\n{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


def train_and_ask(stack: Stack) -> int:
    run = datetime.now(timezone.utc).strftime("run-%Y%m%dT%H%M%S")
    for unfinished in stack.airflow.end_unfinished_runs(DAG):
        print(f"ended {unfinished}, which an earlier stack has left unfinished")
    with unpaused(stack.airflow):
        stack.airflow.trigger(DAG, run, stack.delivery.params)
        print(f"{DAG}, run {run}", flush=True)
        state, tasks = follow_run(stack.airflow, DAG, run, lambda: check_running(stack.processes))
    done = {task["task_id"] for task in tasks if task["state"] == "success"}
    results = {stage: stack.airflow.result(DAG, run, stage) for stage in ("clean", "report") if stage in done}
    report = copy_report(stack.runtime, stack.delivery, results["report"]) if "report" in results else None
    if state == "success":
        remember_trained(stack.delivery, stack.runtime, stack.data)
        ingest = next(task for task in tasks if task["task_id"] == "ingest")
        print(f"  task logs, such as {task_log_file(DAG, run, ingest).relative_to(REPOSITORY)}")
        show_warnings({stage: stack.airflow.result(DAG, run, stage) for stage in ("ingest", "clean", "featurize")})
        promotion = stack.airflow.result(DAG, run, "promote")
        show_leaderboard(stack.airflow.result(DAG, run, "evaluate"), stack.data, report)
        show_promotion(promotion)
        show_prediction(stack.api_url, stack.delivery, promotion["metrics"]["modelSha256"])
    else:
        show_failures(run, tasks)
    print()
    if report is not None:
        print(f"report    {report.relative_to(REPOSITORY)}")
        show_trust(results["report"])
    if "clean" in results:
        page = copy_cleaning_page(stack.runtime, stack.delivery, results["clean"])
        print(f"cleaning  {page.relative_to(REPOSITORY)}")
    return 0 if state == "success" else 1


@contextlib.contextmanager
def unpaused(airflow: AirflowClient) -> Iterator[None]:
    """Left unpaused, the DAG would run by its calendar as soon as `make up` starts."""
    paused = airflow.is_paused(DAG)
    airflow.pause(DAG, False)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            airflow.pause(DAG, paused)


def check_running(processes: OwnedProcesses) -> None:
    ended = processes.ended()
    if ended is not None:
        raise StackError(f"{ended} has stopped; the end of .stack/logs/{ended}.log:\n{log_tail(ended)}")


def show_failures(run: str, tasks: list[dict[str, Any]]) -> None:
    for task in tasks:
        if task["state"] == "failed":
            path = task_log_file(DAG, run, task)
            print(f"\n{task_name(task)} failed; the end of {path}:", file=sys.stderr)
            print("\n".join(f"  {line}" for line in log_lines(path, last=15)), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
