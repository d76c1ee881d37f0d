"""A file that a stage has written, taken out of the data directory or the volume."""

from __future__ import annotations

import hashlib
import subprocess
from typing import Any

from api_service import API_IMAGE, volume_name
from choose_runtime import Runtime
from delivery import Delivery
from stack_error import StackError


def read_artifact(runtime: Runtime, delivery: Delivery, result: dict[str, Any], role: str) -> bytes:
    """What the stage of this result has written in this role; refused where it has other bytes than those recorded."""
    artifact = next((output for output in result["outputs"] if output["role"] == role), None)
    if artifact is None:
        raise StackError(
            f"expected the stage {result['stage']} to have written a {role}, it wrote: {result['outputs']}"
        )
    content = _read(runtime, delivery, artifact["path"])
    found = hashlib.sha256(content).hexdigest()
    if found != artifact["sha256"]:
        raise StackError(f"expected {artifact['path']} to have the sha256 {artifact['sha256']}, got {found}")
    return content


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
