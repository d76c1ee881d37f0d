"""`make run`: brings the stack up, trains and scores by its DAGs, shows what came out, leaves nothing running."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from airflow_client import AirflowClient
from copy_report import copy_cleaning_page, copy_report
from customers_at_risk import CustomersAtRisk, customers_at_risk
from follow_run import follow_run, log_lines, run_log_folder, task_log_file, task_name
from leave_in_reports import leave_in_reports
from owned_processes import OwnedProcesses, log_tail
from places import REPORTS, REPOSITORY
from read_artifact import read_artifact
from served_data import remember_trained
from show_outcome import show_at_risk, show_leaderboard, show_prediction, show_promotion, show_trust, show_warnings
from stack import Stack, refuse_second_stack, start_stack, stop_stack
from stack_error import StackError

TRAINING = "churn_training"
SCORING = "churn_scoring"
STAGES = ("ingest", "clean", "featurize", "evaluate", "promote", "report")


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
    end_unfinished_runs(stack.airflow)
    trained, tasks = run_dag(stack, TRAINING, run, stack.delivery.params)
    done = {task["task_id"] for task in tasks if task["state"] == "success"}
    results = {task: stack.airflow.result(TRAINING, run, task) for task in STAGES if task in done}
    report = copy_report(stack.runtime, stack.delivery, results["report"]) if "report" in results else None
    at_risk = show_trained(stack, run, results, report) if trained else None
    print()
    if report is not None:
        print(f"report    {report.relative_to(REPOSITORY)}")
        show_trust(results["report"])
    if "clean" in results:
        page = copy_cleaning_page(stack.runtime, stack.delivery, results["clean"])
        print(f"cleaning  {page.relative_to(REPOSITORY)}")
    listed = f"{stack.delivery.name}.at-risk.csv"
    if at_risk is not None:
        leave_in_reports(listed, at_risk.content)
    show_at_risk(REPORTS / listed, at_risk)
    return 0 if at_risk is not None else 1


def show_trained(
    stack: Stack, run: str, results: dict[str, dict[str, Any]], report: Path | None
) -> CustomersAtRisk | None:
    """Scores the customers with the promoted model, as Airflow would by itself, and shows what came out; None where that failed."""
    remember_trained(stack.delivery, stack.runtime, stack.data)
    scored, _ = run_dag(stack, SCORING, run, {"run": run})
    scoring = {"score": stack.airflow.result(SCORING, run, "score")} if scored else {}
    show_warnings({stage: results[stage] for stage in ("ingest", "clean", "featurize")} | scoring)
    show_leaderboard(results["evaluate"], stack.data, report)
    show_promotion(results["promote"])
    if not scored:
        return None
    predictions = read_artifact(stack.runtime, stack.delivery, scoring["score"], "predictions")
    at_risk = customers_at_risk(predictions, scoring["score"]["metrics"])
    if at_risk.riskiest is not None:
        show_prediction(stack.api_url, at_risk.riskiest, results["promote"]["metrics"]["modelSha256"])
    return at_risk


def end_unfinished_runs(airflow: AirflowClient) -> None:
    """Before anything else: what runs later is of this stack, as a scoring that somebody starts in its interface meanwhile."""
    for dag in (TRAINING, SCORING):
        for unfinished in airflow.end_unfinished_runs(dag):
            print(f"ended {unfinished}, which an earlier stack has left unfinished")


def run_dag(stack: Stack, dag: str, run: str, params: dict[str, Any]) -> tuple[bool, list[dict[str, Any]]]:
    """Runs the DAG to its end; whether it succeeded, and its task instances."""
    with unpaused(stack.airflow, dag):
        stack.airflow.trigger(dag, run, params)
        print(f"{dag}, run {run}", flush=True)
        state, tasks = follow_run(stack.airflow, dag, run, lambda: check_running(stack.processes))
    print(f"  task logs below {run_log_folder(dag, run).relative_to(REPOSITORY)}")
    if state != "success":
        show_failures(dag, run, tasks)
    return state == "success", tasks


@contextlib.contextmanager
def unpaused(airflow: AirflowClient, dag: str) -> Iterator[None]:
    """Left unpaused, a DAG with a calendar would run by it as soon as `make up` starts."""
    paused = airflow.is_paused(dag)
    airflow.pause(dag, False)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            airflow.pause(dag, paused)


def check_running(processes: OwnedProcesses) -> None:
    ended = processes.ended()
    if ended is not None:
        raise StackError(f"{ended} has stopped; the end of .stack/logs/{ended}.log:\n{log_tail(ended)}")


def show_failures(dag: str, run: str, tasks: list[dict[str, Any]]) -> None:
    for task in tasks:
        if task["state"] == "failed":
            path = task_log_file(dag, run, task)
            print(f"\n{task_name(task)} failed; the end of {path}:", file=sys.stderr)
            print("\n".join(f"  {line}" for line in log_lines(path, last=15)), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
