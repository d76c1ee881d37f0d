"""Boosts with the Python package: boost_in_python.py DATA ROWS COLUMNS ROUNDS THREADS RESULT. The same as ../boost-in-node.ts."""

import hashlib
import json
import sys
import time
from pathlib import Path

import numpy as np
import xgboost as xgb

data, rows, columns, rounds, threads, result = sys.argv[1:]
rows, columns, rounds, threads = int(rows), int(columns), int(rounds), int(threads)
parameters = json.loads((Path(__file__).parent.parent / "boosting-parameters.json").read_text())

read_at = time.perf_counter()
table = np.fromfile(data, dtype="<f4").reshape(columns + 1, rows)
matrix_at = time.perf_counter()
# A transposed view: the library reads it where it is, by its strides.
matrix = xgb.DMatrix(table[:columns].T, label=table[columns], nthread=threads)
fit_at = time.perf_counter()
booster = xgb.train({**parameters, "nthread": threads}, matrix, rounds, verbose_eval=False)
predict_at = time.perf_counter()
booster.predict(matrix)
end_at = time.perf_counter()
Path(result).write_text(
    json.dumps(
        {
            "readSeconds": matrix_at - read_at,
            "matrixSeconds": fit_at - matrix_at,
            "fitSeconds": predict_at - fit_at,
            "predictSeconds": end_at - predict_at,
            "modelSha256": hashlib.sha256(booster.save_raw()).hexdigest(),
        }
    )
)
