from __future__ import annotations

import contextlib
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from churn_lib.serving import verify_serving

PROMOTION = {"metrics": {"modelSha256": "a" * 64}}
KEY = "churn_secret"


@contextlib.contextmanager
def api_that_asks_for(key):
    """An API that answers from a model; with a key, only to whom sends it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            allowed = not key or self.headers["authorization"] == f"Bearer {key}"
            body = json.dumps({"sha256": "a" * 64} if allowed else {"status": 401}).encode()
            self.send_response(200 if allowed else 401)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def api():
    with api_that_asks_for("") as url:
        yield url


def test_the_promoted_model_is_found_in_the_api(api):
    assert verify_serving(api, "", PROMOTION, 5) == "a" * 64


def test_the_key_is_sent_to_an_api_that_asks_for_one():
    with api_that_asks_for(KEY) as api:
        assert verify_serving(api, KEY, PROMOTION, 5) == "a" * 64


@pytest.mark.parametrize(("key", "came"), [("", "none"), ("churn_other", "one that it refuses")])
def test_a_refused_key_ends_the_task_at_once_and_is_not_repeated(key, came):
    with api_that_asks_for(KEY) as api, pytest.raises(AirflowFailException) as error:
        verify_serving(api, key, PROMOTION, 60)
    assert str(error.value) == f"CHURN_API_KEY: expected a key of {api} with the scope read, got {came} (HTTP 401)"


def test_another_model_in_the_api_is_an_error_that_names_both(api):
    with pytest.raises(AirflowException) as error:
        verify_serving(api, "", {"metrics": {"modelSha256": "b" * 64}}, 0)
    assert f"to answer from {'b' * 64} within 0 seconds, got {'a' * 64}" in str(error.value)


def test_without_an_api_there_is_nothing_to_verify():
    with pytest.raises(AirflowSkipException):
        verify_serving("", "", PROMOTION, 5)
