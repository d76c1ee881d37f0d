"""What a worker says by its exit code."""

DONE = 0
BAD_INPUT = 2
REFUSED = 3
NOTHING_TO_DO = 99
