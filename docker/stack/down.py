"""`make down`: ends what `make up` and `make monitor` have started, and nothing else."""

from __future__ import annotations

import sys

from owned_processes import OwnedProcesses
from stack import stop_stack


def main() -> int:
    recorded = OwnedProcesses.recorded()
    if recorded is None:
        print("nothing is up")
        return 0
    stop_stack(recorded)
    print("stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
