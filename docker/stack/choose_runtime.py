"""Decides whether stages run in containers or as processes, and says why."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass

from places import IMAGES_SCRIPT, REPOSITORY
from stack_error import StackError


@dataclass(frozen=True)
class Runtime:
    name: str
    """`docker` or `process`, as CHURN_RUNTIME takes it."""

    reason: str


def choose_runtime(wanted: str) -> Runtime:
    if wanted not in ("auto", "docker", "process"):
        raise StackError(f"RUNTIME: expected auto, docker or process, got {wanted!r}")
    if wanted == "process":
        return Runtime("process", "asked for by RUNTIME=process")
    problem = docker_problem() or _image_problem()
    if problem is None:
        reason = (
            "asked for by RUNTIME=docker" if wanted == "docker" else "a Docker daemon answers and the images are built"
        )
        return Runtime("docker", reason)
    if wanted == "docker":
        raise StackError(f"RUNTIME=docker: {problem}")
    return Runtime("process", problem)


def docker_problem() -> str | None:
    if shutil.which("docker") is None:
        return "there is no docker command"
    try:
        answer = subprocess.run(
            ["docker", "version", "--format", "{{.Server.Version}}"], capture_output=True, text=True, timeout=15
        )
    except subprocess.TimeoutExpired:
        return "the Docker daemon does not answer"
    return None if answer.returncode == 0 else "no Docker daemon answers"


def _image_problem() -> str | None:
    print("building the images (quick when nothing has changed)", flush=True)
    build = subprocess.run(
        [str(IMAGES_SCRIPT)], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if build.returncode == 0:
        return None
    lines = build.stdout.strip().splitlines()
    return f"the images cannot be built: {lines[-1] if lines else 'docker/images.sh failed'}"
