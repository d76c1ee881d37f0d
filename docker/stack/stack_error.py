"""The one error of these scripts."""


class StackError(Exception):
    """One sentence for the user; the script prints it and exits non-zero."""
