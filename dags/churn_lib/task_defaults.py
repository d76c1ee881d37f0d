"""What every task of every DAG begins with: its owner, how often and how long it may try, and who is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from churn_lib.notifier import ChurnNotifier
from churn_lib.task_event import failure_event, success_event

TASK_DEFAULTS: dict[str, Any] = {
    "owner": "churn",
    "retries": 2,
    "retry_delay": timedelta(seconds=30),
    "execution_timeout": timedelta(hours=1),
    "on_failure_callback": ChurnNotifier(failure_event),
    "on_success_callback": ChurnNotifier(success_event),
}
