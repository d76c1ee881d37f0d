"""The worker knows every flag that a DAG gives to a stage."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from churn_lib.search_options import blend_options, search_options

REPOSITORY = Path(__file__).resolve().parents[2]
NODE = REPOSITORY / "node_modules" / ".bin" / "node"


def searched(dag) -> set[str]:
    params = {name: dag.params[name] for name in dag.params}
    return {flag for options in [*search_options(params), *blend_options(params)] for flag in options}


def given_flags(dag_bag) -> dict[str, set[str]]:
    flags: dict[str, set[str]] = {}
    for dag in dag_bag.dags.values():
        for task in dag.tasks:
            partial = getattr(task, "partial_kwargs", None)
            stage = partial.get("stage") if partial else getattr(task, "stage", None)
            if stage is not None:
                flags.setdefault(stage, set()).update(searched(dag) if partial else task.options)
    return flags


@pytest.mark.parametrize("dag_bag", ["process"], indirect=True)
def test_every_flag_is_one_of_its_stage(dag_bag):
    unknown = {}
    for stage, flags in given_flags(dag_bag).items():
        command = [str(NODE), str(REPOSITORY / "workers" / "bin" / "churn.js"), stage, "--help"]
        help_text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        known = set(re.findall(r"--([a-z-]+)", help_text))
        unknown[stage] = {"run", *flags} - known
    assert {stage: flags for stage, flags in unknown.items() if flags} == {}
