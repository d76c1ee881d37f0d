"""
### Watch what arrives

Takes today's exports, cleans them and compares them with what the champion was trained on; with labels of inactivity, also what
it predicts for the customers a horizon ago with what came of them, which is told, but starts no training. Starts `churn_training` on
the same exports, with the reason and with this run's parameters (families, trials, gate, report language, ...), when the
verdict is `retrain`; fails when it is `stop`, since the data are broken then. The daily run has the defaults shown here; who
wants others for it changes them in `churn_lib/data_params.py` and `churn_lib/model_params.py`, for the weekly training, too.

    ingest → clean → drift-check → retraining_is_due → retrain
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator
from airflow.sdk import DAG, task

from churn_lib.data_params import delivery_params, ingest_options
from churn_lib.model_params import model_params
from churn_lib.task_defaults import TASK_DEFAULTS
from churn_lib.task_event import AlreadyTold
from churn_lib.worker_task import worker_task

log = logging.getLogger(__name__)

# Of the champion, as `drift-check` tells it.
LABELLING = "{{{{ ti.xcom_pull(task_ids='drift-check')['metrics']['labelling']{} }}}}"

with DAG(
    "churn_monitoring",
    schedule="@daily",
    start_date=datetime(2026, 1, 1),
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["churn", "monitoring"],
    doc_md=__doc__,
    params={**delivery_params(), **model_params()},
    # The arguments of `retrain` are then values, not texts: lists stay lists.
    render_template_as_native_obj=True,
) as dag:
    param = dag.param

    @task.short_circuit(doc_md="Goes on only if the verdict is `retrain`; fails if it is `stop`.")
    def retraining_is_due(check: dict[str, Any]) -> bool:
        verdict = check["metrics"]["verdict"]
        reasons = "; ".join(check["metrics"]["reasons"]) or "nothing moved"
        if verdict == "stop":
            raise AlreadyTold(f"expected customers like those of training, the verdict is stop: {reasons}")
        log.info("verdict: %s (%s)", verdict, reasons)
        return verdict == "retrain"

    ingest = worker_task("ingest", options=ingest_options(param))
    clean = worker_task("clean", options={"budget": param("budget"), "lang": param("report_lang")})
    drift_check = worker_task("drift-check")
    retrain = TriggerDagRunOperator(
        task_id="retrain",
        trigger_dag_id="churn_training",
        conf={
            **{name: param(name) for name in dag.params},
            # The champion's own question: a challenger that answers another one could not be compared with it.
            "label": LABELLING.format("['mode']"),
            "horizon": LABELLING.format("['horizonDays']"),
            "lookback": LABELLING.format("['lookbackDays'] or 'all'"),
            "gap": LABELLING.format(".get('gapDays', 0)"),
            "campaign": "champion",
            # Customers have changed: what suited the earlier ones is tried, but not taken over.
            "search": "refresh",
            "reason": "drift-check of run {{ run_id }} says retrain",
        },
        doc_md="Starts `churn_training` on the exports that were checked.",
    )

    ingest >> clean >> drift_check >> retraining_is_due(drift_check.output) >> retrain
