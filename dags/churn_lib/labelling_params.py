"""Parameters of what a training asks: who churned, who is asked about, and when."""

from airflow.sdk import Param

from churn_lib.as_of_param import as_of_param

# The limits are those of `churn featurize`.
LONGEST_DAYS = 3650
MOST_SNAPSHOTS = 60


def labelling_params() -> dict[str, Param]:
    """New ones for each DAG: a parameter keeps the value that it was last resolved to."""
    return {
        "label": Param(
            "auto",
            enum=["auto", "flag", "inactivity"],
            description="Who churned: the export's own column, or nobody seen during the horizon after the as-of date.",
        ),
        "as_of": as_of_param("Last as-of date; features see rows strictly before it. Empty: derived from the data."),
        "horizon": Param(
            90,
            type="integer",
            minimum=1,
            maximum=LONGEST_DAYS,
            description="Days after the as-of date that the label looks at.",
        ),
        "lookback": Param(
            180,
            type=["string", "integer"],
            pattern=r"^(all|[1-9][0-9]{0,4})(?!\n)$",
            minimum=1,
            maximum=99999,
            expected="a number of days from 1 to 99999, or all",
            description="Days before the as-of date with activity that make a customer eligible; all: ever before it.",
        ),
        "gap": Param(
            0,
            type="integer",
            minimum=0,
            maximum=LONGEST_DAYS,
            description="For flags without a date: features end this many days before the day on which the flags hold.",
        ),
        "snapshots": Param(
            None,
            type=["null", "integer"],
            minimum=1,
            maximum=MOST_SNAPSHOTS,
            description="Number of as-of dates. Empty: the stage's default.",
        ),
        "every": Param(
            None,
            type=["null", "integer"],
            minimum=1,
            maximum=LONGEST_DAYS,
            description="Days between as-of dates. Empty: the stage's default.",
        ),
    }
