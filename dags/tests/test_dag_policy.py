"""What every DAG and every task owes to the people who operate them."""

from __future__ import annotations

from churn_lib.task_event import failure_event, success_event

DAG_IDS = {"churn_training", "churn_monitoring", "churn_scoring"}


def test_dags_import_without_errors(dag_bag):
    assert dag_bag.import_errors == {}
    assert set(dag_bag.dags) == DAG_IDS


def test_every_dag_is_documented_tagged_and_owned(dag_bag):
    for dag in dag_bag.dags.values():
        assert dag.doc_md, dag.dag_id
        assert "churn" in dag.tags, dag.dag_id
        assert dag.owner == "churn", dag.dag_id
        assert dag.max_active_runs == 1, dag.dag_id
        assert not dag.catchup, dag.dag_id


def test_every_task_has_retries_a_timeout_and_a_doc(dag_bag):
    for dag in dag_bag.dags.values():
        for task in dag.tasks:
            name = f"{dag.dag_id}.{task.task_id}"
            assert task.retries >= 1, name
            assert task.execution_timeout is not None, name
            assert getattr(task, "doc_md", None) or task.partial_kwargs["doc_md"], name


def test_the_failure_and_the_success_of_every_task_reach_the_notifier(dag_bag):
    for dag in dag_bag.dags.values():
        for task in dag.tasks:
            name = f"{dag.dag_id}.{task.task_id}"
            assert [callback.event_of for callback in task.on_failure_callback] == [failure_event], name
            assert [callback.event_of for callback in task.on_success_callback] == [success_event], name


def test_every_parameter_has_a_description(dag_bag):
    for dag in dag_bag.dags.values():
        for name in dag.params:
            assert dag.params.get_param(name).description, f"{dag.dag_id}.{name}"
