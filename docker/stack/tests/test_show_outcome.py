from __future__ import annotations

import copy

import pytest

from show_outcome import promotion_lines

PROMOTION = {
    "warnings": [],
    "metrics": {
        "modelSha256": "1a2b3c4d5e6f" + "0" * 52,
        "evaluatedModelSha256": "1a2b3c4d5e6f" + "0" * 52,
        "family": "random-forest",
        "rocAuc": 0.75126,
        "gate": "refresh",
        "alreadyChampion": False,
        "revision": 1,
        "championSha256": "1a2b3c4d5e6f" + "0" * 52,
        "previousModelSha256": None,
        "decisions": [{"rule": "auc-floor", "passed": True, "expected": "at least 0.6", "actual": "0.7513"}],
    },
}


def promotion_with(**metrics):
    changed = copy.deepcopy(PROMOTION)
    changed["metrics"].update(metrics)
    return changed


def test_the_first_champion_is_called_so_and_the_rules_are_told():
    assert promotion_lines(PROMOTION) == [
        "random-forest 1a2b3c4d5e6f (ROC AUC 0.7513 on the test rows) is the champion now, revision 1, the first one.",
        "Every rule of the gate (refresh) holds:",
        "  auc-floor  0.7513",
    ]


def test_a_measured_time_is_told_beside_what_the_rule_has_found():
    latency = {"rule": "latency", "passed": True, "actual": "a model within the budget", "measured": "0.0231 ms"}
    lines = promotion_lines(promotion_with(decisions=[latency]))
    assert lines[-1] == "  latency  a model within the budget (0.0231 ms)"


def test_the_model_that_was_replaced_is_named():
    (sentence, *_) = promotion_lines(promotion_with(revision=2, previousModelSha256="f" * 64))
    assert sentence.endswith("is the champion now, revision 2, in place of ffffffffffff.")


def test_the_same_model_again_is_no_promotion():
    assert promotion_lines(promotion_with(alreadyChampion=True, decisions=[])) == [
        "random-forest 1a2b3c4d5e6f (ROC AUC 0.7513 on the test rows) is the champion already, revision 1: "
        "the same model came out again."
    ]


@pytest.mark.parametrize("already", [False, True])
def test_a_model_that_was_fitted_again_is_told_apart_from_the_one_that_was_measured(already):
    (sentence, *_) = promotion_lines(promotion_with(evaluatedModelSha256="9" * 64, alreadyChampion=already))
    assert sentence.startswith(
        "random-forest 1a2b3c4d5e6f (fitted again on all rows after 999999999999 was measured: ROC AUC 0.7513 on the test rows) "
        f"is the champion {'already' if already else 'now'}, revision 1"
    )


def test_what_was_let_pass_is_told():
    assert promotion_lines({**PROMOTION, "warnings": ["Accepted a finding."]})[-1] == "Accepted a finding."
