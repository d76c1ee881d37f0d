"""The arrows of each DAG, and what its tasks are told."""

from __future__ import annotations

import pytest
from airflow.sdk.exceptions import AirflowFailException, ParamValidationError

from churn_lib.champion_asset import CHAMPION
from churn_lib.search_options import BLEND, SINGLE_FAMILIES, blend_options, search_options
from churn_lib.worker_command import worker_arguments

ARROWS = {
    "churn_training": {
        "ingest": {"clean"},
        "clean": {"featurize"},
        "featurize": {"train"},
        "choose_searches": {"train"},
        "train": {"train_blend"},
        "choose_blend": {"train_blend"},
        "train_blend": {"evaluate"},
        "evaluate": {"promote", "report"},
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


def test_a_refused_promotion_is_reported_and_a_missing_evaluation_is_not(dag_bag):
    report = dag_bag.dags["churn_training"].get_task("report")
    assert report.upstream_task_ids == {"evaluate", "promote"}
    assert report.trigger_rule == "all_done_min_one_success"


def test_monitoring_starts_training_with_the_reason(dag_bag):
    retrain = dag_bag.dags["churn_monitoring"].get_task("retrain")
    assert retrain.trigger_dag_id == "churn_training"
    assert set(retrain.conf) <= set(dag_bag.dags["churn_training"].params)
    assert "retrain" in retrain.conf["reason"]


def test_no_two_dags_share_a_parameter(dag_bag):
    params = [dag.params.get_param(name) for dag in dag_bag.dags.values() for name in dag.params]
    assert len({id(param) for param in params}) == len(params)


def test_a_retraining_is_told_what_monitoring_was_told_of_exports_and_model(dag_bag):
    monitoring, training = dag_bag.dags["churn_monitoring"], dag_bag.dags["churn_training"]
    told = {"families": ["decision-tree"], "trials": 5, "gate": "improvement", "report_lang": "pt-BR"}
    assert set(told) <= set(monitoring.params)
    for name in monitoring.params:
        passed = monitoring.get_task("retrain").conf[name]
        assert passed.resolve({"params": {**monitoring.params.dump(), **told}}) == told.get(name, training.params[name])


def test_the_weekly_training_takes_settings_over_and_a_drift_searches_them_anew(dag_bag):
    training = dag_bag.dags["churn_training"]
    assert training.params["search"] == "reuse"
    params = {name: training.params[name] for name in training.params}
    assert [options["search"] for options in search_options(params)] == ["reuse"] * len(SINGLE_FAMILIES)
    assert dag_bag.dags["churn_monitoring"].get_task("retrain").conf["search"] == "refresh"


def test_retrainings_keep_the_campaign_of_the_champion(dag_bag):
    assert dag_bag.dags["churn_training"].params["campaign"] == "champion"
    assert dag_bag.dags["churn_monitoring"].get_task("retrain").conf["campaign"] == "champion"


@pytest.mark.parametrize(
    ("labelling", "asked"),
    [
        ({"mode": "inactivity", "horizonDays": 60, "lookbackDays": None}, ("inactivity", 60, "all", 0)),
        ({"mode": "flag", "horizonDays": 90, "lookbackDays": 180, "gapDays": 14}, ("flag", 90, 180, 14)),
    ],
)
def test_retraining_asks_the_question_of_the_champion(dag_bag, labelling, asked):
    retrain = dag_bag.dags["churn_monitoring"].get_task("retrain")

    class Instance:
        def xcom_pull(self, task_ids):
            return {"drift-check": {"metrics": {"labelling": labelling}}}[task_ids]

    environment = dag_bag.dags["churn_monitoring"].get_template_env()
    names = ("label", "horizon", "lookback", "gap")
    conf = tuple(environment.from_string(retrain.conf[name]).render(ti=Instance()) for name in names)
    assert conf == asked


@pytest.mark.parametrize(
    ("verdict", "due"), [("ok", False), ("watch", False), ("too-few-rows", False), ("retrain", True)]
)
def test_only_the_verdict_retrain_starts_training(dag_bag, verdict, due):
    is_due = dag_bag.dags["churn_monitoring"].get_task("retraining_is_due").python_callable
    assert is_due({"metrics": {"verdict": verdict, "reasons": []}}) is due


def test_broken_data_fail_the_monitoring_with_the_reason(dag_bag):
    is_due = dag_bag.dags["churn_monitoring"].get_task("retraining_is_due").python_callable
    with pytest.raises(AirflowFailException, match="the verdict is stop: no customer is eligible"):
        is_due({"metrics": {"verdict": "stop", "reasons": ["no customer is eligible"]}})


@pytest.mark.parametrize(
    ("families", "blended"),
    [
        ([*SINGLE_FAMILIES, BLEND], [BLEND]),
        ([BLEND, "decision-tree", "random-forest"], [BLEND]),
        (["decision-tree", BLEND], []),
        (SINGLE_FAMILIES, []),
    ],
)
def test_a_blend_is_trained_where_it_is_chosen_and_has_two_families_to_blend(families, blended):
    search = {"trials": 2, "search": "reuse", "search_seconds": 0}
    params = {"families": families, **search, "campaign": "campaign.json", "seed": 7}
    assert [options["family"] for options in blend_options(params)] == blended
    trained = [*search_options(params), *blend_options(params)]
    assert {(options["campaign"], options["seed"]) for options in trained} == {("campaign.json", 7)}
    assert BLEND not in [options["family"] for options in search_options(params)]


def test_a_run_without_a_blend_is_evaluated_and_one_with_a_failed_family_is_not(dag_bag):
    evaluate = dag_bag.dags["churn_training"].get_task("evaluate")
    assert evaluate.upstream_task_ids == {"train_blend"}
    assert evaluate.trigger_rule == "none_failed"


@pytest.mark.parametrize("families", [[], [BLEND], ["neural-network"]])
def test_families_without_one_to_fit_are_refused(dag_bag, families):
    with pytest.raises(ParamValidationError):
        dag_bag.dags["churn_training"].params.get_param("families").resolve(families)


def test_the_airflow_run_is_the_churn_run(dag_bag):
    dag = dag_bag.dags["churn_training"]
    assert dag.get_task("ingest").run == "{{ run_id }}"
    assert dag.get_task("train").partial_kwargs["run"] == "{{ run_id }}"


def test_promotion_is_told_its_gate_and_the_reason_of_the_run(dag_bag):
    dag = dag_bag.dags["churn_training"]
    told = dag.get_task("promote").options
    context = {"params": {**dag.params.dump(), "reason": "drift", "replace_incomparable": True}}
    options = {flag: value.resolve(context) for flag, value in told.items()}
    assert worker_arguments("promote", "r1", options) == [
        "promote",
        "--run=r1",
        "--gate=refresh",
        "--refit=auto",
        "--replace-incomparable",
        "--reason=drift",
    ]


@pytest.mark.parametrize(
    ("name", "value"), [("lookback", 180), ("lookback", "180"), ("lookback", "all"), ("gate", "improvement")]
)
def test_a_parameter_takes_what_its_stage_takes(dag_bag, name, value):
    assert dag_bag.dags["churn_training"].params.get_param(name).resolve(value) == value


@pytest.mark.parametrize(
    ("name", "value"), [("lookback", 0), ("lookback", "0"), ("lookback", "never"), ("lookback", None), ("gate", "none")]
)
def test_a_parameter_refuses_what_its_stage_refuses(dag_bag, name, value):
    with pytest.raises(ParamValidationError):
        dag_bag.dags["churn_training"].params.get_param(name).resolve(value)
