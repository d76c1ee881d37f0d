"""An SMTP server on loopback that keeps the mails it was given: as much of RFC 5321 as a client without TLS asks for."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import default
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


class MailReceiver:
    def __init__(self) -> None:
        self.recipients: list[str] = []
        self.mails: list[Message] = []
        self._server = ThreadingTCPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[StreamRequestHandler]:
        receiver = self

        class Handler(StreamRequestHandler):
            def handle(self) -> None:
                self._say("220 here")
                while line := self.rfile.readline():
                    command = line.decode().strip()
                    if command.upper().startswith("RCPT TO:"):
                        receiver.recipients.append(command[8:].strip("<>"))
                    if command.upper() == "DATA":
                        self._say("354 go on")
                        receiver.mails.append(self._mail())
                    self._say("250 fine")

            def _mail(self) -> Message:
                lines = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(line.removeprefix(b"."))
                return message_from_bytes(b"".join(lines), policy=default)

            def _say(self, answer: str) -> None:
                self.wfile.write(f"{answer}\r\n".encode())

        return Handler
