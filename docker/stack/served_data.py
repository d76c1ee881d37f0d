"""Which exports a stack serves the models of, and which `make run` has last trained on."""

from __future__ import annotations

import shlex
from pathlib import Path

from delivery import TELECOM, Delivery
from places import STACK_DIR

LAST_TRAINED = STACK_DIR / "last-trained"


def remember_trained(delivery: Delivery, record: Path = LAST_TRAINED) -> None:
    record.write_text(_choice(delivery))


def served_data_lines(delivery: Delivery, place: str, record: Path = LAST_TRAINED) -> list[str]:
    """In words; `make up` serves what DATA names, also after a `make run` of other exports, and says how to get those."""
    served = _choice(delivery)
    of = f"of {delivery.folder}" if served else "of the simulated telecom; exports of your own: make up DATA=folder"
    last = record.read_text() if record.is_file() else served
    if last == served:
        return [f"{place}, {of}"]
    return [f"{place}, {of}", f"the last `make run` was of other exports; to serve those: make down && make up{last}"]


def _choice(delivery: Delivery) -> str:
    """What `make up` is given to serve these exports."""
    return "" if delivery.key == TELECOM else f" DATA={shlex.quote(str(delivery.folder))}"
