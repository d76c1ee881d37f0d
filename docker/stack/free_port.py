"""A port that can be listened on."""

from __future__ import annotations

import socket


def free_port(preferred: int) -> int:
    """The preferred port, or any other if that one is taken."""
    for port in (preferred, 0):
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(listener.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")
