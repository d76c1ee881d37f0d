"""What somebody has given, as an answer may quote it: on one line, without what commands a terminal."""

from __future__ import annotations

import json
import re
from typing import Any

LONGEST = 100
LINE_BREAKS = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
# Control characters, marks that turn the direction of writing, and halves of characters; as `visibleText` of the worker.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def visible_text(text: object) -> str:
    """Whole: a path."""
    return UNSEEN.sub("\ufffd", LINE_BREAKS.sub(" ", str(text)))


def shown_text(text: object) -> str:
    seen = visible_text(text)
    return seen if len(seen) <= LONGEST else f"{seen[:LONGEST]}…"


def shown_value(value: Any) -> str:
    """As JSON writes it."""
    return shown_text(json.dumps(value, ensure_ascii=False))


def shown_kind(value: Any) -> str:
    """What JSON calls it."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds = {str: "text", list: "a list", dict: "an object"}
    return kinds.get(type(value), "a number")
