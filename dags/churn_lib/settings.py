"""Where the stages run and where their data lives, read once from the environment."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

RUNTIMES = ("docker", "process")


class SettingsError(ValueError):
    """A variable of the environment has a value that cannot work."""


@dataclass(frozen=True)
class Settings:
    runtime: str
    """`docker`: a container a stage. `process`: a process on the machine of the Airflow worker."""

    worker_image: str
    """Image whose entry point is the command `churn` (runtime docker)."""

    data_volume: str
    """Named volume, or absolute path on the Docker host, that the worker sees as its data directory (runtime docker)."""

    container_labels: tuple[tuple[str, str], ...]
    """Put onto every container besides our own, written `name=value,name=value` (runtime docker)."""

    data_dir: str
    """The data directory as the worker sees it."""

    command: tuple[str, ...]
    """How `churn` is started on this machine (runtime process)."""

    input_dir: str
    """Folder of the delivered exports; relative paths given to `ingest` start here. Empty: none."""

    api_url: str
    """Address of the prediction API, without `/v1`. Empty: nothing is served, so there is nothing to verify."""

    api_key: str = field(repr=False)
    """A key of the API with the scope `read`. Empty: the API asks for none."""

    @classmethod
    def from_env(cls, environment: Mapping[str, str] | None = None) -> Settings:
        env = os.environ if environment is None else environment
        runtime = env.get("CHURN_RUNTIME", "docker")
        if runtime not in RUNTIMES:
            raise SettingsError(f"CHURN_RUNTIME: expected one of {', '.join(RUNTIMES)}, got {runtime!r}")
        command = tuple(shlex.split(env.get("CHURN_COMMAND", "churn")))
        if not command:
            raise SettingsError("CHURN_COMMAND: expected a command line, got an empty text")
        api_url = env.get("CHURN_API_URL", "").rstrip("/")
        if api_url and not api_url.startswith(("http://", "https://")):
            raise SettingsError(
                f"CHURN_API_URL: expected an address that starts with http:// or https://, got {api_url!r}"
            )
        labels = [label.partition("=") for label in env.get("CHURN_CONTAINER_LABELS", "").split(",") if label]
        if not all(name and equals for name, equals, _ in labels):
            raise SettingsError(
                f"CHURN_CONTAINER_LABELS: expected name=value,name=value, got {env['CHURN_CONTAINER_LABELS']!r}"
            )
        data_dir = env.get("CHURN_DATA_DIR", "/data")
        input_dir = env.get("CHURN_INPUT_DIR", "")
        for name, path in (("CHURN_DATA_DIR", data_dir), ("CHURN_INPUT_DIR", input_dir)):
            if path and not os.path.isabs(path):
                raise SettingsError(f"{name}: expected an absolute path, got {path!r}")
        return cls(
            runtime=runtime,
            worker_image=env.get("CHURN_WORKER_IMAGE", "churn-worker:dev"),
            data_volume=env.get("CHURN_DATA_VOLUME", "churn-data"),
            container_labels=tuple((name, value) for name, _, value in labels),
            data_dir=data_dir,
            command=command,
            input_dir=input_dir,
            api_url=api_url,
            api_key=env.get("CHURN_API_KEY", ""),
        )
