"""What a run has brought: the leaderboard, the promotion, and an answer of the API."""

from __future__ import annotations

import json
import os
import shlex
import textwrap
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from customers_at_risk import CustomersAtRisk
from leaderboard import leaderboard_lines
from leave_in_reports import written_at
from places import REPOSITORY
from stack_error import StackError


def show_leaderboard(evaluation: dict[str, Any], data: str, report: Path | None) -> None:
    shown = None if report is None else str(report.relative_to(REPOSITORY))
    print("\nleaderboard\n" + textwrap.indent("\n".join(leaderboard_lines(evaluation, data, shown)), "  "))


def show_promotion(promotion: dict[str, Any]) -> None:
    print("\npromotion\n" + textwrap.indent("\n".join(promotion_lines(promotion)), "  "))


def promotion_lines(promotion: dict[str, Any]) -> list[str]:
    """What the stage `promote` has decided, in words."""
    metrics = promotion["metrics"]
    model = f"{metrics['family']} {metrics['modelSha256'][:12]} ({_measured(metrics)})"
    if metrics["alreadyChampion"]:
        return [f"{model} is the champion already, revision {metrics['revision']}: the same model came out again."]
    previous = metrics["previousModelSha256"]
    replaced = f"in place of {previous[:12]}" if previous else "the first one"
    width = max(len(decision["rule"]) for decision in metrics["decisions"])
    return [
        f"{model} is the champion now, revision {metrics['revision']}, {replaced}.",
        f"Every rule of the gate ({metrics['gate']}) holds:",
        *(f"  {decision['rule']:<{width}}  {_found(decision)}" for decision in metrics["decisions"]),
        *promotion["warnings"],
    ]


def _measured(metrics: dict[str, Any]) -> str:
    """Fitted again, the model that serves is not the one that was measured."""
    measure = f"ROC AUC {metrics['rocAuc']:.4f} on the test rows"
    evaluated = metrics["evaluatedModelSha256"]
    if evaluated == metrics["modelSha256"]:
        return measure
    return f"fitted again on all rows after {evaluated[:12]} was measured: {measure}"


def _found(decision: dict[str, Any]) -> str:
    measured = decision.get("measured")
    return f"{decision['actual']} ({measured})" if measured else str(decision["actual"])


def show_warnings(results: dict[str, dict[str, Any]]) -> None:
    """What stages warned of."""
    warnings = [f"  {stage}: {warning}" for stage, result in results.items() for warning in result["warnings"]]
    if warnings:
        print("\n".join(["", "warnings", *warnings]))


def show_trust(report: dict[str, Any]) -> None:
    """The report's verdict, with its reserves."""
    metrics = report["metrics"]
    lines = [f"{metrics['trusted']}: {metrics['verdict']}", *(f"- {reserve}" for reserve in metrics["reserves"])]
    for line in lines:
        print(textwrap.fill(line, 110, initial_indent="  ", subsequent_indent="  "))


def show_at_risk(file: Path, at_risk: CustomersAtRisk | None) -> None:
    """`at_risk`: what this run has left in the file; None where it has made no list."""
    if at_risk is None and not file.is_file():
        return
    print(f"at risk   {file.relative_to(REPOSITORY)}")
    if at_risk is None:
        print(f"  of an earlier run, written {written_at(file):%Y-%m-%d %H:%M} UTC: this one has made no list")
        return
    there = f"{at_risk.scored:,} customers who are still there on {at_risk.as_of}"
    print(f"  {at_risk.marked:,} of {there} are marked; the riskiest come first")
    if at_risk.left_out > 0:
        print(f"  {at_risk.left_out:,} others have left already and are not in it")


def show_prediction(api_url: str, customer: str, promoted: str) -> None:
    """Asks about a customer of the exports; the answer must name the promoted model."""
    key = os.environ.get("CHURN_API_KEY", "")
    url = f"{api_url}/v1/customers/{quote(customer, safe='')}/score"
    print(f"\n$ {shlex.join(['curl', url])}" + (' --header "authorization: Bearer $CHURN_API_KEY"' if key else ""))
    score = json.loads(_answer(Request(url, headers={"Authorization": f"Bearer {key}"} if key else {})))
    print(json.dumps(score, indent=2, ensure_ascii=False))
    named = (score.get("model") or {}).get("sha256")
    if named != promoted:
        raise StackError(f"expected an answer of the promoted model {promoted}, got one of {named or 'no model'}")


def _answer(request: Request) -> str:
    """What the API says, be it a problem; a missing or refused key ends the run with what to set."""
    try:
        with urlopen(request, timeout=30) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        with error:
            if error.code in (401, 403):
                raise StackError(
                    "CHURN_API_KEY: expected a key with the scope read, which API_KEYS_FILE asks for; "
                    f"the API answered {error.code} on {request.selector}"
                ) from None
            return str(error.read().decode())
