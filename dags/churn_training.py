"""
### Train, compare, promote

Takes two exports, cleans them, trains the model families on the same rows, and makes the best one the champion if every
gate holds. Where an API is known (`CHURN_API_URL`), the run ends when the API answers from the promoted model.

    ingest → clean → featurize → train (once a family) → train_blend → evaluate → promote → report, verify_serving

Bad input and a refused promotion fail at once, with the reason in the task's log; anything else is retried. A refused
promotion is reported, too. Every stage's artifacts are recorded under this run's id (`runs/<run-id>/<stage>` in the data
directory).

Unpausing this DAG also begins the run of the last week at once, with the defaults.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.sdk import DAG, Param, TriggerRule, get_current_context, task

from churn_lib.champion_asset import CHAMPION
from churn_lib.data_params import delivery_params, ingest_options
from churn_lib.labelling_params import labelling_params
from churn_lib.model_params import model_params
from churn_lib.search_options import blend_options, search_options
from churn_lib.serving import verify_serving as wait_until_served
from churn_lib.settings import Settings
from churn_lib.task_defaults import TASK_DEFAULTS
from churn_lib.worker_task import mapped_worker_task, worker_task

SERVING_TIMEOUT_SECONDS = 120

with DAG(
    "churn_training",
    schedule="@weekly",
    start_date=datetime(2026, 1, 1),
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["churn", "training"],
    doc_md=__doc__,
    params={
        **delivery_params(),
        **labelling_params(),
        # The best settings hardly change from one week to the next; churn_monitoring asks for a search when customers have.
        "search": Param(
            "reuse",
            enum=["refresh", "reuse"],
            description="Search the settings of each family (refresh), or take over those of its last search where the "
            "number of rows and the share of churn have not moved far since (reuse).",
        ),
        # Told once, it holds for every later run: a weekly or a drift's retraining must not go back to the defaults.
        "campaign": Param(
            "champion",
            type="string",
            description="JSON file of the campaign (docs/campaign.md): costs, success, rule, budget; a relative path starts at the "
            "folder of deliveries. champion: that of the champion, and the defaults where there is none. Empty: the stage's defaults.",
        ),
        "replace_incomparable": Param(
            False,
            type="boolean",
            description="Promote although the champion cannot be scored on the same rows, after a change of features for example.",
        ),
        **model_params(),
        "reason": Param("", type="string", description="Why this run was started, if not by its schedule."),
    },
) as dag:
    param = dag.param

    @task(doc_md="One search for each chosen family.")
    def choose_searches() -> list[dict[str, Any]]:
        return search_options(get_current_context()["params"])

    @task(doc_md="The blend of the chosen families, if it is chosen and there are at least two.")
    def choose_blend() -> list[dict[str, Any]]:
        return blend_options(get_current_context()["params"])

    @task(doc_md="Waits until the API answers from the promoted model.")
    def verify_serving(promotion: dict[str, Any]) -> str:
        settings = Settings.from_env()
        return wait_until_served(settings.api_url, settings.api_key, promotion, SERVING_TIMEOUT_SECONDS)

    ingest = worker_task("ingest", options=ingest_options(param))
    clean = worker_task("clean", options={"budget": param("budget"), "lang": param("report_lang")})
    featurize = worker_task(
        "featurize",
        options={
            "label": param("label"),
            "as-of": param("as_of"),
            "horizon": param("horizon"),
            "lookback": param("lookback"),
            "gap": param("gap"),
            "snapshots": param("snapshots"),
            "every": param("every"),
            "seed": param("seed"),
        },
    )
    train = mapped_worker_task("train", options=choose_searches(), map_index_template="{{ task.options['family'] }}")
    train_blend = mapped_worker_task(
        "train",
        task_id="train_blend",
        doc_md="Learns what each trained family counts in a common prediction, and makes one model of them.",
        options=choose_blend(),
        map_index_template="{{ task.options['family'] }}",
    )
    # Without a blend its task is skipped; a family that failed fails the evaluation.
    evaluate = worker_task(
        "evaluate",
        options={"seed": param("seed")},
        trigger_rule=TriggerRule.NONE_FAILED,
        execution_timeout=timedelta(minutes=30),
    )
    promote = worker_task(
        "promote",
        options={
            "gate": param("gate"),
            "refit": param("refit"),
            "calibration-error-ceiling": param("calibration_error_ceiling"),
            "accept-leakage": param("accept_leakage"),
            "replace-incomparable": param("replace_incomparable"),
            "reason": param("reason"),
        },
        outlets=[CHAMPION],
    )
    # Runs after a refusal, but not where there is no evaluation to report.
    report = worker_task(
        "report", options={"lang": param("report_lang")}, trigger_rule=TriggerRule.ALL_DONE_MIN_ONE_SUCCESS
    )

    ingest >> clean >> featurize >> train >> train_blend >> evaluate >> promote >> verify_serving(promote.output)
    [evaluate, promote] >> report
