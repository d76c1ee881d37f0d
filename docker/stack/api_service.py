"""The prediction API, as a process or as a container."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

from choose_runtime import Runtime
from delivery import Delivery
from owned_processes import OwnedProcesses
from places import API_SERVER, NODE

API_IMAGE = "churn-api:dev"
CONTAINER_PORT = 8000
KEYS_FOLDER = "/keys"


def start_api(processes: OwnedProcesses, runtime: Runtime, delivery: Delivery, port: int) -> None:
    """The API watches the registry of the delivery's data directory; before the first promotion it is not ready."""
    if runtime.name == "docker":
        # The client stays attached: it is the process that stands for the container, and takes its log.
        command = ["docker", "run", "--rm", "--init", "--name", f"churn-api-{processes.mark[:12]}"]
        command += ["--label", f"churn.stack={processes.mark}", "--publish", f"127.0.0.1:{port}:{CONTAINER_PORT}"]
        command += ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"]
        command += ["--volume", f"{volume_name(delivery)}:/data", "--env", "CHURN_DATA_DIR=/data"]
        processes.start("api", [*command, *container_settings(os.environ), API_IMAGE], {})
        return
    environment = {"CHURN_DATA_DIR": str(delivery.data_dir), "API_HOST": "127.0.0.1", "API_PORT": str(port)}
    processes.start("api", [NODE, API_SERVER], environment)


def container_settings(environment: Mapping[str, str]) -> list[str]:
    """Options of `docker run` that hand the API's settings of this environment on; where it listens is the stack's to say.

    The file of keys comes with its folder: of a file mounted alone, the container would not see a successor.
    """
    names = [name for name in sorted(environment) if name.startswith("API_") and name not in ("API_HOST", "API_PORT")]
    options: list[str] = []
    for name in names:
        if name == "API_KEYS_FILE" and environment[name]:
            file = Path(environment[name]).absolute()
            options += ["--volume", f"{file.parent}:{KEYS_FOLDER}:ro", "--env", f"{name}={KEYS_FOLDER}/{file.name}"]
        else:
            options += ["--env", f"{name}={environment[name]}"]
    return options


def api_is_live(url: str) -> bool:
    try:
        with urlopen(f"{url}/health/live", timeout=5) as answer:
            return json.load(answer).get("status") == "live"
    except (OSError, ValueError):
        return False


def volume_name(delivery: Delivery) -> str:
    return f"churn-{delivery.key}"


def remove_containers(mark: str) -> None:
    """Containers of the stack with this mark."""
    listed = subprocess.run(
        ["docker", "ps", "--all", "--quiet", "--filter", f"label=churn.stack={mark}"], capture_output=True, text=True
    )
    if listed.returncode == 0 and listed.stdout.split():
        subprocess.run(["docker", "rm", "--force", *listed.stdout.split()], capture_output=True)
