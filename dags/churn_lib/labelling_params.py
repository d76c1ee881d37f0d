"""Parameters of what a training asks: who churned, who is asked about, and when."""

from airflow.sdk import Param


def labelling_params() -> dict[str, Param]:
    """New ones for each DAG: a parameter keeps the value that it was last resolved to."""
    return {
        "label": Param(
            "auto",
            enum=["auto", "flag", "inactivity"],
            description="Who churned: the export's own column, or nobody seen during the horizon after the as-of date.",
        ),
        "as_of": Param(
            None,
            type=["null", "string"],
            format="date",
            description="Last as-of date; features see rows strictly before it. Empty: derived from the data.",
        ),
        "horizon": Param(
            90, type="integer", minimum=1, description="Days after the as-of date that the label looks at."
        ),
        "lookback": Param(
            180,
            type=["string", "integer"],
            pattern="^(all|[1-9][0-9]{0,4})$",
            minimum=1,
            maximum=99999,
            description="Days before the as-of date with activity that make a customer eligible; all: ever before it.",
        ),
        "gap": Param(
            0,
            type="integer",
            minimum=0,
            description="For flags without a date: features end this many days before the day on which the flags hold.",
        ),
        "snapshots": Param(
            None, type=["null", "integer"], minimum=1, description="Number of as-of dates. Empty: the stage's default."
        ),
        "every": Param(
            None,
            type=["null", "integer"],
            minimum=1,
            description="Days between as-of dates. Empty: the stage's default.",
        ),
    }
