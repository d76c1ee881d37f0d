from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowSkipException

from churn_lib.serving import verify_serving

PROMOTION = {"metrics": {"modelSha256": "a" * 64}}


@pytest.fixture
def api():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({"sha256": "a" * 64}).encode()
            self.send_response(200)
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


def test_the_promoted_model_is_found_in_the_api(api):
    assert verify_serving(api, PROMOTION, 5) == "a" * 64


def test_another_model_in_the_api_is_an_error_that_names_both(api):
    with pytest.raises(AirflowException) as error:
        verify_serving(api, {"metrics": {"modelSha256": "b" * 64}}, 0)
    assert f"to answer from {'b' * 64} within 0 seconds, got {'a' * 64}" in str(error.value)


def test_without_an_api_there_is_nothing_to_verify():
    with pytest.raises(AirflowSkipException):
        verify_serving("", PROMOTION, 5)
