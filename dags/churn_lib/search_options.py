"""What `train` is told, from the parameters of the DAG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The longest search first: begun last, it would leave the other slots idle.
SINGLE_FAMILIES = ["gradient-boosting", "random-forest", "logistic-regression", "decision-tree"]
BLEND = "blend"


def search_options(params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The flags of one `churn train` for each chosen family that is fitted to rows."""
    return [
        {
            "family": family,
            "trials": params["trials"],
            "search": params["search"],
            "search-seconds": params["search_seconds"],
            "campaign": params["campaign"],
            "seed": params["seed"],
        }
        for family in params["families"]
        if family != BLEND
    ]


def blend_options(params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The flags of the `churn train` that blends the others; none where it is not chosen, or has too few to blend."""
    chosen = params["families"]
    if BLEND not in chosen or len(set(chosen) - {BLEND}) < 2:
        return []
    return [{"family": BLEND, "campaign": params["campaign"], "seed": params["seed"]}]
