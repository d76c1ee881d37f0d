"""The notifier against real servers on loopback."""

from __future__ import annotations

import json
import time
from contextlib import closing
from types import SimpleNamespace

import pytest
from http_receiver import HttpReceiver
from mail_receiver import MailReceiver

from churn_lib import send_webhook
from churn_lib.notifier import ChurnNotifier
from churn_lib.task_event import TaskEvent

EVENT = TaskEvent(
    id="01a2",
    kind="refused",
    dag="churn_training",
    task="promote",
    run="manual__1",
    message="refused to promote blend: 1 of 18 rules say no; calibration <= 0.05, got 0.2",
    model="feed" * 16,
    log_url="http://airflow/dags/churn_training/runs/manual__1/tasks/promote?try_number=1",
)
CONTEXT = {"dag": None, "ti": SimpleNamespace(task_id="promote")}


@pytest.fixture
def receiver():
    with closing(HttpReceiver()) as receiver:
        yield receiver


@pytest.fixture
def mail():
    with closing(MailReceiver()) as receiver:
        yield receiver


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(send_webhook, "PAUSE_SECONDS", 0.01)


@pytest.fixture
def connect(monkeypatch):
    def make(name: str, **fields) -> None:
        monkeypatch.setenv(f"AIRFLOW_CONN_{name.upper()}", json.dumps(fields))

    return make


def tell(event: TaskEvent | None = EVENT, **limits) -> None:
    ChurnNotifier(lambda _: event, **limits)(dict(CONTEXT))


def test_a_webhook_gets_the_event_as_json_with_its_token(receiver, connect):
    connect("churn_webhook", conn_type="generic", host=f"http://127.0.0.1:{receiver.port}/hook?a=1", password="s3cret")
    tell()
    assert receiver.received[0]["path"] == "/hook?a=1"
    assert receiver.received[0]["headers"]["Authorization"] == "Bearer s3cret"
    assert receiver.bodies() == [
        {
            "id": "01a2",
            "event": "refused",
            "dag": "churn_training",
            "task": "promote",
            "run": "manual__1",
            "message": EVENT.message,
            "model": EVENT.model,
            "logUrl": EVENT.log_url,
        }
    ]


def test_a_webhook_may_be_a_uri_of_the_environment(receiver, monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_CHURN_WEBHOOK", f"http://me:pass@127.0.0.1:{receiver.port}/hook/1")
    tell()
    assert receiver.received[0]["path"] == "/hook/1"
    assert receiver.received[0]["headers"]["Authorization"] == "Basic bWU6cGFzcw=="


def test_a_webhook_may_be_a_connection_as_the_form_of_http_has_it(receiver, connect):
    connect("churn_webhook", conn_type="http", host="127.0.0.1", port=receiver.port, schema="http")
    tell()
    assert receiver.received[0]["path"] == "/"


@pytest.mark.parametrize("whole_address", [False, True])
def test_slack_gets_a_text_without_markup_of_others(receiver, connect, whole_address):
    base = f"http://127.0.0.1:{receiver.port}/services"
    if whole_address:
        connect("churn_slack", conn_type="slackwebhook", password=f"{base}/T0/B0/XX")
    else:
        connect("churn_slack", conn_type="slackwebhook", host=base, password="T0/B0/XX")
    tell()
    assert receiver.received[0]["path"] == "/services/T0/B0/XX"
    assert receiver.bodies()[0]["text"].split("\n") == [
        "*churn_training, promote: refused*",
        "refused to promote blend: 1 of 18 rules say no; calibration &lt;= 0.05, got 0.2",
        "run manual__1",
        f"model {EVENT.model}",
        f"<{EVENT.log_url}|log>",
    ]


def test_a_mail_goes_to_every_address(mail, connect):
    extra = {"from_email": "churn@x.org", "to_email": "a@x.org, b@x.org", "disable_ssl": True, "disable_tls": True}
    connect("churn_smtp", conn_type="smtp", host="127.0.0.1", port=mail.port, extra=extra)
    tell()
    assert mail.recipients == ["a@x.org", "b@x.org"]
    [message] = mail.mails
    assert message["Subject"] == "churn_training, promote: refused"
    assert message["From"] == "churn@x.org"
    body = message.get_payload(0).get_content()
    assert "calibration &lt;= 0.05, got 0.2" in body
    assert f'<a href="{EVENT.log_url}">' in body
    assert EVENT.model in body


def test_every_channel_is_told_and_one_that_fails_keeps_none_from_it(receiver, mail, connect, capsys):
    connect("churn_webhook", conn_type="generic", host="http://127.0.0.1:9/hook/secret")
    connect("churn_slack", conn_type="generic", host=f"http://127.0.0.1:{receiver.port}")
    extra = {"from_email": "a@x.org", "to_email": "b@x.org", "disable_ssl": True, "disable_tls": True}
    connect("churn_smtp", conn_type="smtp", host="127.0.0.1", port=mail.port, extra=extra)
    tell()
    assert [len(receiver.received), len(mail.mails)] == [1, 1]
    log = capsys.readouterr().out
    assert "churn_webhook was not told: URLError" in log
    assert "secret" not in log


def test_nothing_configured_sends_nothing_and_says_nothing(capsys):
    tell()
    assert "told" not in capsys.readouterr().out


def test_nothing_happened_sends_nothing(receiver, connect):
    connect("churn_webhook", conn_type="generic", host=f"http://127.0.0.1:{receiver.port}")
    tell(event=None)
    assert receiver.received == []


@pytest.mark.parametrize(
    ("answers", "times", "told"),
    [([503, 429, 204], 3, True), ([500], 3, False), ([400], 1, False), ([302], 1, False)],
)
def test_what_may_pass_is_tried_again_a_few_times(receiver, connect, capsys, answers, times, told):
    receiver.answers = answers
    connect("churn_webhook", conn_type="generic", host=f"http://127.0.0.1:{receiver.port}")
    tell()
    assert len(receiver.received) == times
    log = capsys.readouterr().out
    assert ("churn_webhook was told" in log) == told
    assert ("was not told: HTTPError" in log) != told


def test_a_server_that_never_ends_its_answer_is_given_up(receiver, connect, capsys):
    receiver.dripping = True
    connect("churn_webhook", conn_type="generic", host=f"http://127.0.0.1:{receiver.port}")
    began = time.monotonic()
    tell(limit_seconds=0.3)
    assert time.monotonic() - began < 5
    assert "churn_webhook was not told: no end after 0.3 seconds" in capsys.readouterr().out


@pytest.mark.parametrize("host", ["file:///etc/passwd", "http://127.0.0.1:bad port/secret"])
def test_an_address_that_is_none_is_logged_without_it(connect, capsys, host):
    connect("churn_webhook", conn_type="generic", host=host)
    tell()
    log = capsys.readouterr().out
    assert "churn_webhook was not told" in log
    assert "passwd" not in log and "secret" not in log


def test_an_event_that_cannot_be_made_fails_nothing(capsys):
    def broken(_):
        raise KeyError("metrics")

    ChurnNotifier(broken)(dict(CONTEXT))
    assert "nobody was told of this task" in capsys.readouterr().out


def test_what_a_server_says_beside_its_status_is_not_logged(receiver, connect, capsys):
    receiver.answers, receiver.reason = [401], "no such token as s3cr3t"
    connect("churn_webhook", conn_type="http", host=f"http://127.0.0.1:{receiver.port}", password="s3cr3t")
    tell()
    log = "".join(capsys.readouterr())
    assert "was not told: HTTPError: status 401" in log
    assert "s3cr3t" not in log
