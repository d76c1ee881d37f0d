"""Processes of this stack: started with a mark, written down, and the only ones that are ever ended."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from places import REPOSITORY, STACK_DIR

MARK = "CHURN_STACK"
RECORD = STACK_DIR / "processes.json"
LOGS = STACK_DIR / "logs"
GRACE_SECONDS = 15


class OwnedProcesses:
    """Every process carries the stack's mark in its environment and lives in the session of a leader that we started;
    children inherit both (Airflow's overwrite the first with their title, the stages' leave the second). Ending the
    stack ends these and nothing else, even where a process number has been used again since.
    """

    def __init__(self, mark: str, leaders: dict[str, dict[str, str]]) -> None:
        self.mark = mark
        self._leaders = leaders
        self._started: dict[str, subprocess.Popen[bytes]] = {}

    @classmethod
    def begin(cls) -> OwnedProcesses:
        LOGS.mkdir(parents=True, exist_ok=True)
        processes = cls(uuid.uuid4().hex, {})
        processes._record()
        return processes

    @classmethod
    def recorded(cls) -> OwnedProcesses | None:
        return cls(**json.loads(RECORD.read_text())) if RECORD.is_file() else None

    def start(self, name: str, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        with (LOGS / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [str(part) for part in command],
                cwd=REPOSITORY,
                env={**os.environ, **environment, MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started[name] = process
        facts = _facts(process.pid)
        self._leaders[str(process.pid)] = {"name": name, "birth": facts[1] if facts else ""}
        self._record()

    def ended(self) -> str | None:
        """Name of a process that should be running but is not."""
        return next((name for name, process in self._started.items() if process.poll() is not None), None)

    def runs(self, name: str) -> bool:
        """Whether the process of this name is up, in whichever program it was started."""
        for pid, leader in self._leaders.items():
            facts = _facts(int(pid))
            if leader["name"] == name and facts is not None and facts[1] == leader["birth"]:
                return True
        return False

    def running(self) -> list[int]:
        for process in self._started.values():
            process.poll()
        pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
        return [pid for pid in pids if pid != os.getpid() and self._is_ours(pid)]

    def _is_ours(self, pid: int) -> bool:
        facts = _facts(pid)
        if facts is None:
            return False
        leader = self._leaders.get(facts[0])
        if leader is not None:
            # A session keeps its leader's number while it has members; a leader of another age is another's.
            leading = _facts(int(facts[0]))
            return leading is None or leading[1] == leader["birth"]
        with contextlib.suppress(OSError):
            return f"{MARK}={self.mark}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        return False

    def _record(self) -> None:
        RECORD.write_text(json.dumps({"mark": self.mark, "leaders": self._leaders}))

    def stop(self) -> None:
        """Asks, waits, and ends what is left."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while self.running() and time.monotonic() < deadline:
            time.sleep(0.2)
        while self.running():
            self._signal(signal.SIGKILL)
            time.sleep(0.2)
        for process in self._started.values():
            process.wait()
        RECORD.unlink(missing_ok=True)

    def _signal(self, number: signal.Signals) -> None:
        for pid in self.running():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)


def _facts(pid: int) -> tuple[str, str] | None:
    """Session and time of birth of a process; None if it is gone or only waits to be reaped."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else (fields[3], fields[19])


def log_tail(name: str, lines: int = 20) -> str:
    path = LOGS / f"{name}.log"
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.is_file() else ""
