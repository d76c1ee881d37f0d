"""Parameters of every DAG that takes a delivery of data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from airflow.sdk import Param

# How the exports are written, where that cannot be told from them; options of `ingest`.
READ_AS = ("columns", "delimiter", "encoding", "date_format", "decimal")

# The rules of cleaning that have a budget.
BUDGET_RULES = (
    "broken-customer-line",
    "customer-without-id",
    "conflicting-customer",
    "broken-transaction-line",
    "missing-customer-id",
    "missing-transaction-date",
    "bad-transaction-date",
    "absurd-amount",
    "bad-amount",
    "other-currency",
    "unknown-customer",
    "transaction-after-as-of",
    "conflicting-transaction",
)

_SHARE = r"(0(\.[0-9]*)?|\.[0-9]+|1(\.0*)?)"


def delivery_params() -> dict[str, Param]:
    """New ones for each DAG: a parameter keeps the value that it was last resolved to."""
    return {
        "customers": Param(
            "customers.csv",
            type="string",
            minLength=1,
            title="Customers",
            description="File of the customers; a relative path starts at the folder of deliveries (CHURN_INPUT_DIR).",
        ),
        "transactions": Param(
            "transactions.csv",
            type="string",
            minLength=1,
            title="Transactions",
            description="File of the transactions; a relative path starts at the folder of deliveries (CHURN_INPUT_DIR).",
        ),
        "columns": Param(
            "",
            type="string",
            title="Names of columns",
            description='JSON file that names the columns of the exports, {"transactions": {"amount": "Betrag"}}, '
            "in the folder of deliveries; empty: known names only.",
        ),
        "delimiter": _told("Delimiter", "between the fields of a line", "comma", "semicolon", "tab", "pipe"),
        "encoding": _told("Encoding", "of the text", "utf-8", "latin1", "utf-16le", "utf-16be"),
        "date_format": _told("Dates", "how 01/02/2024 is read", "iso", "compact", "named", "day-first", "month-first"),
        "decimal": _told("Decimal mark", "of amounts", "point", "comma"),
        "budget": Param(
            [],
            type="array",
            items={
                "type": "string",
                "pattern": f"^({'|'.join(BUDGET_RULES)})={_SHARE}$",
                "expected": f"rule=share with a share from 0 to 1 and a rule of: {', '.join(BUDGET_RULES)}",
            },
            title="Cleaning budgets",
            description="Share of rows a cleaning rule may set aside before the run stops, as rule=share; others keep their default.",
        ),
    }


def ingest_options(param: Callable[[str], Any]) -> dict[str, Any]:
    """Options of `ingest`; `param` gives a parameter of the DAG."""
    return {name.replace("_", "-"): param(name) for name in ("customers", "transactions", *READ_AS)}


def _told(title: str, what: str, *choices: str) -> Param:
    description = f"{what}; empty: told from the files."
    return Param("", type="string", enum=["", *choices], title=title, description=description)
