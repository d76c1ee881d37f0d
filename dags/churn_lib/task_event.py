"""What has happened in a task that somebody should hear of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from airflow.sdk.exceptions import AirflowFailException

from churn_lib.worker_failure import Refused, WorkerFailure

TOLD_VERDICTS = ("watch", "retrain", "stop")
LONGEST_MESSAGE = 2000


class AlreadyTold(AirflowFailException):
    """Fails a task for a reason that the event of an earlier task has told."""


@dataclass(frozen=True)
class TaskEvent:
    id: str
    """The same each time it is sent: a receiver may get a message twice."""

    kind: str
    """`failed`, `refused`, `drift` or `promoted`."""

    dag: str
    task: str
    run: str
    message: str
    model: str | None
    """SHA-256 of the model that was promoted or that arriving customers were compared by."""

    log_url: str

    @property
    def title(self) -> str:
        return f"{self.dag}, {self.task}: {self.kind}"


def failure_event(context: Mapping[str, Any]) -> TaskEvent | None:
    """After the last try of a task. Airflow knows no exception where it lost the task's process."""
    exception = context.get("exception")
    if isinstance(exception, AlreadyTold):
        return None
    if isinstance(exception, WorkerFailure):
        kind = "refused" if isinstance(exception, Refused) else "failed"
        return _event(context, kind, exception.sentence, exception.model)
    if exception is None:
        return _event(context, "failed", f"the process of {_task_name(context)} was lost or stopped from outside")
    return _event(context, "failed", str(exception) or type(exception).__name__)


def success_event(context: Mapping[str, Any]) -> TaskEvent | None:
    """Promotions, and verdicts by which somebody may have to act."""
    stage = getattr(context["task"], "stage", None)
    if stage == "promote":
        return _promotion_event(context)
    if stage == "drift-check":
        return _drift_event(context)
    return None


def _promotion_event(context: Mapping[str, Any]) -> TaskEvent | None:
    metrics = _metrics(context)
    if metrics["alreadyChampion"]:
        return None
    model = metrics["modelSha256"]
    message = f"{metrics['family']} {model[:12]} is the champion now, revision {metrics['revision']}"
    return _event(context, "promoted", message, model)


def _drift_event(context: Mapping[str, Any]) -> TaskEvent | None:
    metrics = _metrics(context)
    if metrics["verdict"] not in TOLD_VERDICTS:
        return None
    return _event(
        context, "drift", f"the verdict is {metrics['verdict']}: {'; '.join(metrics['reasons'])}", metrics["model"]
    )


def _metrics(context: Mapping[str, Any]) -> Mapping[str, Any]:
    instance = context["ti"]
    return instance.xcom_pull(task_ids=instance.task_id)["metrics"]


def _event(context: Mapping[str, Any], kind: str, message: str, model: str | None = None) -> TaskEvent:
    instance = context["ti"]
    return TaskEvent(
        id=str(instance.id),
        kind=kind,
        dag=instance.dag_id,
        task=_task_name(context),
        run=instance.run_id,
        message=message[:LONGEST_MESSAGE],
        model=model,
        log_url=instance.log_url,
    )


def _task_name(context: Mapping[str, Any]) -> str:
    instance = context["ti"]
    mapped = getattr(instance, "rendered_map_index", None)
    return f"{instance.task_id} [{mapped}]" if mapped else instance.task_id
