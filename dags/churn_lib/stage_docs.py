"""What a stage does, for the people who meet it in Airflow's interface."""

STAGE_DOCS = {
    "ingest": "Takes the two delivered exports as they are (hashed, unchanged) and records their dialect.",
    "clean": "Types and unifies the rows, sets failing ones aside in a quarantine with the reason, and writes the cleaning report. "
    "Too many bad rows for a rule's budget end the run (exit 2).",
    "featurize": "Computes features and labels at the as-of dates; a feature sees only rows strictly before its as-of.",
    "train": "Trains one model family: a seeded, resumable search over configurations, scored on rows that were not fitted on.",
    "evaluate": "Opens the test rows once, ranks the candidates, and compares the best with the champion on the same rows.",
    "promote": "Makes the winner the champion if every rule of the gate holds, fitted again where the test rows are the newest; "
    "otherwise refuses (exit 3) and lists the reasons.",
    "report": "Writes the report of the run: data, models, and whether they may be trusted.",
    "score": "Scores every customer of a cleaned export with the champion.",
    "drift-check": "Compares the arriving data with what the champion was trained on, and earlier predictions with what came of "
    "them where that is known; its verdict says whether to retrain.",
}
