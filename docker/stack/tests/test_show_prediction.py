from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from show_outcome import show_prediction
from stack_error import StackError

KEY = "churn_secret"
SHA256 = "a" * 64
CUSTOMER = "C 1/é"


class Handler(BaseHTTPRequestHandler):
    """An API that asks for a key and knows one customer."""

    def do_GET(self):
        if self.headers["authorization"] != f"Bearer {KEY}":
            self.answer(401, {"status": 401})
        elif self.path != "/v1/customers/C%201%2F%C3%A9/score":
            self.answer(404, {"status": 404})
        else:
            self.answer(200, {"customerId": CUSTOMER, "model": {"sha256": SHA256}})

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Quiet."""


@pytest.fixture
def api(monkeypatch):
    monkeypatch.setenv("CHURN_API_KEY", KEY)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_key_of_the_environment_is_sent_and_never_shown(api, capsys):
    show_prediction(api, CUSTOMER, SHA256)
    shown = capsys.readouterr().out
    assert f'"customerId": "{CUSTOMER}"' in shown
    assert '--header "authorization: Bearer $CHURN_API_KEY"' in shown
    assert KEY not in shown


def test_a_missing_key_is_said_with_the_variable_to_set(api, monkeypatch):
    monkeypatch.delenv("CHURN_API_KEY")
    with pytest.raises(StackError, match=r"^CHURN_API_KEY: expected a key with the scope read"):
        show_prediction(api, CUSTOMER, SHA256)


def test_an_answer_of_another_model_is_refused(api):
    with pytest.raises(StackError, match="expected an answer of the promoted model bbbb"):
        show_prediction(api, CUSTOMER, "b" * 64)


def test_a_customer_without_a_score_is_shown_and_refused(api, capsys):
    with pytest.raises(StackError, match="got one of no model"):
        show_prediction(api, "other", SHA256)
    assert '"status": 404' in capsys.readouterr().out
