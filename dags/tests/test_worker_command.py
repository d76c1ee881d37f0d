from __future__ import annotations

import pytest

from churn_lib.worker_command import worker_arguments
from churn_lib.worker_task import worker_task


@pytest.mark.parametrize(
    ("options", "flags"),
    [
        ({}, []),
        ({"horizon": 90}, ["--horizon=90"]),
        ({"as-of": None, "label": "", "budget": [], "force": False}, []),
        ({"budget": ["a=0.1", "b=0.2"]}, ["--budget=a=0.1", "--budget=b=0.2"]),
        ({"force": True}, ["--force"]),
        ({"seed": 0}, ["--seed=0"]),
        ({"lookback": 180.0, "search-seconds": 0.5}, ["--lookback=180", "--search-seconds=0.5"]),
    ],
)
def test_options_become_flags_and_absent_ones_are_left_out(options, flags):
    assert worker_arguments("clean", "r1", options) == ["clean", "--run=r1", *flags]


def test_both_runtimes_run_the_same_command(monkeypatch):
    commands = {}
    for runtime in ("docker", "process"):
        monkeypatch.setenv("CHURN_RUNTIME", runtime)
        task = worker_task("train", run="r1", options={"family": "decision-tree", "trials": 5})
        commands[runtime] = task.arguments()
        assert task.part() == "decision-tree"
    assert commands["docker"] == commands["process"]
    assert commands["docker"] == ["train", "--run=r1", "--family=decision-tree", "--trials=5"]
