"""Processes of this stack: started with a mark, written down, and the only ones that are ever ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from places import REPOSITORY, STACK_DIR

MARK = "CHURN_STACK"
MARK_FILE = STACK_DIR / "mark"
LOGS = STACK_DIR / "logs"
GRACE_SECONDS = 15


class OwnedProcesses:
    """Every process carries the stack's mark in its environment, and hands it down to its children. Ending the stack
    ends what carries the mark and nothing else, even where a process number has been used again since.
    """

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.leaders: dict[str, subprocess.Popen[bytes]] = {}

    @classmethod
    def begin(cls) -> OwnedProcesses:
        STACK_DIR.mkdir(exist_ok=True)
        LOGS.mkdir(exist_ok=True)
        mark = uuid.uuid4().hex
        MARK_FILE.write_text(mark)
        return cls(mark)

    @classmethod
    def recorded(cls) -> OwnedProcesses | None:
        return cls(MARK_FILE.read_text().strip()) if MARK_FILE.is_file() else None

    def start(self, name: str, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        with (LOGS / f"{name}.log").open("wb") as log:
            self.leaders[name] = subprocess.Popen(
                [str(part) for part in command],
                cwd=REPOSITORY,
                env={**os.environ, **environment, MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def ended(self) -> str | None:
        """Name of a process that should be running but is not."""
        return next((name for name, process in self.leaders.items() if process.poll() is not None), None)

    def running(self) -> list[int]:
        wanted = f"{MARK}={self.mark}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                # Gone meanwhile, another user's, or a zombie: none of them ours to end.
                with contextlib.suppress(OSError):
                    if wanted in (entry / "environ").read_bytes().split(b"\0"):
                        found.append(int(entry.name))
        return found

    def stop(self) -> None:
        """Asks, waits, and ends what is left."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while self._alive() and time.monotonic() < deadline:
            time.sleep(0.2)
        while self._alive():
            self._signal(signal.SIGKILL)
            time.sleep(0.2)
        MARK_FILE.unlink(missing_ok=True)

    def _alive(self) -> list[int]:
        for process in self.leaders.values():
            process.poll()
        return self.running()

    def _signal(self, number: signal.Signals) -> None:
        for pid in self._alive():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)


def log_tail(name: str, lines: int = 20) -> str:
    path = LOGS / f"{name}.log"
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.is_file() else ""
