"""Options of a run: the file that CONFIG names, or `churn.json` beside the exports."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

from shown_value import shown_kind, shown_text, visible_text
from stack_error import StackError

BESIDE_THE_EXPORTS = "churn.json"


def read_options(config: str, exports: Path | None) -> dict[str, Any]:
    """Parameters by name; those of CONFIG win over the ones beside the exports, and none are an empty dict."""
    if config:
        return _read("CONFIG", named_path("CONFIG", config))
    # Whatever has this name was meant to be read, also a link that leads nowhere.
    if exports is not None and os.path.lexists(exports / BESIDE_THE_EXPORTS):
        return _read(BESIDE_THE_EXPORTS, exports / BESIDE_THE_EXPORTS)
    return {}


def named_path(variable: str, text: str) -> Path:
    """The path that a variable holds; `~` is the home of its user."""
    try:
        return Path(text).expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        # A user who has no home, a link to itself, a NUL.
        raise StackError(f"{variable}: expected a path, got {shown_text(repr(text))}: {visible_text(error)}") from None


def _read(source: str, path: Path) -> dict[str, Any]:
    expected = f"{source}: expected a JSON object of parameters in {visible_text(path)}, got"
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StackError(f"{expected} {'a folder' if path.is_dir() else 'what is no regular file'}")
        params = json.loads(path.read_text("utf-8-sig"))
        # Python reads NaN and 1e999, which JSON has no numbers for.
        told = json.dumps(params, allow_nan=False)
    except OSError as error:
        raise StackError(f"{expected}: {error.strerror}") from None
    except ValueError as error:
        raise StackError(f"{expected}: {visible_text(error)}") from None
    except RecursionError:
        raise StackError(f"{expected} lists or objects that are nested too deep") from None
    if not isinstance(params, dict):
        raise StackError(f"{expected} {shown_kind(params)}")
    print(f"options from {visible_text(path)}: {told}")
    return params
