"""Parameters of every DAG that leads to a training: what to train, how long, and what to promote."""

from airflow.sdk import Param

from churn_lib.search_options import BLEND, SINGLE_FAMILIES

FAMILIES = [*SINGLE_FAMILIES, BLEND]
LEAKAGE_CHECKS = ("single feature", "shuffled labels", "train and test")
# The worker counts in numbers of JavaScript.
LARGEST_SEED = 2**53 - 1

_CHECK = f"({'|'.join(LEAKAGE_CHECKS)})"


def model_params() -> dict[str, Param]:
    """New ones for each DAG: a parameter keeps the value that it was last resolved to."""
    return {
        "families": Param(
            FAMILIES,
            type="array",
            items={"enum": FAMILIES},
            contains={"enum": SINGLE_FAMILIES},
            uniqueItems=True,
            description="Model families to train. A blend needs at least two others, and is left out otherwise.",
        ),
        "trials": Param(20, type="integer", minimum=1, maximum=1000, description="Configurations tried a family."),
        "search_seconds": Param(
            0,
            type="number",
            minimum=0,
            description="No trial of a family begins later than this after its first; another run may then choose otherwise. "
            "0: no limit.",
        ),
        "seed": Param(42, type="integer", minimum=0, maximum=LARGEST_SEED, description="Seed of everything random."),
        # A routine retraining that is as good as the champion is an update of it, not a failure.
        "gate": Param(
            "refresh",
            enum=["improvement", "refresh"],
            description="Promote only a model that is better than the champion (improvement), or one on newer data that is "
            "not worse beyond a margin (refresh).",
        ),
        "refit": Param(
            "auto",
            enum=["auto", "all", "none"],
            description="Fit the model to promote again on all rows with a known outcome, the test rows too (all), promote the "
            "very model that was measured (none), or fit again where the test rows are the newest (auto).",
        ),
        "calibration_error_ceiling": Param(
            None,
            type=["null", "number"],
            minimum=0,
            maximum=1,
            description="Highest calibration error on the test rows of a model to promote. Empty: the stage's default.",
        ),
        "accept_leakage": Param(
            "",
            type="string",
            pattern=f"^[ ,]*({_CHECK} *(,[ ,]*|$))*$",
            expected=f"names of leakage checks ({', '.join(LEAKAGE_CHECKS)}) with commas between",
            description="Leakage checks whose finding is known and accepted, with commas between. Empty: none.",
        ),
        "report_lang": Param(
            "en", enum=["en", "pt-BR"], description="Language of the report and of the page of the cleaning."
        ),
    }
