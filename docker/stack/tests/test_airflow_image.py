"""The image of Airflow, run the way it is meant to be: skipped where no Docker daemon answers, unless CHURN_REQUIRE_DOCKER=1."""

from __future__ import annotations

import os
import subprocess

import pytest

from choose_runtime import docker_problem
from places import IMAGES_SCRIPT

HARDENED = [
    "--rm",
    "--read-only",
    "--tmpfs=/tmp",
    "--cap-drop=ALL",
    "--security-opt=no-new-privileges",
    "--network=none",
]


@pytest.fixture(scope="module")
def image():
    problem = docker_problem()
    if problem is not None and os.environ.get("CHURN_REQUIRE_DOCKER") != "1":
        pytest.skip(problem)
    subprocess.run([str(IMAGES_SCRIPT), "airflow"], check=True)
    return "churn-airflow:dev"


def in_container(image: str, script: str, *flags: str) -> str:
    command = ["docker", "run", *HARDENED, *flags, "--entrypoint=sh", image, "-c", script]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_it_runs_as_uid_10001(image):
    assert in_container(image, "echo $(id -u):$(id -g)") == "10001:10001"


def test_there_is_nothing_to_build_or_install_programs_with(image):
    tools = "gcc cc g++ make ld node npm pip pip3 uv git curl wget"
    assert in_container(image, f"for tool in {tools}; do command -v $tool; done; true") == ""


def test_only_tmp_may_be_written_to_by_everyone_and_no_program_changes_its_user(image):
    search = r"find / -xdev \( -type d -o -type f \) -perm -0002; find / -xdev -type f -perm /6000; true"
    assert in_container(image, search, "--user=0", "--cap-add=DAC_READ_SEARCH") == "/tmp"


def test_it_reads_its_dags_on_a_read_only_root(image):
    read = "airflow db migrate >/tmp/log 2>&1 && airflow dags reserialize >/tmp/log 2>&1"
    script = f"{read} && airflow dags list --columns dag_id --output plain"
    listed = in_container(image, script, "--tmpfs=/opt/airflow:uid=10001,gid=10001")
    assert set(listed.split()) >= {"churn_training", "churn_monitoring", "churn_scoring"}
