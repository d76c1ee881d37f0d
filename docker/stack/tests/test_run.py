from __future__ import annotations

from types import SimpleNamespace

from run import SCORING, TRAINING, run_dag, train_and_ask


class ScriptedAirflow:
    """An Airflow whose runs end in one state at once; remembers what was asked of it that changes something."""

    def __init__(self, state: str, **unfinished: str) -> None:
        self.state = state
        self.unfinished = unfinished
        self.changes: list[tuple[str, str]] = []

    def end_unfinished_runs(self, dag: str) -> list[str]:
        self.changes.append(("end", dag))
        return [self.unfinished.pop(dag)] if dag in self.unfinished else []

    def is_paused(self, dag: str) -> bool:
        return False

    def pause(self, dag: str, paused: bool) -> None:
        """Stays as it is."""

    def trigger(self, dag: str, run: str, conf: dict) -> None:
        self.changes.append(("trigger", dag))

    def run_state(self, dag: str, run: str) -> str:
        return self.state

    def task_instances(self, dag: str, run: str) -> list[dict]:
        return []


def stack_with(airflow: ScriptedAirflow) -> SimpleNamespace:
    """Of a stack what a run needs that brings nothing."""
    return SimpleNamespace(
        airflow=airflow,
        processes=SimpleNamespace(ended=lambda: None),
        delivery=SimpleNamespace(name="no-such-exports", params={}),
    )


def test_what_an_earlier_stack_has_left_of_either_dag_is_ended_before_the_training(capsys):
    airflow = ScriptedAirflow("failed", churn_scoring="old-1")
    assert train_and_ask(stack_with(airflow)) == 1
    assert airflow.changes == [("end", TRAINING), ("end", SCORING), ("trigger", TRAINING)]
    assert "ended old-1, which an earlier stack has left unfinished" in capsys.readouterr().out


def test_a_scoring_that_was_started_during_the_training_goes_on():
    airflow = ScriptedAirflow("success", churn_scoring="manual-1")
    assert run_dag(stack_with(airflow), SCORING, "run-1", {"run": "run-1"}) == (True, [])
    assert airflow.changes == [("trigger", SCORING)]
