"""The page of this folder names what people set."""

from __future__ import annotations

import re
from pathlib import Path

DAGS = Path(__file__).resolve().parents[1]
README = (DAGS / "README.md").read_text()


def test_every_parameter_is_on_the_page(dag_bag):
    named = set(re.findall(r"`(\w+)`", README))
    missing = {name for dag in dag_bag.dags.values() for name in dag.params} - named
    assert missing == set()


def test_every_setting_is_on_the_page():
    read = set(re.findall(r'"(CHURN_[A-Z_]+)"', (DAGS / "churn_lib" / "settings.py").read_text()))
    assert read == set(re.findall(r"^\| `(CHURN_[A-Z_]+)`", README, flags=re.MULTILINE))
