"""The one notifier: tells what happened in a task to whoever the connections of this Airflow name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Thread
from time import monotonic
from typing import Any
from urllib.error import HTTPError

from airflow.sdk import BaseNotifier, Connection
from airflow.sdk.exceptions import AirflowNotFoundException

from churn_lib.send_mail import send_mail
from churn_lib.send_webhook import send_slack, send_webhook
from churn_lib.task_event import TaskEvent

# By the connection's id. None of them need exist.
CHANNELS: Mapping[str, Callable[[Connection, TaskEvent], None]] = {
    "churn_webhook": send_webhook,
    "churn_slack": send_slack,
    "churn_smtp": send_mail,
}

# A server that answers a byte at a time would outlast the time limit of any single read.
LIMIT_SECONDS = 20.0


class ChurnNotifier(BaseNotifier):
    """`event_of` makes the event of a task's context, or None where nobody needs to hear. Whatever goes wrong is
    logged and nothing else: a message that cannot be sent says nothing of the task.
    """

    def __init__(self, event_of: Callable[[Mapping[str, Any]], TaskEvent | None], limit_seconds: float = LIMIT_SECONDS):
        super().__init__()
        self.event_of = event_of
        self.limit_seconds = limit_seconds

    def notify(self, context: Any) -> None:
        try:
            event = self.event_of(context)
            if event is not None:
                self._tell(event)
        except Exception:
            self.log.exception("nobody was told of this task")

    def _tell(self, event: TaskEvent) -> None:
        """All at once: a slow channel takes no time from another."""
        deliveries = [Delivery(name, connection, event) for name, connection in self._connections()]
        deadline = monotonic() + self.limit_seconds
        for delivery in deliveries:
            delivery.join(max(0.0, deadline - monotonic()))
            if delivery.is_alive():
                self.log.error("%s was not told: no end after %g seconds", delivery.name, self.limit_seconds)
            elif delivery.problem is not None:
                self.log.error("%s was not told: %s", delivery.name, delivery.problem)
            else:
                self.log.info("%s was told: %s", delivery.name, event.title)

    def _connections(self) -> list[tuple[str, Connection]]:
        found = []
        for name in CHANNELS:
            try:
                found.append((name, Connection.get(name)))
            except AirflowNotFoundException:
                continue
            except Exception as error:
                self.log.error("%s was not told: its connection cannot be read (%s)", name, type(error).__name__)
        return found


class Delivery(Thread):
    """One event on its way to one channel, in a thread that does not keep the task's process alive."""

    def __init__(self, name: str, connection: Connection, event: TaskEvent) -> None:
        super().__init__(name=name, daemon=True)
        self._connection = connection
        self._event = event
        self.problem: str | None = None
        self.start()

    def run(self) -> None:
        try:
            CHANNELS[self.name](self._connection, self._event)
        except HTTPError as error:
            # Not the words beside the status: they are the server's, which may repeat what it was sent.
            self.problem = f"HTTPError: status {error.code}"
        except OSError as error:
            self.problem = f"{type(error).__name__}: {error}"
        except Exception as error:
            # Its text may hold the address, which is a secret of some channels.
            self.problem = type(error).__name__
