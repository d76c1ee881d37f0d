"""What the DAGs share: how a stage of the worker is started, and the few things around it. No machine learning."""
