"""What `train` is told about its search, from the parameters of the DAG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def search_options(params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The flags of one `churn train` for each chosen family."""
    return [
        {
            "family": family,
            "trials": params["trials"],
            "search": params["search"],
            "search-seconds": params["search_seconds"],
            "seed": params["seed"],
        }
        for family in params["families"]
    ]
