"""Trains every configuration of a folder in Python: train_in_python.py FOLDER. parity.test.ts writes the folder and compares."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import scipy.sparse
import xgboost as xgb

folder = Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
ROWS, TRAIN, QUERY = task["rowCount"], task["trainCount"], task["queryRows"]
columns = np.fromfile(folder / "columns.f32", dtype="<f4").reshape(-1, ROWS)
table = np.ascontiguousarray(columns.T)
NAMES = [f"f{k}" for k in range(table.shape[1])]


def values_of(name: str) -> np.ndarray:
    return np.fromfile(folder / f"{name}.f32", dtype="<f4")


def info_of(conf: dict, begin: int, end: int) -> dict:
    info = {"label": values_of(conf["label"])[begin:end]}
    if conf.get("weight"):
        info["weight"] = values_of("weight")[begin:end]
    if conf.get("baseMargin"):
        info["base_margin"] = values_of("baseMargin")[begin:end]
    if conf.get("group"):
        info["group"] = np.full((end - begin) // QUERY, QUERY, dtype=np.uint32)
    if conf.get("names"):
        info["feature_names"] = NAMES
    if conf.get("categorical"):
        info["feature_types"] = ["q"] * (table.shape[1] - 1) + ["c"]
    return info


class Batches(xgb.DataIter):
    def __init__(self, conf: dict, ends: list) -> None:
        self.conf, self.ends, self.at = conf, ends, 0
        super().__init__()

    def next(self, input_data) -> bool:
        if self.at + 1 == len(self.ends):
            return False
        begin, end = self.ends[self.at : self.at + 2]
        self.at += 1
        input_data(data=table[begin:end], **info_of(self.conf, begin, end))
        return True

    def reset(self) -> None:
        self.at = 0


def matrix_of(conf: dict, begin: int, end: int, ref=None) -> xgb.DMatrix:
    if conf.get("quantile"):
        ends = [begin, end] if ref is not None else [begin, (begin + end) // 2, end]
        return xgb.QuantileDMatrix(Batches(conf, ends), max_bin=conf["params"]["max_bin"], ref=ref, nthread=2)
    rows = table[begin:end]
    if conf.get("sparse"):
        present = ~np.isnan(rows)
        indptr = np.concatenate([[0], np.cumsum(present.sum(axis=1))]).astype(np.int32)
        rows = scipy.sparse.csr_matrix(
            (rows[present], np.nonzero(present)[1].astype(np.int32), indptr), shape=rows.shape
        )
    return xgb.DMatrix(rows, nthread=2, **info_of(conf, begin, end))


def half_squares(margins: np.ndarray, matrix: xgb.DMatrix) -> tuple:
    return margins - matrix.get_label(), np.ones_like(margins)


def train(conf: dict) -> tuple:
    params = {"nthread": 2, "verbosity": 0, **conf["params"]}
    if isinstance(params.get("monotone_constraints"), list):
        params["monotone_constraints"] = tuple(params["monotone_constraints"])
    if "interaction_constraints" in params:
        params["interaction_constraints"] = str(params["interaction_constraints"])
    training = matrix_of(conf, 0, TRAIN)
    validation = matrix_of(conf, TRAIN, ROWS, ref=training)
    stop = conf.get("earlyStopping")
    history: dict = {}

    def boost(rounds: int, model=None) -> xgb.Booster:
        callbacks = []
        if stop is not None:
            options = {
                "rounds": stop["rounds"],
                "save_best": stop.get("saveBest", False),
                "min_delta": stop.get("minDelta", 0.0),
            }
            callbacks.append(xgb.callback.EarlyStopping(metric_name=stop.get("metricName"), **options))
        return xgb.train(
            params,
            training,
            rounds,
            evals=[(training, "train"), (validation, "valid")],
            obj=half_squares if conf.get("objective") else None,
            evals_result=history,
            verbose_eval=False,
            xgb_model=model,
            callbacks=callbacks,
        )

    first = conf.get("firstRounds")
    if first is None:
        return boost(conf["rounds"]), training, validation, history
    return boost(conf["rounds"] - first, bytearray(boost(first).save_raw())), training, validation, history


predictions = {
    "value": {},
    "margin": {"output_margin": True},
    "some": {"output_margin": True, "iteration_range": (0, 1)},
    "leaf": {"pred_leaf": True, "strict_shape": True},
    "contributions": {"pred_contribs": True},
    "approximate": {"pred_contribs": True, "approx_contribs": True},
    "interactions": {"pred_interactions": True},
}

shapes = {}
for index, conf in enumerate(task["configurations"]):
    booster, training, validation, history = train(conf)
    for form in ("ubj", "json"):
        (folder / f"{index}.{form}").write_bytes(booster.save_raw(form))
    for name, options in predictions.items():
        if name not in conf["predictions"]:
            continue
        result = np.ascontiguousarray(booster.predict(validation, **options), dtype="<f4")
        shapes[f"{index}.{name}"] = list(result.shape)
        result.tofile(folder / f"{index}.{name}")
    (folder / f"{index}.scores.json").write_text(json.dumps(history))
    kinds = (
        ["weight"]
        if conf["params"].get("booster") == "gblinear"
        else ["weight", "gain", "cover", "total_gain", "total_cover"]
    )
    (folder / f"{index}.importance.json").write_text(
        json.dumps({kind: booster.get_score(importance_type=kind) for kind in kinds})
    )
    (folder / f"{index}.dump.json").write_text(json.dumps(booster.get_dump(with_stats=True)))

library = (
    Path(xgb.build_info()["libxgboost"])
    if "libxgboost" in xgb.build_info()
    else Path(xgb.__file__).parent / "lib/libxgboost.so"
)
sha256 = hashlib.sha256(library.read_bytes()).hexdigest()
(folder / "result.json").write_text(json.dumps({"version": xgb.__version__, "sha256": sha256, "shapes": shapes}))
