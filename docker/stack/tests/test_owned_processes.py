from __future__ import annotations

import subprocess
import time

import pytest

import owned_processes
from owned_processes import MARK, OwnedProcesses


@pytest.fixture
def processes(tmp_path, monkeypatch):
    monkeypatch.setattr(owned_processes, "RECORD", tmp_path / "processes.json")
    monkeypatch.setattr(owned_processes, "LOGS", tmp_path / "logs")
    owned = OwnedProcesses.begin()
    yield owned
    owned.stop()


def wait_for(condition) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline


def test_stopping_ends_children_even_in_sessions_of_their_own(processes):
    processes.start("tree", ["sh", "-c", "setsid sleep 60 & sleep 60; exit"], {})
    wait_for(lambda: len(processes.running()) == 3)
    processes.stop()
    assert processes.running() == []


def test_a_child_that_lost_the_mark_is_known_by_its_session(processes):
    processes.start("tree", ["sh", "-c", f"env -u {MARK} sleep 60; exit"], {})
    wait_for(lambda: len(processes.running()) == 2)


def test_another_command_finds_what_was_started(processes):
    processes.start("one", ["sleep", "60"], {})
    recorded = OwnedProcesses.recorded()
    assert recorded is not None
    assert recorded.running() == processes.running() != []


def test_a_process_is_known_by_its_name_while_it_is_up(processes):
    processes.start("one", ["sleep", "60"], {})
    recorded = OwnedProcesses.recorded()
    assert [recorded.runs("one"), recorded.runs("two")] == [True, False]
    processes.stop()
    assert not recorded.runs("one")


def test_a_process_of_somebody_else_stays(processes):
    foreign = subprocess.Popen(["sleep", "60"])
    processes.start("one", ["sleep", "60"], {})
    processes.stop()
    assert foreign.poll() is None
    foreign.kill()
    foreign.wait()


def test_a_process_that_ended_by_itself_is_named(processes):
    processes.start("short", ["true"], {})
    wait_for(lambda: processes.ended() == "short")
