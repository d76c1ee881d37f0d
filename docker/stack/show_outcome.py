"""What a run has brought: the leaderboard, the promotion, and an answer of the API."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import textwrap
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from delivery import Delivery
from leaderboard import leaderboard_lines
from places import REPOSITORY, STACK_DIR
from sample_customer import MADE_UP, sample_question
from stack_error import StackError


def show_leaderboard(evaluation: dict[str, Any], data: str, report: Path | None) -> None:
    shown = None if report is None else str(report.relative_to(REPOSITORY))
    print("\nleaderboard\n" + textwrap.indent("\n".join(leaderboard_lines(evaluation, data, shown)), "  "))


def show_promotion(promotion: dict[str, Any]) -> None:
    print("\npromotion\n" + textwrap.indent("\n".join(promotion_lines(promotion)), "  "))


def promotion_lines(promotion: dict[str, Any]) -> list[str]:
    """What the stage `promote` has decided, in words."""
    metrics = promotion["metrics"]
    model = f"{metrics['family']} {metrics['modelSha256'][:12]} (ROC AUC {metrics['rocAuc']:.4f} on the test rows)"
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


def _found(decision: dict[str, Any]) -> str:
    measured = decision.get("measured")
    return f"{decision['actual']} ({measured})" if measured else str(decision["actual"])


def show_warnings(results: dict[str, dict[str, Any]]) -> None:
    """What the stages that read the exports warned of."""
    warnings = [f"  {stage}: {warning}" for stage, result in results.items() for warning in result["warnings"]]
    if warnings:
        print("\n".join(["", "warnings", *warnings]))


def show_trust(report: dict[str, Any]) -> None:
    """The report's verdict, with its reserves."""
    metrics = report["metrics"]
    lines = [f"{metrics['trusted']}: {metrics['verdict']}", *(f"- {reserve}" for reserve in metrics["reserves"])]
    for line in lines:
        print(textwrap.fill(line, 110, initial_indent="  ", subsequent_indent="  "))


def show_prediction(api_url: str, delivery: Delivery, promoted: str) -> None:
    """Asks about a customer of the exports, or a made-up one; the answer must name the promoted model."""
    key = os.environ.get("CHURN_API_KEY", "")
    model = json.loads(_answer(Request(f"{api_url}/v1/model", headers=_authorization(key))))
    as_of = date.fromisoformat(max(model["training"]["asOf"]))
    question = sample_question(delivery, as_of, model["labelling"]["lookbackDays"])
    file = STACK_DIR / "question.json"
    file.write_text(json.dumps(question, ensure_ascii=False))
    url = f"{api_url}/v1/predict"
    body = f"@{file.relative_to(REPOSITORY)}"
    command = ["curl", "--silent", "--show-error", "--header", "content-type: application/json", "--data", body, url]
    if question["customer"]["customerId"] == MADE_UP:
        print("\nonly workers read exports that are written like these: the question is about a made-up customer")
    print(f"\n$ {shlex.join(command)}" + (' --header "authorization: Bearer $CHURN_API_KEY"' if key else ""))
    text = _asked_by_curl(command, key) if shutil.which("curl") else _asked(url, question, key)
    prediction = json.loads(text)
    print(json.dumps(prediction, indent=2, ensure_ascii=False))
    named = (prediction.get("model") or {}).get("sha256")
    if named != promoted:
        raise StackError(f"expected an answer of the promoted model {promoted}, got one of {named or 'no model'}")


def _authorization(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} if key else {}


def _asked_by_curl(command: list[str], key: str) -> str:
    # The key goes through its standard input: every user of the machine can read the arguments of a process.
    header = "".join(f"{name}: {value}\n" for name, value in _authorization(key).items())
    answer = subprocess.run([*command, "--header", "@-"], cwd=REPOSITORY, input=header, capture_output=True, text=True)
    if answer.returncode != 0:
        raise StackError(f"curl stopped with exit {answer.returncode}: {answer.stderr.strip()}")
    return answer.stdout


def _asked(url: str, question: dict[str, Any], key: str) -> str:
    """The same call where the machine has no curl."""
    headers = {"Content-Type": "application/json", **_authorization(key)}
    return _answer(Request(url, json.dumps(question).encode(), headers))


def _answer(request: Request) -> str:
    """What the API says, be it a problem; a missing or refused key ends the run with what to set."""
    try:
        with urlopen(request, timeout=30) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        with error:
            if error.code in (401, 403):
                raise StackError(
                    "CHURN_API_KEY: expected a key with the scopes predict and read, which API_KEYS_FILE asks for; "
                    f"the API answered {error.code} on {request.selector}"
                ) from None
            return str(error.read().decode())
