"""Prometheus beside a stack: which files it is started with, and where it refuses to start."""

from __future__ import annotations

import pytest

import monitor
from owned_processes import OwnedProcesses
from stack_error import StackError


def test_prometheus_asks_the_api_of_the_stack_by_the_rules_of_the_repository(tmp_path):
    config = monitor.write_config("127.0.0.1:8017", tmp_path / "monitoring")
    assert "targets: ['127.0.0.1:8017']" in config.read_text().replace('"', "'")
    assert monitor.EXAMPLE_TARGET not in config.read_text()
    assert (config.parent / "alerts.yml").read_text() == (monitor.MONITORING / "alerts.yml").read_text()


@pytest.mark.parametrize(
    ("program", "said"), [(None, "expected prometheus on PATH"), ("/usr/bin/prometheus", "make up")]
)
def test_without_a_program_or_a_stack_it_says_what_to_do(monkeypatch, program, said):
    monkeypatch.setattr(monitor.shutil, "which", lambda _: program)
    monkeypatch.setattr(OwnedProcesses, "recorded", classmethod(lambda _: None))
    with pytest.raises(StackError, match=said):
        monitor.start_prometheus()
