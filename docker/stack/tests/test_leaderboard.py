from __future__ import annotations

import copy
import re

from leaderboard import HEADERS, leaderboard_lines
from places import REPOSITORY

ROW = {
    "rank": 1,
    "family": "logistic-regression",
    "selectionLogLoss": 0.41023,
    "rocAuc": 0.82401,
    "prAuc": 0.6448,
    "logLoss": 0.4136,
    "accuracy": 0.7745,
    "precision": 0.5231,
    "recall": 0.6459,
    "f1": 0.578,
    "profitPerCustomer": 3.2255,
    "empc": 3.8136,
    "fitSeconds": 0.7309,
    "medianMicroseconds": 18.02,
    "p99Microseconds": 29.643,
    "bytes": 1246199,
}
EVALUATION = {
    "metrics": {"leaderboard": [ROW, {**ROW, "rank": 2, "family": "blend", "precision": None}]},
    "outputs": [{"role": "evaluation", "path": "evaluations/e7ac.json"}],
}


def test_the_columns_a_person_decides_by_fit_into_110_characters():
    header, first, second, *_ = leaderboard_lines(EVALUATION, "data/runtime/telecom", "reports/telecom.html")
    columns = "rank  family  selection  ROC AUC  PR AUC  log loss  precision  recall  F1  profit  fit, s"
    assert header.split() == columns.split()
    assert first.split() == (
        [
            "1",
            "logistic-regression",
            "0.4102",
            "0.8240",
            "0.6448",
            "0.4136",
            "0.5231",
            "0.6459",
            "0.5780",
            "3.2255",
            "0.7309",
        ]
    )
    assert second.split()[:6] == ["2", "blend", "0.4102", "0.8240", "0.6448", "0.4136"]
    assert second.split()[6] == "-"
    assert max(map(len, [header, first, second])) <= 108


def test_the_units_and_the_place_of_all_columns_are_told():
    *_, selection, money, place, document = leaderboard_lines(
        EVALUATION, "data/runtime/telecom", "reports/telecom.html"
    )
    assert selection.startswith("selection: log loss out of fold")
    assert money == "profit: of the campaign, money per customer; fit, s: seconds of the final fit"
    assert place == "all columns, with intervals: reports/telecom.html; as a document, in data/runtime/telecom:"
    assert document == "  evaluations/e7ac.json"


def test_without_a_report_the_document_is_named_alone():
    evaluation = copy.deepcopy(EVALUATION)
    assert leaderboard_lines(evaluation, "the Docker volume churn-telecom", None)[-2:] == [
        "all columns, with intervals: as a document, in the Docker volume churn-telecom:",
        "  evaluations/e7ac.json",
    ]


def test_make_run_and_a_stage_at_a_terminal_show_the_same_columns():
    stage = (REPOSITORY / "workers" / "src" / "terminal" / "shown-columns.ts").read_text()
    leaderboard = re.search(r"\bleaderboard: {(.*?)}", stage, re.DOTALL)
    assert leaderboard is not None
    assert re.findall(r"(\w+): '([^']*)'", leaderboard[1]) == list(HEADERS.items())
