"""Prometheus beside a stack: which files it is started with, and where it refuses to start."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

import monitor
from owned_processes import OwnedProcesses
from stack_error import StackError


def test_prometheus_asks_the_api_of_the_stack_by_the_rules_of_the_repository(tmp_path):
    config = monitor.write_config("127.0.0.1:8017", tmp_path / "monitoring")
    assert "targets: ['127.0.0.1:8017']" in config.read_text().replace('"', "'")
    assert monitor.EXAMPLE_TARGET not in config.read_text()
    assert (config.parent / "alerts.yml").read_text() == (monitor.MONITORING / "alerts.yml").read_text()


@pytest.mark.parametrize(
    ("program", "said"), [(None, "expected prometheus on PATH"), ("/usr/bin/prometheus", "make up")]
)
def test_without_a_program_or_a_stack_it_says_what_to_do(monkeypatch, program, said):
    monkeypatch.setattr(monitor.shutil, "which", lambda _: program)
    monkeypatch.setattr(OwnedProcesses, "recorded", classmethod(lambda _: None))
    with pytest.raises(StackError, match=said):
        monitor.start_prometheus()


class AskingForKeys(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.end_headers()

    def log_message(self, *_):
        """Quiet."""


def test_an_api_that_asks_for_keys_is_told_of_instead_of_watched_in_vain():
    server = HTTPServer(("127.0.0.1", 0), AskingForKeys)
    thread = Thread(target=server.handle_request)
    thread.start()
    with pytest.raises(StackError, match=r"asks for a key \(HTTP 401\)"):
        monitor.require_open_metrics(f"127.0.0.1:{server.server_port}")
    thread.join()
    server.server_close()


def test_an_api_that_does_not_answer_is_told_of():
    with pytest.raises(StackError, match=r"expected the API at 127\.0\.0\.1:9 to answer"):
        monitor.require_open_metrics("127.0.0.1:9")
