"""
### Score every customer who is still there

Starts whenever a model was promoted, and scores the customers of the training run's cleaned exports with it; or those of
another run that got as far as `clean`, if the parameter `run` names one. Customers who have left are left out: by their
column `churn`, and where the label is inactivity by a horizon without a transaction.

    choose_run → score
"""

from __future__ import annotations

from datetime import datetime

from airflow.sdk import DAG, Param, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException

from churn_lib.as_of_param import as_of_param
from churn_lib.champion_asset import CHAMPION
from churn_lib.task_defaults import TASK_DEFAULTS
from churn_lib.worker_task import worker_task

with DAG(
    "churn_scoring",
    schedule=[CHAMPION],
    start_date=datetime(2026, 1, 1),
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["churn", "scoring"],
    doc_md=__doc__,
    params={
        "run": Param(
            "",
            type="string",
            description="Run whose cleaned exports are scored. Empty: the run that promoted the model.",
        ),
        "as_of": as_of_param("Scores as of this date. Empty: derived from the data."),
    },
) as dag:

    @task(doc_md="The run named by the parameter, or by the promotion that started this one.")
    def choose_run() -> str:
        context = get_current_context()
        if context["params"]["run"]:
            return context["params"]["run"]
        promotions = context["triggering_asset_events"].get(CHAMPION) or []
        if not promotions:
            raise AirflowFailException("expected the parameter `run` or a promotion that started this run, got neither")
        return promotions[-1].extra["run"]

    worker_task("score", run=choose_run(), options={"as-of": dag.param("as_of"), "leave-out-churned": True})
