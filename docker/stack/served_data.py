"""Which models a stack serves, and which `make run` has last trained: of which exports, in containers or as processes."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

from choose_runtime import Runtime
from delivery import TELECOM, Delivery
from places import STACK_DIR

LAST_TRAINED = STACK_DIR / "last-trained.json"


def remember_trained(delivery: Delivery, runtime: Runtime, place: str, record: Path = LAST_TRAINED) -> None:
    """`place`: the data directory or volume that holds the model; each has one delivery and one runtime."""
    record.write_text(json.dumps({"place": place, "options": _options(delivery, runtime)}))


def served_data_lines(delivery: Delivery, place: str, record: Path = LAST_TRAINED) -> list[str]:
    """In words; where the last `make run` has left its model in another place, also how to serve that one."""
    of = "of the simulated telecom; exports of your own: make up DATA=folder"
    served = f"{place}, {of if delivery.key == TELECOM else f'of {delivery.folder}'}"
    last = json.loads(record.read_text()) if record.is_file() else {"place": place}
    if last["place"] == place:
        return [served]
    return [
        served,
        f"the last `make run` left its model in {last['place']}; to serve it: make down && make up{last['options']}",
    ]


def _options(delivery: Delivery, runtime: Runtime) -> str:
    """What `make up` is given to serve this place."""
    data = "" if delivery.key == TELECOM else f" DATA={shlex.quote(str(delivery.folder))}"
    return f"{data} RUNTIME={runtime.name}"
