"""DAGs import Airflow, the Docker client, the standard library and churn_lib: nothing that computes on data."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

DAGS = Path(__file__).resolve().parents[1]
ALLOWED = {"airflow", "docker", "churn_lib", *sys.stdlib_module_names}
FILES = [path for path in DAGS.rglob("*.py") if "tests" not in path.relative_to(DAGS).parts]


def imported_packages(path: Path) -> set[str]:
    packages = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: expected absolute imports"
            packages.add((node.module or "").partition(".")[0])
    return packages


def test_dags_import_nothing_of_machine_learning():
    assert FILES
    foreign = {path.name: imported_packages(path) - ALLOWED for path in FILES}
    assert {name: packages for name, packages in foreign.items() if packages} == {}
