"""The two exports a run starts from, and the options that go with them."""

from __future__ import annotations

import hashlib
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from places import CHURN_CLI, NODE, REPOSITORY, RUNTIME_DATA
from read_options import named_path, read_options
from shown_value import shown_text, shown_value, visible_text
from stack_error import StackError

TELECOM = "telecom"
EXPORTS = ("customers", "transactions")


@dataclass(frozen=True)
class Delivery:
    name: str
    """What people call these exports: the folder's name."""

    key: str
    """Names the data directory, or the volume: exports of another folder, even of the same name, have other models."""

    folder: Path
    params: dict[str, Any] = field(default_factory=dict)
    """Parameters of the DAG `churn_training`; what is not named keeps its default."""

    @property
    def data_dir(self) -> Path:
        return RUNTIME_DATA / self.key

    def export(self, name: str) -> Path:
        """File of the `customers` or the `transactions`."""
        return self.folder / self.params.get(name, _usual_name(name))


def find_delivery(data: str, config: str, report_language: str = "") -> Delivery:
    """The user's exports (`DATA=dir`), or the simulated telecom's, generated once; a language wins over the options' own."""
    language = {"report_lang": report_language} if report_language else {}
    if not data:
        params = {**read_options(config, None), **language}
        _require_names(params)
        return Delivery(TELECOM, TELECOM, _generated_telecom(), params)
    folder = named_path("DATA", data)
    usual = " and ".join(map(_usual_name, EXPORTS))
    if not folder.is_dir():
        raise StackError(f"DATA: expected a folder with {usual}, got {shown_text(repr(data))}, which is no folder")
    params = {**read_options(config, folder), **language}
    _require_names(params)
    files: dict[str, str] = {}
    missing: list[str] = []
    for export in EXPORTS:
        # An export may be packed, or have a name of its own in the options.
        names = [params[export]] if export in params else [_usual_name(export), f"{_usual_name(export)}.gz"]
        found = next((name for name in names if has_file(folder, name)), None)
        if found is None:
            missing.append(shown_text(names[0]))
        else:
            files[export] = found
    if missing:
        raise StackError(f"DATA: expected {usual} in {visible_text(folder)}, but found no {' and no '.join(missing)}")
    name = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "data"
    key = f"{name}-{hashlib.sha256(bytes(folder)).hexdigest()[:8]}"
    return Delivery(name, key, folder, {**params, **files})


def has_file(folder: Path, name: str) -> bool:
    """False also where no file can have this name."""
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):
        return False


def _usual_name(export: str) -> str:
    return f"{export}.csv"


def _require_names(params: dict[str, Any]) -> None:
    for export in EXPORTS:
        name = params.get(export, _usual_name(export))
        if not isinstance(name, str) or not name:
            raise StackError(f"{export}: expected the name of a file, got {shown_value(name)}")


def _generated_telecom() -> Path:
    folder = RUNTIME_DATA / f"{TELECOM}-exports"
    if all((folder / name).is_file() for name in map(_usual_name, EXPORTS)):
        return folder
    print(f"no DATA given: generating the exports of a simulated telecom with 12,000 customers in {folder}", flush=True)
    command = [NODE, CHURN_CLI, "generate", "--customers", "12000", "--out", folder]
    generated = subprocess.run(
        [*map(str, command), "--data-dir", str(RUNTIME_DATA / TELECOM)], cwd=REPOSITORY, capture_output=True, text=True
    )
    if generated.returncode != 0:
        raise StackError(f"churn generate stopped with exit {generated.returncode}: {generated.stderr.strip()[-2000:]}")
    return folder
