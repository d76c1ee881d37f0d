"""The one place that knows how a stage of the worker starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from airflow.sdk import BaseOperator

from churn_lib.settings import Settings
from churn_lib.stage_docs import STAGE_DOCS

# The Airflow run is the churn run: everything that a stage leaves behind can be found by the name seen in Airflow.
THIS_RUN = "{{ run_id }}"


def worker_task(
    stage: str, *, run: Any = THIS_RUN, options: Mapping[str, Any] | None = None, **kwargs: Any
) -> BaseOperator:
    """A task that runs `churn <stage> --run <run>` with `options` as flags, in the runtime of the settings.

    Its XCom is the stage's result as a dict. `kwargs` are Airflow's own (`trigger_rule`, `outlets`, `retries`, …).
    """
    operator, arguments = _operator(stage, kwargs)
    return operator(run=run, options=dict(options or {}), **arguments)


def mapped_worker_task(stage: str, *, options: Any, run: Any = THIS_RUN, **kwargs: Any) -> Any:
    """The same stage once for each element of `options`, the output of a task: a list of flag mappings."""
    operator, arguments = _operator(stage, kwargs)
    return operator.partial(run=run, **arguments).expand(options=options)


def _operator(stage: str, kwargs: Mapping[str, Any]) -> tuple[type[BaseOperator], dict[str, Any]]:
    settings = Settings.from_env()
    common = {"task_id": stage, "stage": stage, "settings": settings, "doc_md": STAGE_DOCS[stage]}
    return _operator_class(settings.runtime), {**common, **kwargs}


def _operator_class(runtime: str) -> type[BaseOperator]:
    """Imported by need: a machine without Docker's library runs processes, and the other way round."""
    if runtime == "docker":
        from churn_lib.worker_container_operator import WorkerContainerOperator

        return WorkerContainerOperator
    from churn_lib.worker_process_operator import WorkerProcessOperator

    return WorkerProcessOperator
