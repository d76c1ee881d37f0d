"""The process runtime against a real process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path
from threading import Thread

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from churn_lib.worker_failure import BadInput, Refused, WorkerFailure
from churn_lib.worker_task import worker_task

RESULT = '{"stage":"clean","status":"done","metrics":{"rows":7}}'
ERROR = '{"stage":"clean","status":"failed","metrics":{},"error":{"message":"expected a, got b","details":["line 2"]}}'


@pytest.fixture
def task_of(fake_churn, monkeypatch, tmp_path):
    def make(script: str):
        monkeypatch.setenv("CHURN_RUNTIME", "process")
        monkeypatch.setenv("CHURN_COMMAND", str(fake_churn(script)))
        monkeypatch.setenv("CHURN_DATA_DIR", str(tmp_path / "data"))
        return worker_task("clean", run="r1", options={"budget": ["a=0.1"]})

    return make


def test_the_last_line_of_stdout_is_the_result(task_of):
    assert task_of(f"echo noise; echo '{RESULT}'").execute({})["metrics"] == {"rows": 7}


def test_the_worker_gets_arguments_and_data_directory(task_of, tmp_path):
    task_of(f"echo \"$@ $CHURN_DATA_DIR\" > {tmp_path}/seen; echo '{RESULT}'").execute({})
    assert (tmp_path / "seen").read_text() == f"clean --run=r1 --budget=a=0.1 {tmp_path}/data\n"


def test_log_lines_of_the_worker_reach_the_task_log_with_their_level(task_of, capsys):
    lines = """echo '{"level":"warn","message":"3 rows set aside","rule":"age"}' >&2; echo plain >&2"""
    task_of(f"{lines}; echo '{RESULT}'").execute({})
    log = capsys.readouterr().out
    assert re.search(r'\[warning *\] 3 rows set aside {"rule": "age"}', log)
    assert re.search(r"\[info *\] plain", log)


@pytest.mark.parametrize(
    ("exit_code", "exception", "meaning"),
    [
        (2, BadInput, "bad input (exit 2, not retried)"),
        (3, Refused, "refused by a gate (exit 3, not retried)"),
        (99, AirflowSkipException, "nothing to do"),
        (1, WorkerFailure, "stopped with exit 1"),
        (143, WorkerFailure, "stopped with exit 143"),
    ],
)
def test_an_exit_code_tells_airflow_what_to_do(task_of, exit_code, exception, meaning):
    with pytest.raises(AirflowException) as error:
        task_of(f"echo '{ERROR}'; exit {exit_code}").execute({})
    assert type(error.value) is exception
    assert isinstance(error.value, AirflowFailException) == (exit_code in (2, 3))
    assert str(error.value) == f"clean: {meaning}: expected a, got b; line 2"


def test_success_without_a_result_is_an_error_worth_a_retry(task_of):
    with pytest.raises(AirflowException) as error:
        task_of("echo done").execute({})
    assert type(error.value) is WorkerFailure
    assert "expected one JSON object as the last line of stdout, got 'done'" in str(error.value)


def test_a_worker_ended_by_a_signal_is_worth_a_retry(task_of):
    with pytest.raises(AirflowException) as error:
        task_of("kill -9 $$").execute({})
    assert str(error.value) == "clean: stopped with exit 137"


def test_killing_the_task_ends_the_worker_and_its_children(task_of, tmp_path):
    task = task_of(f"sleep 60 & echo $! > {tmp_path}/child; wait")
    failures: list[Exception] = []

    def run() -> None:
        try:
            task.execute({})
        except AirflowException as error:
            failures.append(error)

    thread = Thread(target=run)
    thread.start()
    child = tmp_path / "child"
    wait_for(lambda: task._pid_file().is_file() and child.is_file() and child.read_text().strip())
    task.on_kill()
    thread.join(10)
    assert "exit 143" in str(failures[0])
    wait_for(lambda: not is_running(int(child.read_text())))


def test_a_worker_left_over_from_an_earlier_try_is_ended_first(task_of, tmp_path):
    task = task_of(f"echo '{RESULT}'")
    leftover = subprocess.Popen(["/bin/sh", "-c", "sleep 60; exit", "clean", "--run=r1"], start_new_session=True)
    # A process that has only just begun has no command line yet.
    wait_for(lambda: b"--run=r1" in Path(f"/proc/{leftover.pid}/cmdline").read_bytes())
    task._pid_file().write_text(str(leftover.pid))
    task.execute({})
    assert leftover.wait(10) == -signal.SIGKILL


def test_a_foreign_process_with_a_recorded_number_is_left_alone(task_of):
    task = task_of(f"echo '{RESULT}'")
    foreign = subprocess.Popen(["sleep", "60"], start_new_session=True)
    task._pid_file().write_text(str(foreign.pid))
    task.execute({})
    assert foreign.poll() is None
    foreign.kill()
    foreign.wait()


def wait_for(condition) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        os.sched_yield()


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
