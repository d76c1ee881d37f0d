"""The prediction API, as a process or as a container."""

from __future__ import annotations

import json
import subprocess
from urllib.request import urlopen

from choose_runtime import Runtime
from delivery import Delivery
from owned_processes import OwnedProcesses
from places import API_SERVER, NODE

API_IMAGE = "churn-api:dev"
CONTAINER_PORT = 8000


def start_api(processes: OwnedProcesses, runtime: Runtime, delivery: Delivery, port: int) -> None:
    """The API watches the registry of the delivery's data directory; before the first promotion it is not ready."""
    if runtime.name == "docker":
        # The client stays attached: it is the process that stands for the container, and takes its log.
        command = ["docker", "run", "--rm", "--init", "--name", f"churn-api-{processes.mark[:12]}"]
        command += ["--label", f"churn.stack={processes.mark}", "--publish", f"127.0.0.1:{port}:{CONTAINER_PORT}"]
        command += ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"]
        command += ["--volume", f"{volume_name(delivery)}:/data", "--env", "CHURN_DATA_DIR=/data", API_IMAGE]
        processes.start("api", command, {})
        return
    environment = {"CHURN_DATA_DIR": str(delivery.data_dir), "API_HOST": "127.0.0.1", "API_PORT": str(port)}
    processes.start("api", [NODE, API_SERVER], environment)


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
