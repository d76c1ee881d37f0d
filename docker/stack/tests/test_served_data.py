from __future__ import annotations

from pathlib import Path

import pytest

from choose_runtime import Runtime
from delivery import TELECOM, Delivery
from served_data import remember_trained, served_data_lines

SIMULATED = Delivery(TELECOM, TELECOM, Path("/data/telecom-exports"))
OWN = Delivery("my-shop", "my-shop-0a1b2c3d", Path("/exports/my shop"))
CONTAINERS = Runtime("docker", "")
PROCESSES = Runtime("process", "")


@pytest.fixture
def record(tmp_path):
    return tmp_path / "last-trained.json"


def test_without_data_the_simulated_telecom_is_named_and_how_to_choose(record):
    assert served_data_lines(SIMULATED, "data/runtime/telecom", record) == [
        "data/runtime/telecom, of the simulated telecom; exports of your own: make up DATA=folder"
    ]


def test_after_a_run_of_other_exports_the_way_to_them_is_told(record):
    remember_trained(OWN, PROCESSES, "data/runtime/my-shop-0a1b2c3d", record)
    assert served_data_lines(SIMULATED, "data/runtime/telecom", record)[1:] == [
        "the last `make run` left its model in data/runtime/my-shop-0a1b2c3d; "
        "to serve it: make down && make up DATA='/exports/my shop' RUNTIME=process"
    ]
    remember_trained(SIMULATED, PROCESSES, "data/runtime/telecom", record)
    assert served_data_lines(OWN, "data/runtime/my-shop-0a1b2c3d", record)[1:] == [
        "the last `make run` left its model in data/runtime/telecom; to serve it: make down && make up RUNTIME=process"
    ]


def test_after_a_run_of_the_same_exports_in_the_other_runtime_the_way_back_is_told(record):
    remember_trained(SIMULATED, PROCESSES, "data/runtime/telecom", record)
    assert served_data_lines(SIMULATED, "the Docker volume churn-telecom", record)[1:] == [
        "the last `make run` left its model in data/runtime/telecom; to serve it: make down && make up RUNTIME=process"
    ]
    remember_trained(OWN, CONTAINERS, "the Docker volume churn-my-shop-0a1b2c3d", record)
    assert served_data_lines(OWN, "data/runtime/my-shop-0a1b2c3d", record)[1:] == [
        "the last `make run` left its model in the Docker volume churn-my-shop-0a1b2c3d; "
        "to serve it: make down && make up DATA='/exports/my shop' RUNTIME=docker"
    ]


def test_the_place_of_the_last_run_needs_no_hint(record):
    remember_trained(OWN, CONTAINERS, "the Docker volume churn-my-shop-0a1b2c3d", record)
    assert served_data_lines(OWN, "the Docker volume churn-my-shop-0a1b2c3d", record) == [
        "the Docker volume churn-my-shop-0a1b2c3d, of /exports/my shop"
    ]
