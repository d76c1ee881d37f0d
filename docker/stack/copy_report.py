"""The run's report, taken out of the data directory or the volume into reports/."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

from api_service import API_IMAGE, volume_name
from choose_runtime import Runtime
from delivery import Delivery
from places import REPORTS
from stack_error import StackError


def copy_report(runtime: Runtime, delivery: Delivery, result: dict[str, Any], folder: Path = REPORTS) -> Path:
    """Copies the HTML that the stage `report` wrote; returns the file, named after the exports."""
    artifact = next((output for output in result["outputs"] if output["role"] == "report"), None)
    if artifact is None:
        raise StackError(f"expected the stage report to have written a report, it wrote: {result['outputs']}")
    content = _read(runtime, delivery, artifact["path"])
    found = hashlib.sha256(content).hexdigest()
    if found != artifact["sha256"]:
        raise StackError(f"expected {artifact['path']} to have the sha256 {artifact['sha256']}, got {found}")
    folder.mkdir(exist_ok=True)
    file = folder / f"{delivery.name}.html"
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_bytes(content)
    return unfinished.replace(file)


def _read(runtime: Runtime, delivery: Delivery, path: str) -> bytes:
    if runtime.name == "process":
        return (delivery.data_dir / path).read_bytes()
    command = ["docker", "run", "--rm", "--network", "none", "--read-only", "--cap-drop", "ALL"]
    command += ["--volume", f"{volume_name(delivery)}:/data:ro", "--entrypoint", "cat", API_IMAGE, f"/data/{path}"]
    copied = subprocess.run(command, capture_output=True)
    if copied.returncode != 0:
        raise StackError(
            f"cannot read {path} in {volume_name(delivery)}: {copied.stderr.decode(errors='replace').strip()}"
        )
    return copied.stdout
