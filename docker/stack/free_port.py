"""A port that can be listened on."""

from __future__ import annotations

import socket

from held_name import hold_name

ATTEMPTS = 50


def free_port(preferred: int) -> int:
    """The preferred port, or any other if that one is taken; no other stack of this machine gets it while this program runs.

    Between the choice and the moment a service listens lie seconds, in which a second stack would find it free, too.
    """
    for port in (preferred, *[0] * ATTEMPTS):
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            found = int(listener.getsockname()[1])
        if hold_name(f"port-{found}"):
            return found
    raise OSError("no free port on 127.0.0.1")
