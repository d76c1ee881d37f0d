"""Runtime `process`: a stage is a process on the machine of the Airflow worker."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Thread
from typing import Any

from airflow.sdk import BaseOperator

from churn_lib.settings import Settings
from churn_lib.worker_log import relay_log_line
from churn_lib.worker_outcome import worker_outcome
from churn_lib.worker_task_mixin import WorkerTaskMixin

TERMINATION_GRACE_SECONDS = 10


class WorkerProcessOperator(WorkerTaskMixin, BaseOperator):
    """Runs `churn <stage>` in a process group of its own, so that stopping the task stops everything it started."""

    template_fields = WorkerTaskMixin.template_fields

    def __init__(self, *, stage: str, run: str, options: dict[str, Any], settings: Settings, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.stage = stage
        self.run = run
        self.options = options
        self.settings = settings
        self._process: subprocess.Popen[str] | None = None

    def execute(self, context: Any) -> dict[str, Any]:
        command = [*self.settings.command, *self.arguments()]
        pid_file = self._pid_file()
        self._remove_leftover(pid_file)
        self.log.info("starting %s", " ".join(command))
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            cwd=self.settings.input_dir or None,
            env={**os.environ, "CHURN_DATA_DIR": self.settings.data_dir},
            start_new_session=True,
        )
        self._process = process
        pid_file.write_text(str(process.pid))
        try:
            exit_code, result_line = self._follow(process)
        finally:
            self._stop(process)
            for pipe in (process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
            pid_file.unlink(missing_ok=True)
        result = worker_outcome(self.stage, exit_code, result_line)
        self.announce(context, result)
        return result

    def on_kill(self) -> None:
        if self._process is not None:
            self._stop(self._process)

    def _follow(self, process: subprocess.Popen[str]) -> tuple[int, str]:
        """Relays stderr line by line while a second thread keeps stdout from filling up; stdout's last line is the result."""
        stdout_lines: list[str] = []
        reader = Thread(target=lambda: stdout_lines.extend(process.stdout or []), daemon=True)
        reader.start()
        for line in process.stderr or []:
            relay_log_line(line, self.log)
        reader.join()
        exit_code = process.wait()
        # A shell's convention: ended by signal N is 128 + N.
        return (128 - exit_code if exit_code < 0 else exit_code), (stdout_lines[-1] if stdout_lines else "").strip()

    def _stop(self, process: subprocess.Popen[str]) -> None:
        if process.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(TERMINATION_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _pid_file(self) -> Path:
        folder = Path(tempfile.gettempdir()) / f"churn-tasks-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        identity = "\0".join([self.settings.data_dir, self.run, self.stage, self.part()])
        return folder / f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}.pid"

    def _remove_leftover(self, pid_file: Path) -> None:
        """A scheduler that was killed leaves its worker running; it holds the stage's lock until it is ended."""
        with contextlib.suppress(OSError, ValueError):
            pid = int(pid_file.read_text())
            # The number may belong to another process by now: only one with this very command line is ours.
            command_line = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
            if f"--run={self.run}" in command_line and self.stage in command_line:
                self.log.warning("ending process %s, left over from an earlier try of this task", pid)
                os.killpg(pid, signal.SIGKILL)
