"""Tells an event by mail, through a connection of Airflow's SMTP provider."""

from __future__ import annotations

from html import escape

from airflow.providers.smtp.hooks.smtp import SmtpHook
from airflow.sdk import Connection

from churn_lib.task_event import TaskEvent


def send_mail(connection: Connection, event: TaskEvent) -> None:
    """To the addresses in the connection's extra `to_email`, from `from_email`."""
    rows = {"message": event.message, "DAG": event.dag, "task": event.task, "run": event.run}
    if event.model:
        rows["model"] = event.model
    lines = [f"<p>{name}: {escape(value)}</p>" for name, value in rows.items()]
    link = f'<p><a href="{escape(event.log_url)}">log</a></p>'
    with SmtpHook(connection.conn_id) as hook:
        hook.send_email_smtp(
            to=connection.extra_dejson["to_email"], subject=event.title, html_content="\n".join([*lines, link])
        )
