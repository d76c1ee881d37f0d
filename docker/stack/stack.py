"""API and Airflow over one delivery of data: what `make run` and `make up` have in common."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
from dataclasses import dataclass

from airflow_client import AirflowClient
from airflow_service import airflow_environment, start_airflow, wait_until
from api_service import api_is_live, remove_containers, start_api, volume_name
from check_params import check_params
from choose_runtime import Runtime, choose_runtime
from delivery import Delivery, find_delivery
from free_port import free_port
from held_name import hold_name
from owned_processes import OwnedProcesses
from places import API_ADDRESS, CHURN_CLI, NODE, REPOSITORY
from stack_error import StackError


@dataclass(frozen=True)
class Stack:
    processes: OwnedProcesses
    runtime: Runtime
    delivery: Delivery
    airflow: AirflowClient
    api_url: str

    @property
    def data(self) -> str:
        """Where artifacts, runs and the registry of this stack live."""
        if self.runtime.name == "docker":
            return f"the Docker volume {volume_name(self.delivery)}"
        return str(self.delivery.data_dir.relative_to(REPOSITORY))


def refuse_second_stack() -> None:
    if not hold_name(f"stack-{hashlib.sha256(bytes(REPOSITORY)).hexdigest()[:16]}"):
        raise StackError(
            "expected no other stack of this repository, but one is starting or running: wait for the end of that make"
        )
    recorded = OwnedProcesses.recorded()
    if recorded is not None and recorded.running():
        raise StackError("expected no other stack of this repository, but one is up: stop it with `make down`")
    if recorded is not None:
        stop_stack(recorded)


def start_stack(processes: OwnedProcesses, by_schedule: bool) -> Stack:
    """Starts everything for the exports and options named by DATA, CONFIG, REPORT_LANG and RUNTIME."""
    delivery = find_delivery(*(os.environ.get(name, "") for name in ("DATA", "CONFIG", "REPORT_LANG")))
    check_params(delivery.params, delivery.folder)
    runtime = choose_runtime(os.environ.get("RUNTIME", "") or "auto")
    print(f"runtime: {'containers' if runtime.name == 'docker' else 'processes'} ({runtime.reason})", flush=True)
    api_port = free_port(int(os.environ.get("API_PORT", "8000")))
    airflow_port = free_port(int(os.environ.get("AIRFLOW_PORT", "8080")))
    api_url = f"http://127.0.0.1:{api_port}"
    if runtime.name == "process":
        delivery.data_dir.mkdir(parents=True, exist_ok=True)
    start_api(processes, runtime, delivery, api_port)
    API_ADDRESS.write_text(f"127.0.0.1:{api_port}")
    print(f"starting Airflow (http://127.0.0.1:{airflow_port}) and the API ({api_url})", flush=True)
    settings = {**_churn_settings(runtime, delivery, processes.mark), "CHURN_API_URL": api_url}
    airflow = start_airflow(processes, airflow_port, airflow_environment(airflow_port, settings, by_schedule))
    wait_until(processes, "the API", lambda: api_is_live(api_url))
    return Stack(processes, runtime, delivery, airflow, api_url)


def stop_stack(processes: OwnedProcesses) -> None:
    processes.stop()
    if shutil.which("docker"):
        remove_containers(processes.mark)


def _churn_settings(runtime: Runtime, delivery: Delivery, mark: str) -> dict[str, str]:
    common = {"CHURN_RUNTIME": runtime.name, "CHURN_INPUT_DIR": str(delivery.folder)}
    if runtime.name == "docker":
        return {
            **common,
            "CHURN_DATA_VOLUME": volume_name(delivery),
            "CHURN_DATA_DIR": "/data",
            "CHURN_CONTAINER_LABELS": f"churn.stack={mark}",
        }
    return {
        **common,
        "CHURN_DATA_DIR": str(delivery.data_dir),
        "CHURN_COMMAND": shlex.join([str(NODE), str(CHURN_CLI)]),
    }
