"""How a worker failed: in full for the task's log, and in a sentence that may leave the house."""

from __future__ import annotations

from airflow.sdk.exceptions import AirflowException, AirflowFailException


class WorkerFailure(AirflowException):
    """Worth another try. `sentence` never quotes delivered rows; the text of the exception may. `model`: SHA-256 of the
    model that it is about, if there is one.
    """

    def __init__(self, text: str, sentence: str, model: str | None = None) -> None:
        super().__init__(text)
        self.sentence = sentence
        self.model = model


class BadInput(WorkerFailure, AirflowFailException):
    """Exit 2: the same input fails again."""


class Refused(WorkerFailure, AirflowFailException):
    """Exit 3: a gate says no."""
