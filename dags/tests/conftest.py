"""The DAGs as Airflow reads them, and a worker that needs nothing but a shell."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Airflow reads its configuration at import: a home of its own keeps the tests away from a running one.
os.environ.setdefault("AIRFLOW_HOME", tempfile.mkdtemp(prefix="churn-airflow-"))
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__UNIT_TEST_MODE"] = "True"

import pytest
from airflow.dag_processing.dagbag import DagBag

DAGS = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", params=["docker", "process"])
def dag_bag(request):
    before = os.environ.get("CHURN_RUNTIME")
    os.environ["CHURN_RUNTIME"] = request.param
    try:
        return DagBag(str(DAGS), collect_dags=True)
    finally:
        if before is None:
            del os.environ["CHURN_RUNTIME"]
        else:
            os.environ["CHURN_RUNTIME"] = before


@pytest.fixture
def fake_churn(tmp_path):
    """Makes a `churn` from a few lines of shell; returns its path."""

    def make(script: str) -> Path:
        path = tmp_path / "churn"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make
