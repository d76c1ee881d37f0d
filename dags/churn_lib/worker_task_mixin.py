"""What the operators of all runtimes share: the templated fields, the command line, and what a result leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from churn_lib.settings import Settings
from churn_lib.worker_command import worker_arguments


class WorkerTaskMixin:
    """One stage of one run. A subclass starts `churn` with `arguments()` and returns the result as a dict."""

    template_fields: Sequence[str] = ("run", "options")

    stage: str
    run: str
    options: dict[str, Any]
    settings: Settings

    def arguments(self) -> list[str]:
        return worker_arguments(self.stage, self.run, self.options)

    def part(self) -> str:
        """Tells mapped tasks of one stage and run apart (`train`: its family)."""
        return str(self.options.get("family") or "")

    def announce(self, context: Any, result: dict[str, Any]) -> None:
        """Tells the readers of this task's assets which model, and by which run."""
        for asset in getattr(self, "outlets", None) or []:
            context["outlet_events"][asset].extra = {
                "run": self.run,
                "modelSha256": result["metrics"].get("modelSha256"),
            }
