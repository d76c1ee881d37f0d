"""Options of a run, compared with the parameters of the DAG `churn_training` before anything is started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from delivery import EXPORTS, has_file
from places import AIRFLOW_HOME, DAGS, VENV_PYTHON
from shown_value import shown_text, shown_value, visible_text
from stack_error import StackError

# The campaign that is no file.
CHAMPIONS_OWN = "champion"
KINDS = {"integer": "a whole number", "number": "a number", "string": "text", "boolean": "true or false"}


def check_params(params: Mapping[str, Any], folder: Path) -> None:
    """Refuses all that do not fit at once; files that options name are looked for in `folder`, that of the exports."""
    told = {name: value for name, value in params.items() if name not in EXPORTS}
    if not told:
        return
    problems = [*_ask_airflow(told), *_missing_files(told, folder)]
    if problems:
        raise StackError("\n  ".join(["the options of the run do not fit:", *problems]))


def _ask_airflow(params: Mapping[str, Any]) -> list[str]:
    """In a process of its own: Airflow comes along with the DAG. Since it may print what it likes, the answer comes in a file."""
    settings = {"AIRFLOW_HOME": str(AIRFLOW_HOME), "PYTHONPATH": str(DAGS), "CHURN_RUNTIME": "process"}
    environment = {**os.environ, **settings}
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "problems.json"
        command = [str(VENV_PYTHON), "-W", "ignore", __file__, str(answer)]
        asked = subprocess.run(command, input=json.dumps(params), env=environment, capture_output=True, text=True)
        if asked.returncode != 0 or not answer.is_file():
            said = asked.stderr.strip()[-2000:] or f"it ended with exit code {asked.returncode} and no answer"
            raise StackError(f"cannot read the parameters of churn_training: {said}")
        return json.loads(answer.read_text())


def _missing_files(params: Mapping[str, Any], folder: Path) -> list[str]:
    names = {name: params[name] for name in ("columns", "campaign") if isinstance(params.get(name), str)}
    return [
        f"{name}: expected a file in {visible_text(folder)}, got {shown_value(file)}"
        for name, file in names.items()
        if file not in ("", CHAMPIONS_OWN) and not has_file(folder, file)
    ]


def param_problems(params: Mapping[str, Any]) -> list[str]:
    """Needs `dags` among the paths of Python, and Airflow."""
    from airflow.sdk.exceptions import ParamValidationError

    from churn_training import dag

    problems = []
    for name, value in params.items():
        if name not in dag.params:
            near = get_close_matches(name, dag.params, n=1)
            expected = near[0] if near else ", ".join(dag.params)
            problems.append(f"expected a parameter of churn_training ({expected}), got {shown_text(name)}")
            continue
        param = dag.params.get_param(name)
        try:
            param.resolve(value)
        except (ParamValidationError, RecursionError):
            problems.append(f"{name}: expected {_described(param.schema)}, got {shown_value(value)}")
    return problems


def _described(schema: Mapping[str, Any]) -> str:
    """What a value may be, in words; `expected` has those of a pattern."""
    if "expected" in schema:
        return schema["expected"]
    if "enum" in schema:
        return " or ".join(json.dumps(choice) for choice in schema["enum"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(_kind(kind, schema) for kind in types if kind != "null")


def _kind(kind: str, schema: Mapping[str, Any]) -> str:
    if kind == "array":
        once = ", each once" if schema.get("uniqueItems") else ""
        return f"a list of {_described(schema['items'])}{once}{_contained(schema)}"
    if kind not in ("integer", "number"):
        return KINDS.get(kind, kind)
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None:
        return f"{KINDS[kind]} from {least} to {most}"
    return KINDS[kind] if least is None else f"{KINDS[kind]} of at least {least}"


def _contained(schema: Mapping[str, Any]) -> str:
    if "contains" not in schema:
        return ""
    alone = [choice for choice in schema["items"]["enum"] if choice not in schema["contains"]["enum"]]
    return f", with at least one besides {' and '.join(map(json.dumps, alone))}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(param_problems(json.load(sys.stdin))))
