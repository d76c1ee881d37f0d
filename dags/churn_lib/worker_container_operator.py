"""Runtime `docker`: a stage is a container of the worker image."""

from __future__ import annotations

import contextlib
from typing import Any

from airflow.providers.docker.operators.docker import DockerOperator
from docker.errors import APIError, NotFound
from docker.types import Mount

from churn_lib.settings import Settings
from churn_lib.worker_log import relay_log_line
from churn_lib.worker_outcome import worker_outcome
from churn_lib.worker_task_mixin import WorkerTaskMixin

INPUT_DIRECTORY = "/input"
TERMINATION_GRACE_SECONDS = 10


class WorkerContainerOperator(WorkerTaskMixin, DockerOperator):
    """DockerOperator's connection to the daemon, with our own way of running: stdout and stderr apart (the provider
    mixes them), a read-only root file system, and labels by which a later try finds what an earlier one left.
    """

    template_fields = WorkerTaskMixin.template_fields

    def __init__(self, *, stage: str, run: str, options: dict[str, Any], settings: Settings, **kwargs: Any) -> None:
        super().__init__(image=settings.worker_image, mount_tmp_dir=False, auto_remove="force", **kwargs)
        self.stage = stage
        self.run = run
        self.options = options
        self.settings = settings
        self._container_id: str | None = None

    def execute(self, context: Any) -> dict[str, Any]:
        self._remove_leftovers()
        arguments = self.arguments()
        self.log.info("starting %s in a container of %s", " ".join(["churn", *arguments]), self.image)
        self._container_id = self.cli.create_container(
            image=self.image,
            command=arguments,
            environment={"CHURN_DATA_DIR": self.settings.data_dir},
            working_dir=INPUT_DIRECTORY if self.settings.input_dir else None,
            labels={**dict(self.settings.container_labels), **self.container_labels()},
            host_config=self.cli.create_host_config(
                mounts=self.container_mounts(),
                read_only=True,
                tmpfs={"/tmp": "rw,noexec,nosuid,size=256m"},
                cap_drop=["ALL"],
                security_opt=["no-new-privileges"],
                init=True,
            ),
        )["Id"]
        try:
            exit_code, result_line = self._follow(self._container_id)
        finally:
            self._remove(self._container_id)
        result = worker_outcome(self.stage, exit_code, result_line)
        self.announce(context, result)
        return result

    def on_kill(self) -> None:
        if self._container_id is not None:
            with contextlib.suppress(NotFound, APIError):
                self.cli.stop(self._container_id, timeout=TERMINATION_GRACE_SECONDS)
            self._remove(self._container_id)

    def container_labels(self) -> dict[str, str]:
        return {
            "churn.volume": self.settings.data_volume,
            "churn.run": self.run,
            "churn.stage": self.stage,
            "churn.part": self.part(),
        }

    def container_mounts(self) -> list[Mount]:
        source = self.settings.data_volume
        mounts = [Mount(self.settings.data_dir, source, type="bind" if source.startswith("/") else "volume")]
        if self.settings.input_dir:
            mounts.append(Mount(INPUT_DIRECTORY, self.settings.input_dir, type="bind", read_only=True))
        return mounts

    def _follow(self, container_id: str) -> tuple[int, str]:
        """Relays stderr as it comes; stdout is kept, because its last line is the result."""
        stdout = bytearray()
        partial = b""
        stream = self.cli.attach(container_id, stdout=True, stderr=True, stream=True, demux=True)
        self.cli.start(container_id)
        for out, err in stream:
            stdout += out or b""
            *lines, partial = (partial + (err or b"")).split(b"\n")
            for line in lines:
                relay_log_line(line.decode(errors="replace"), self.log)
        relay_log_line(partial.decode(errors="replace"), self.log)
        exit_code = int(self.cli.wait(container_id)["StatusCode"])
        lines = stdout.decode(errors="replace").strip().splitlines()
        return exit_code, (lines[-1] if lines else "")

    def _remove_leftovers(self) -> None:
        labels = [f"{name}={value}" for name, value in self.container_labels().items()]
        for container in self.cli.containers(all=True, filters={"label": labels}):
            self.log.warning("removing container %s, left over from an earlier try of this task", container["Id"][:12])
            self._remove(container["Id"])

    def _remove(self, container_id: str) -> None:
        with contextlib.suppress(NotFound):
            self.cli.remove_container(container_id, force=True)
