"""What is worth telling, and what of it may be told."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowSkipException

from churn_lib.task_event import AlreadyTold, failure_event, success_event
from churn_lib.worker_outcome import worker_outcome

PROMOTED = {"alreadyChampion": False, "modelSha256": "feed" * 16, "family": "blend", "revision": 7}
DRIFTED = {"verdict": "watch", "reasons": ["9 of 87 features moved", "scores moved"], "model": "beef" * 16}


def context(task_id="promote", *, exception=None, metrics=None, mapped=None):
    instance = SimpleNamespace(
        id="01a2",
        dag_id="churn_training",
        task_id=task_id,
        run_id="r1",
        rendered_map_index=mapped,
        log_url="http://airflow/log",
        xcom_pull=lambda task_ids: {"metrics": metrics} if task_ids == task_id else None,
    )
    made = {"ti": instance, "task": SimpleNamespace(stage=task_id)}
    return {**made, "exception": exception} if exception else made


def failure_of(stage: str, exit_code: int, *, code: str, message: str, details: list[str], metrics=None):
    result = {"metrics": metrics or {}, "error": {"code": code, "message": message, "details": details}}
    with pytest.raises(AirflowException) as caught:
        worker_outcome(stage, exit_code, json.dumps(result))
    return failure_event(context(stage, exception=caught.value))


def test_a_refusal_is_told_with_its_reasons_and_its_model():
    event = failure_of(
        "promote",
        3,
        code="gate-refused",
        message="refused to promote",
        details=["roc-auc-floor: 0.6", "latency: 9 ms"],
        metrics={"modelSha256": "feed"},
    )
    assert (event.kind, event.message, event.model) == (
        "refused",
        "refused to promote; roc-auc-floor: 0.6; latency: 9 ms",
        "feed",
    )
    assert (event.dag, event.task, event.run, event.log_url) == (
        "churn_training",
        "promote",
        "r1",
        "http://airflow/log",
    )


def test_bad_input_is_told_in_the_words_of_the_worker_without_its_example_lines():
    example = "customers.csv:7: C-1042;female;41"
    event = failure_of("clean", 2, code="over-budget", message="expected at most 5 %, got 9 %", details=[example])
    assert (event.kind, event.message) == ("failed", "expected at most 5 %, got 9 %")


def test_what_may_quote_delivered_rows_is_not_told():
    quoting = [
        ("ingest", 2, "bad-delivery", "expected a column customer_id, the header has C-1042, 41"),
        ("clean", 2, "bad-replay", "expected a customer, got C-1042"),
        ("featurize", 1, "unexpected", "unexpected error: conversion of C-1042"),
    ]
    for stage, exit_code, code, message in quoting:
        event = failure_of(stage, exit_code, code=code, message=message, details=[message])
        assert event.message == f"{stage} failed (exit {exit_code}, {code}); the reason is in its log"


def test_a_worker_without_a_result_is_told_by_its_exit_code_alone():
    with pytest.raises(AirflowException) as killed:
        worker_outcome("train", 137, "C-1042")
    assert failure_event(context("train", exception=killed.value)).message == (
        "train failed (exit 137); the reason is in its log"
    )
    with pytest.raises(AirflowException) as silent:
        worker_outcome("train", 0, "C-1042")
    assert "C-1042" not in failure_event(context("train", exception=silent.value)).message


def test_a_failure_around_the_worker_is_told_with_the_task_of_its_family():
    event = failure_event(context("train", exception=RuntimeError("no such image"), mapped="random-forest"))
    assert (event.task, event.message) == ("train [random-forest]", "no such image")


def test_a_task_whose_process_was_lost_has_no_exception_and_is_told():
    assert failure_event(context("train")).message == "the process of train was lost or stopped from outside"


def test_a_failure_without_words_is_told_by_its_kind():
    assert failure_event(context("train", exception=TimeoutError())).message == "TimeoutError"


def test_what_an_earlier_task_has_told_is_not_told_again():
    assert failure_event(context("retraining_is_due", exception=AlreadyTold("the verdict is stop"))) is None


def test_nothing_to_do_is_no_failure():
    with pytest.raises(AirflowSkipException):
        worker_outcome("score", 99, "{}")


def test_a_promotion_is_told_once():
    event = success_event(context("promote", metrics=PROMOTED))
    assert (event.kind, event.message) == ("promoted", "blend feedfeedfeed is the champion now, revision 7")
    assert event.model == PROMOTED["modelSha256"]
    assert success_event(context("promote", metrics={**PROMOTED, "alreadyChampion": True})) is None


@pytest.mark.parametrize("verdict", ["watch", "retrain", "stop"])
def test_a_verdict_to_act_on_is_told_with_its_reasons(verdict):
    event = success_event(context("drift-check", metrics={**DRIFTED, "verdict": verdict}))
    assert (event.kind, event.model) == ("drift", DRIFTED["model"])
    assert event.message == f"the verdict is {verdict}: 9 of 87 features moved; scores moved"


@pytest.mark.parametrize("verdict", ["ok", "too-few-rows"])
def test_a_verdict_without_consequence_is_not_told(verdict):
    assert success_event(context("drift-check", metrics={**DRIFTED, "verdict": verdict})) is None


def test_the_success_of_any_other_task_is_not_told():
    assert success_event(context("train")) is None


def test_a_message_has_an_end():
    event = failure_event(context("train", exception=RuntimeError("x" * 9000)))
    assert len(event.message) == 2000
