"""Parameters of every DAG that takes a delivery of data."""

from airflow.sdk import Param


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
        "budget": Param(
            [],
            type="array",
            items={"type": "string", "pattern": "^[a-z0-9-]+=[0-9.]+$"},
            title="Cleaning budgets",
            description="Share of rows a cleaning rule may set aside before the run stops, as rule=share; others keep their default.",
        ),
    }
