from __future__ import annotations

import pytest

import check_params as module
from check_params import check_params
from churn_lib.data_params import BUDGET_RULES
from churn_lib.model_params import LEAKAGE_CHECKS
from stack_error import StackError


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "AIRFLOW_HOME", tmp_path)


def test_what_does_not_fit_is_told_at_once_in_words(tmp_path):
    with pytest.raises(StackError) as refused:
        check_params(
            {
                "horizn": 90,
                "label": "flags",
                "horizon": 5000,
                "trials": "20",
                "as_of": "31/01/2024",
                "lookback": "ever",
                "budget": ["x=1"],
                "accept_leakage": "all",
                "replace_incomparable": "yes",
                "columns": "names.json",
            },
            tmp_path,
        )
    rules = ", ".join(BUDGET_RULES)
    assert str(refused.value).splitlines() == [
        "the options of the run do not fit:",
        "  expected a parameter of churn_training (horizon), got horizn",
        '  label: expected "auto" or "flag" or "inactivity", got "flags"',
        "  horizon: expected a whole number from 1 to 3650, got 5000",
        '  trials: expected a whole number from 1 to 1000, got "20"',
        '  as_of: expected a date such as 2026-01-31, from 1900-01-01 to 2100-12-31, got "31/01/2024"',
        '  lookback: expected a number of days from 1 to 99999, or all, got "ever"',
        f'  budget: expected a list of rule=share with a share from 0 to 1 and a rule of: {rules}, got ["x=1"]',
        f'  accept_leakage: expected names of leakage checks ({", ".join(LEAKAGE_CHECKS)}) with commas between, got "all"',
        '  replace_incomparable: expected true or false, got "yes"',
        f'  columns: expected a file in {tmp_path}, got "names.json"',
    ]


def test_a_name_like_none_is_answered_by_all_there_are(tmp_path):
    with pytest.raises(StackError, match=r"churn_training \(customers, transactions, columns,.*\), got xyz"):
        check_params({"xyz": 1}, tmp_path)


@pytest.mark.parametrize("families", [[], ["blend"], ["decision-tree", "decision-tree"]])
def test_a_list_says_what_it_must_have(tmp_path, families):
    with pytest.raises(StackError, match='or "blend", each once, with at least one besides "blend", got '):
        check_params({"families": families}, tmp_path)


def test_what_was_given_is_shown_without_control_characters_and_not_whole(tmp_path):
    with pytest.raises(StackError) as refused:
        check_params({"horizn\n\x1b[2J": 1, "é" * 5000: 1, "label": "x" * 5000, "columns": "y" * 5000}, tmp_path)
    [_, first, second, third, fourth] = str(refused.value).split("\n")
    assert first.endswith(", got horizn \ufffd[2J")
    assert second.endswith(f", got {'é' * 100}…")
    assert third.endswith(f', got "{"x" * 99}…')
    assert fourth.endswith(f', got "{"y" * 99}…')


def test_what_fits_passes(tmp_path):
    (tmp_path / "columns.json").write_text("{}")
    dated = {"horizon": 180, "lookback": "all", "families": ["decision-tree"], "as_of": "2024-01-31"}
    check_params({**dated, "columns": "columns.json", "campaign": "champion"}, tmp_path)


def test_names_of_exports_alone_need_no_look_at_the_dag(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "VENV_PYTHON", "/nowhere")
    check_params({"customers": "customers.csv", "transactions": "transactions.csv.gz"}, tmp_path)


def test_what_airflow_prints_around_the_answer_changes_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "DAGS", tmp_path)
    (tmp_path / "churn_training.py").write_text(
        "import atexit\n"
        "from airflow.sdk import DAG, Param\n"
        "print('loading')\n"
        "atexit.register(print, 'bye')\n"
        "dag = DAG('churn_training', params={'horizon': Param(90, type='integer')})\n"
    )
    check_params({"horizon": 180}, tmp_path)
    with pytest.raises(StackError, match="horizon: expected a whole number, got true"):
        check_params({"horizon": True}, tmp_path)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", "it ended with exit code 0 and no answer"),
        ("exit 9", "it ended with exit code 9 and no answer"),
        ("echo no such module >&2; exit 1", "no such module"),
    ],
)
def test_an_airflow_that_does_not_answer_ends_the_run_in_one_sentence(monkeypatch, tmp_path, script, said):
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    monkeypatch.setattr(module, "VENV_PYTHON", python)
    with pytest.raises(StackError, match=f"^cannot read the parameters of churn_training: {said}$"):
        check_params({"horizon": 180}, tmp_path)
