"""Names that one program of this machine holds at a time."""

from __future__ import annotations

import socket

_held: list[socket.socket] = []


def hold_name(name: str) -> bool:
    """Whether this program holds the name now, until it ends: an address of Linux without a file, gone with the program."""
    holder = socket.socket(socket.AF_UNIX)
    try:
        holder.bind(f"\0churn-{name}")
    except OSError:
        holder.close()
        return False
    _held.append(holder)
    return True
