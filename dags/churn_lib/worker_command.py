"""The command line of a stage: the same in every runtime."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def worker_arguments(stage: str, run: str, options: Mapping[str, Any]) -> list[str]:
    """What follows `churn` on the command line.

    `options` maps a flag's name (without dashes) to its value. Nothing given (None, an empty text, an empty list,
    False) leaves the flag out, so that the worker's own default holds; a list repeats the flag; True is a bare flag.
    JSON does not tell 180.0 from 180, and neither does the command line.
    """
    arguments = [stage, f"--run={run}"]
    for name, value in options.items():
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if item is None or item is False or item == "":
                continue
            text = int(item) if isinstance(item, float) and item.is_integer() else item
            arguments.append(f"--{name}" if item is True else f"--{name}={text}")
    return arguments
