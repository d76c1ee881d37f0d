from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

import show_outcome
from delivery import Delivery
from show_outcome import show_prediction
from stack_error import StackError

KEY = "churn_secret"
SHA256 = "a" * 64


class Handler(BaseHTTPRequestHandler):
    """An API that asks for a key."""

    def do_GET(self):
        self.answer({"training": {"asOf": ["2024-06-01"]}, "labelling": {"lookbackDays": 90}})

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.answer({"model": {"sha256": SHA256}})

    def answer(self, document):
        allowed = self.headers["authorization"] == f"Bearer {KEY}"
        body = json.dumps(document if allowed else {"status": 401}).encode()
        self.send_response(200 if allowed else 401)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Quiet."""


@pytest.fixture
def api():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def delivery(monkeypatch, tmp_path):
    monkeypatch.setattr(show_outcome, "STACK_DIR", tmp_path)
    monkeypatch.setattr(show_outcome, "REPOSITORY", tmp_path)
    (tmp_path / "customers.csv").write_text("customer_id,age\nC1,41\n")
    rows = "".join(f"C1,2024-05-0{day},5.00\n" for day in (1, 2, 3))
    (tmp_path / "transactions.csv").write_text(f"customer_id,transaction_date,amount\n{rows}")
    return Delivery("shop", "shop-1", tmp_path)


@pytest.mark.parametrize("curl", [True, False])
def test_the_key_of_the_environment_is_sent_and_never_shown(api, delivery, curl, monkeypatch, capsys):
    monkeypatch.setenv("CHURN_API_KEY", KEY)
    if not curl:
        monkeypatch.setattr(show_outcome.shutil, "which", lambda _: None)
    show_prediction(api, delivery, SHA256)
    shown = capsys.readouterr().out
    assert '--header "authorization: Bearer $CHURN_API_KEY"' in shown
    assert KEY not in shown


def test_a_missing_key_is_said_with_the_variable_to_set(api, delivery, monkeypatch):
    monkeypatch.delenv("CHURN_API_KEY", raising=False)
    with pytest.raises(StackError, match=r"^CHURN_API_KEY: expected a key with the scopes predict and read"):
        show_prediction(api, delivery, SHA256)
