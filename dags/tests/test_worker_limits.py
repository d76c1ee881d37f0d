"""Parameters have the limits of the stages' options: what one lets through the other takes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from airflow.sdk.exceptions import ParamValidationError

from churn_lib.data_params import BUDGET_RULES
from churn_lib.model_params import LEAKAGE_CHECKS
from churn_lib.worker_command import worker_arguments

REPOSITORY = Path(__file__).resolve().parents[2]
NODE = REPOSITORY / "node_modules" / ".bin" / "node"

# Parameter, stage, key of the option, values that fit, values just beyond.
LIMITS: list[tuple[str, str, str, list[Any], list[Any]]] = [
    ("horizon", "featurize", "horizon", [1, 3650, 90.0], [0, 3651]),
    ("gap", "featurize", "gap", [0, 3650], [-1, 3651]),
    ("every", "featurize", "every", [1, 3650], [0, 3651]),
    ("snapshots", "featurize", "snapshots", [1, 60], [0, 61]),
    ("lookback", "featurize", "lookback", [1, 99999, 180.0, "all", "180"], [0, 100000, "ever", "0", "180\n"]),
    (
        "as_of",
        "featurize",
        "asOf",
        ["1900-01-01", "2100-12-31"],
        ["1899-12-31", "2101-01-01", "2023-02-29", "20240131"],
    ),
    ("seed", "", "seed", [0, 2**53 - 1], [-1, 2**53, 1e16]),
    ("trials", "train", "trials", [1, 1000], [0, 1001]),
    ("search_seconds", "train", "searchSeconds", [0, 0.5], [-0.5]),
    ("calibration_error_ceiling", "promote", "calibrationErrorCeiling", [0, 1], [-0.01, 1.01]),
    (
        "accept_leakage",
        "promote",
        "acceptLeakage",
        [*LEAKAGE_CHECKS, "train and test, single feature", "single feature,,"],
        ["nonsense", "single feature shuffled labels", "single feature,x"],
    ),
    (
        "budget",
        "clean",
        "budget",
        [[f"absurd-amount={share}"] for share in ("0", "0.05", ".5", "1", "1.0")],
        [[f"absurd-amount{share}"] for share in ("", "=", "=.", "=1.1", "=2", "=0.1.1")],
    ),
]

# Answers for each [stage, key, text] whether the option takes the text; the options of every stage have no stage.
JUDGE = """
import { text } from 'node:stream/consumers';
import { commonOptionsSchema } from './src/stage/common-options.ts';
import { loadStageCommands } from './src/commands/stage-commands.ts';
const answers = [];
for (const [stage, key, value] of JSON.parse(await text(process.stdin))) {
  const schema = stage === '' ? commonOptionsSchema : (await loadStageCommands([stage]))[0].schema;
  const { error } = schema.safeParse({ [key]: value });
  answers.push(!error?.issues.some(({ path }) => path[0] === key));
}
console.log(JSON.stringify(answers));
"""


@pytest.mark.parametrize("dag_bag", ["process"], indirect=True)
def test_what_a_parameter_takes_its_option_takes_and_nothing_else(dag_bag):
    params = dag_bag.dags["churn_training"].params
    asked = [
        (name, value, stage, key, fits)
        for name, stage, key, fitting, beyond in LIMITS
        for fits, values in ((True, fitting), (False, beyond))
        for value in values
    ]
    taken = worker_takes([[stage, key, as_option(value)] for _, value, stage, key, _ in asked])
    for (name, value, _, _, fits), worker in zip(asked, taken, strict=True):
        assert (name, value, takes(params, name, value), worker) == (name, value, fits, fits)


def test_rules_with_a_budget_are_those_of_the_worker():
    rules = run_node(
        "import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';"
        "console.log(JSON.stringify(cleaningRules.filter(({ action }) => action === 'quarantine').map(({ id }) => id)))"
    )
    assert rules == list(BUDGET_RULES)


def takes(params: Any, name: str, value: Any) -> bool:
    try:
        params.get_param(name).resolve(value)
    except ParamValidationError:
        return False
    return True


def as_option(value: Any) -> str | list[str]:
    texts = [argument.split("=", 1)[1] for argument in worker_arguments("", "", {"option": value})[2:]]
    return texts if isinstance(value, list) else texts[0]


def worker_takes(asked: list[list[Any]]) -> list[bool]:
    return run_node(JUDGE, json.dumps(asked))


def run_node(script: str, given: str = "") -> Any:
    command = [str(NODE), "--input-type=module", "--eval", script]
    answer = subprocess.run(
        command, cwd=REPOSITORY / "workers", input=given, capture_output=True, text=True, check=True
    )
    return json.loads(answer.stdout)
