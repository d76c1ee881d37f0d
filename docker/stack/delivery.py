"""The two exports a run starts from, and the options that go with them."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from places import CHURN_CLI, NODE, REPOSITORY, RUNTIME_DATA
from stack_error import StackError

TELECOM = "telecom"
EXPORTS = ("customers.csv", "transactions.csv")


@dataclass(frozen=True)
class Delivery:
    name: str
    """Names the data directory, or the volume, that belongs to these exports."""

    folder: Path
    params: dict[str, Any] = field(default_factory=dict)
    """Parameters of the DAG `churn_training`; what is not named keeps its default."""

    @property
    def data_dir(self) -> Path:
        return RUNTIME_DATA / self.name


def find_delivery(data: str, config: str) -> Delivery:
    """The user's exports (`DATA=dir`), or the simulated telecom's, generated once."""
    if not data:
        return Delivery(TELECOM, _generated_telecom(), _read_config(config, None))
    folder = Path(data).expanduser().resolve()
    if not folder.is_dir():
        raise StackError(f"DATA: expected a folder with {' and '.join(EXPORTS)}, got {data!r}, which is no folder")
    missing = [name for name in EXPORTS if not (folder / name).is_file()]
    if missing:
        raise StackError(f"DATA: expected {' and '.join(EXPORTS)} in {folder}, but found no {' and no '.join(missing)}")
    name = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "data"
    return Delivery(name, folder, _read_config(config, folder / "churn.json"))


def _read_config(config: str, beside_the_data: Path | None) -> dict[str, Any]:
    if config:
        path = Path(config).expanduser()
    elif beside_the_data is not None and beside_the_data.is_file():
        path = beside_the_data
    else:
        return {}
    try:
        params = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise StackError(f"CONFIG: expected a JSON object of parameters in {path}, got: {error}") from None
    if not isinstance(params, dict):
        raise StackError(f"CONFIG: expected a JSON object of parameters in {path}, got a {type(params).__name__}")
    print(f"options from {path}: {json.dumps(params)}")
    return params


def _generated_telecom() -> Path:
    folder = RUNTIME_DATA / f"{TELECOM}-exports"
    if all((folder / name).is_file() for name in EXPORTS):
        return folder
    print(f"no DATA given: generating the exports of a simulated telecom with 12,000 customers in {folder}", flush=True)
    command = [NODE, CHURN_CLI, "generate", "--customers", "12000", "--out", folder]
    generated = subprocess.run(
        [*map(str, command), "--data-dir", str(RUNTIME_DATA / TELECOM)], cwd=REPOSITORY, capture_output=True, text=True
    )
    if generated.returncode != 0:
        raise StackError(f"churn generate stopped with exit {generated.returncode}: {generated.stderr.strip()[-2000:]}")
    return folder
