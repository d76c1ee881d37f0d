from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

import stack
from free_port import free_port
from held_name import hold_name
from stack_error import StackError

PROGRAM = (
    "import sys; from free_port import free_port; print(free_port(int(sys.argv[1])), flush=True); sys.stdin.read()"
)


def another_program(preferred: int) -> subprocess.Popen[str]:
    """Chooses a port and holds it until its input ends."""
    command = [sys.executable, "-c", PROGRAM, str(preferred)]
    folder = Path(stack.__file__).parent
    return subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_preferred_port_is_chosen_where_it_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        preferred = server.getsockname()[1]
    with another_program(preferred) as other:
        assert int(other.stdout.readline()) == preferred


def test_a_port_that_is_listened_on_is_left_alone():
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        assert free_port(taken) != taken


def test_programs_that_start_at_the_same_time_choose_different_ports():
    preferred = free_port(0)
    programs = [another_program(preferred) for _ in range(4)]
    ports = {int(program.stdout.readline()) for program in programs}
    for program in programs:
        program.communicate()
    assert len({preferred, *ports}) == 5


def test_a_name_is_free_again_when_its_program_has_ended():
    with another_program(0) as other:
        port = int(other.stdout.readline())
        assert not hold_name(f"port-{port}")
    assert hold_name(f"port-{port}")


def test_a_second_stack_of_the_repository_is_refused_while_the_first_is_starting(monkeypatch, tmp_path):
    monkeypatch.setattr(stack, "REPOSITORY", tmp_path)
    monkeypatch.setattr(stack.OwnedProcesses, "recorded", classmethod(lambda _: None))
    stack.refuse_second_stack()
    with pytest.raises(StackError, match="expected no other stack of this repository, but one is starting"):
        stack.refuse_second_stack()
