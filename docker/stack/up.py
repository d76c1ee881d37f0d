"""`make up`: Airflow and the API stay up until `make down`."""

from __future__ import annotations

import sys

from delivery import EXPORTS
from owned_processes import OwnedProcesses
from served_data import served_data_lines
from stack import refuse_second_stack, start_stack, stop_stack
from stack_error import StackError


def main() -> int:
    processes = None
    try:
        refuse_second_stack()
        processes = OwnedProcesses.begin()
        stack = start_stack(processes, by_schedule=True)
    except (StackError, KeyboardInterrupt) as error:
        print(f"\n{error or 'stopped'}", file=sys.stderr)
        if processes is not None:
            stop_stack(processes)
        return 1
    # Scoring follows a promotion; the two with a calendar stay paused until somebody wants them to run by it.
    stack.airflow.pause("churn_scoring", False)
    print(f"Airflow  {stack.airflow.url}  (no login; this machine only)")
    print(f"API      {stack.api_url}")
    print("data     " + "\n         ".join(served_data_lines(stack.delivery, stack.data)))
    if set(stack.delivery.params) - set(EXPORTS):
        print("options  hold for `make run`; a run that Airflow begins has those that it is triggered with")
    print("to train, unpause churn_training: that alone begins the run of the last week, with the DAG's defaults;")
    print("a promotion is followed by churn_scoring. `make down` stops all; logs in .stack/logs, .airflow/logs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
