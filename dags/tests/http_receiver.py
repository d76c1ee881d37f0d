"""An HTTP server on loopback that keeps what it was sent and answers as it is told."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class HttpReceiver:
    """`answers`: status of each answer to come, the last one for all that follow; `dripping`: a header a moment,
    without end; `reason`: the words beside the status."""

    def __init__(self) -> None:
        self.answers = [204]
        self.dripping = False
        self.reason: str | None = None
        self.received: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def bodies(self) -> list[dict[str, Any]]:
        return [request["body"] for request in self.received]

    def close(self) -> None:
        self.dripping = False
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                receiver.received.append({"path": self.path, "headers": dict(self.headers), "body": body})
                status = receiver.answers.pop(0) if len(receiver.answers) > 1 else receiver.answers[0]
                self.send_response(status, receiver.reason)
                while receiver.dripping:
                    self.send_header("X-More", "1")
                    self.flush_headers()
                    time.sleep(0.02)
                if status == 302:
                    self.send_header("Location", f"http://127.0.0.1:{receiver.port}/elsewhere")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        return Handler
