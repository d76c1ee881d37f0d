"""Tells an event over HTTP: as JSON for programs, or as a text that Slack and its like show."""

from __future__ import annotations

import base64
import json
import time
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from airflow.sdk import Connection

from churn_lib.task_event import TaskEvent

TRIES = 3
TIMEOUT_SECONDS = 5.0
PAUSE_SECONDS = 1.0


class NoRedirect(HTTPRedirectHandler):
    """A redirected POST would arrive as a GET without its body, and its token somewhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


OPENER = build_opener(NoRedirect)


def send_webhook(connection: Connection, event: TaskEvent) -> None:
    body = {
        "id": event.id,
        "event": event.kind,
        "dag": event.dag,
        "task": event.task,
        "run": event.run,
        "message": event.message,
        "model": event.model,
        "logUrl": event.log_url,
    }
    _post(_address(connection), body, _authorization(connection))


def send_slack(connection: Connection, event: TaskEvent) -> None:
    """The connection as Slack's provider has it: the webhook's token, or its whole address, is the password."""
    token = connection.password or ""
    base = "https://hooks.slack.com/services" if not connection.host else _address(connection)
    address = token if "://" in token else "/".join([base.rstrip("/"), token.lstrip("/")]).rstrip("/")
    lines = [f"*{_escaped(event.title)}*", _escaped(event.message), f"run {_escaped(event.run)}"]
    if event.model:
        lines.append(f"model {event.model}")
    _post(address, {"text": "\n".join([*lines, f"<{event.log_url}|log>"])}, {})


def _address(connection: Connection) -> str:
    """The host may be a whole address; otherwise scheme, host, port and path as Airflow takes them from a URI, or as
    the form of an HTTP connection has them, with the scheme as its schema."""
    host, schema = connection.host or "", connection.schema or ""
    if "://" in host:
        return host
    scheme, path = (schema, "") if schema in ("http", "https") else (connection.conn_type or "", schema)
    port = f":{connection.port}" if connection.port else ""
    return f"{scheme if scheme == 'http' else 'https'}://{host}{port}/{path}"


def _authorization(connection: Connection) -> dict[str, str]:
    if not connection.password:
        return {}
    if not connection.login:
        return {"Authorization": f"Bearer {connection.password}"}
    basic = base64.b64encode(f"{connection.login}:{connection.password}".encode()).decode()
    return {"Authorization": f"Basic {basic}"}


def _post(address: str, body: dict[str, Any], headers: dict[str, str]) -> None:
    if not address.startswith(("http://", "https://")):
        raise ValueError("expected an address of HTTP")
    request = Request(
        address, json.dumps(body).encode(), {"Content-Type": "application/json", "User-Agent": "churn", **headers}
    )
    for attempt in range(1, TRIES + 1):
        try:
            OPENER.open(request, timeout=TIMEOUT_SECONDS).close()
            return
        except OSError as error:
            # What the server has understood and does not want, it will not want later.
            final = isinstance(error, HTTPError) and error.code < 500 and error.code != 429
            if isinstance(error, HTTPError):
                error.close()
            if final or attempt == TRIES:
                raise
        time.sleep(PAUSE_SECONDS * attempt)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
