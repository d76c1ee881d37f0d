"""The arrows of each DAG, and what its tasks are told."""

from __future__ import annotations

import pytest

from churn_lib.champion_asset import CHAMPION

ARROWS = {
    "churn_training": {
        "ingest": {"clean"},
        "clean": {"featurize"},
        "featurize": {"train"},
        "choose_searches": {"train"},
        "train": {"evaluate"},
        "evaluate": {"promote"},
        "promote": {"report", "verify_serving"},
        "report": set(),
        "verify_serving": set(),
    },
    "churn_monitoring": {
        "ingest": {"clean"},
        "clean": {"drift-check"},
        "drift-check": {"retraining_is_due"},
        "retraining_is_due": {"retrain"},
        "retrain": set(),
    },
    "churn_scoring": {"choose_run": {"score"}, "score": set()},
}


@pytest.mark.parametrize("dag_id", ARROWS)
def test_tasks_run_in_the_documented_order(dag_bag, dag_id):
    tasks = dag_bag.dags[dag_id].tasks
    assert {task.task_id: set(task.downstream_task_ids) for task in tasks} == ARROWS[dag_id]


def test_a_promotion_is_announced_as_an_asset_and_starts_scoring(dag_bag):
    promote = dag_bag.dags["churn_training"].get_task("promote")
    assert promote.outlets == [CHAMPION]
    assert dag_bag.dags["churn_scoring"].timetable.asset_condition.objects == (CHAMPION,)


def test_monitoring_starts_training_with_the_reason(dag_bag):
    retrain = dag_bag.dags["churn_monitoring"].get_task("retrain")
    assert retrain.trigger_dag_id == "churn_training"
    assert set(retrain.conf) <= set(dag_bag.dags["churn_training"].params)
    assert "retrain" in retrain.conf["reason"]


def test_the_airflow_run_is_the_churn_run(dag_bag):
    dag = dag_bag.dags["churn_training"]
    assert dag.get_task("ingest").run == "{{ run_id }}"
    assert dag.get_task("train").partial_kwargs["run"] == "{{ run_id }}"
