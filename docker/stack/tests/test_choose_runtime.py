from __future__ import annotations

import pytest

import choose_runtime as module
from choose_runtime import choose_runtime
from stack_error import StackError


@pytest.fixture
def without_docker(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def test_without_docker_stages_run_as_processes_and_the_reason_is_given(without_docker):
    assert choose_runtime("auto") == module.Runtime("process", "there is no docker command")


def test_containers_that_were_asked_for_but_cannot_be_are_an_error(without_docker):
    with pytest.raises(StackError, match="RUNTIME=docker: there is no docker command"):
        choose_runtime("docker")


def test_an_unknown_runtime_is_named():
    with pytest.raises(StackError, match="expected auto, docker or process, got 'podman'"):
        choose_runtime("podman")
