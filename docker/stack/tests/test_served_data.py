from __future__ import annotations

from pathlib import Path

import pytest

from delivery import TELECOM, Delivery
from served_data import remember_trained, served_data_lines

SIMULATED = Delivery(TELECOM, TELECOM, Path("/data/telecom-exports"))
OWN = Delivery("my-shop", "my-shop-0a1b2c3d", Path("/exports/my shop"))


@pytest.fixture
def record(tmp_path):
    return tmp_path / "last-trained"


def test_without_data_the_simulated_telecom_is_named_and_how_to_choose(record):
    assert served_data_lines(SIMULATED, "data/runtime/telecom", record) == [
        "data/runtime/telecom, of the simulated telecom; exports of your own: make up DATA=folder"
    ]


def test_after_a_run_of_other_exports_the_way_to_them_is_told(record):
    remember_trained(OWN, record)
    assert served_data_lines(SIMULATED, "data/runtime/telecom", record)[1:] == [
        "the last `make run` was of other exports; to serve those: make down && make up DATA='/exports/my shop'"
    ]
    remember_trained(SIMULATED, record)
    assert served_data_lines(OWN, "data/runtime/my-shop-0a1b2c3d", record)[1:] == [
        "the last `make run` was of other exports; to serve those: make down && make up"
    ]


def test_the_exports_of_the_last_run_need_no_hint(record):
    remember_trained(OWN, record)
    assert served_data_lines(OWN, "the Docker volume churn-my-shop-0a1b2c3d", record) == [
        "the Docker volume churn-my-shop-0a1b2c3d, of /exports/my shop"
    ]
