"""`make monitor`: Prometheus beside the API that `make up` has started, until `make down`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from airflow_service import wait_until
from free_port import free_port
from owned_processes import OwnedProcesses
from places import API_ADDRESS, MONITORING, STACK_DIR
from stack_error import StackError

EXAMPLE_TARGET = "127.0.0.1:8000"


def main() -> int:
    try:
        url, target = start_prometheus()
    except StackError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Prometheus  {url}  (asks {target})")
    print("`make down` stops it with the rest; what each alert means: docs/monitoring.md")
    return 0


def start_prometheus() -> tuple[str, str]:
    program = shutil.which("prometheus")
    if program is None:
        raise StackError("expected prometheus on PATH, found none; on Debian and Ubuntu: apt-get install prometheus")
    processes = OwnedProcesses.recorded()
    if processes is None or not processes.runs("api"):
        raise StackError("expected the API to be up, but it is not: `make up` starts it")
    if processes.runs("prometheus"):
        raise StackError("expected no Prometheus yet, but it is up: `make down` stops it with the rest")
    target = API_ADDRESS.read_text()
    require_open_metrics(target)
    config = write_config(target, STACK_DIR / "monitoring")
    port = free_port(int(os.environ.get("PROMETHEUS_PORT", "9090")))
    command = [program, f"--config.file={config}", f"--storage.tsdb.path={STACK_DIR / 'prometheus'}"]
    processes.start("prometheus", [*command, f"--web.listen-address=127.0.0.1:{port}"], {})
    url = f"http://127.0.0.1:{port}"
    wait_until(processes, "Prometheus", lambda: is_ready(url))
    return url, target


def require_open_metrics(target: str) -> None:
    try:
        urlopen(f"http://{target}/metrics", timeout=5).close()
    except HTTPError as error:
        raise StackError(
            f"expected the metrics of the API to be open, it asks for a key (HTTP {error.code}): "
            "run a Prometheus of your own that has one, see docs/monitoring.md"
        ) from None
    except OSError as error:
        raise StackError(f"expected the API at {target} to answer, got: {error}") from None


def write_config(target: str, folder: Path) -> Path:
    """The files of docker/monitoring, asking `target`; returns the one to start with."""
    shutil.copytree(MONITORING, folder, dirs_exist_ok=True)
    config = folder / "prometheus.yml"
    config.write_text(config.read_text().replace(EXAMPLE_TARGET, target))
    return config


def is_ready(url: str) -> bool:
    try:
        with urlopen(f"{url}/-/ready", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
