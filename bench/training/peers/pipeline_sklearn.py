"""From two exports to a tuned model in Python: pipeline_sklearn.py FOLDER TEST_CUSTOMERS.txt OUT

pandas cleans and computes 25 features (the script of bench/features), four families are tuned by grids over 5 folds, the best by
cross-validation is saved. The test customers are left out of all of it and scored last. OUT/result.json tells what came out.
"""

import json
import runpy
import sys
import time
from pathlib import Path

started = time.perf_counter()
folder, test_path, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
features_script = Path(__file__).parents[2] / "features/peers/features_pandas.py"
sys.argv = [str(features_script), str(folder), "csv", str(out / "features.parquet")]
# In this process: another one would import pandas a second time.
runpy.run_path(str(features_script))
featurized = time.perf_counter()

import joblib  # noqa: E402
import pandas as pd  # noqa: E402
from sklearn.compose import make_column_transformer  # noqa: E402
from sklearn.ensemble import RandomForestClassifier  # noqa: E402
from sklearn.impute import SimpleImputer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.metrics import log_loss, roc_auc_score  # noqa: E402
from sklearn.model_selection import GridSearchCV, StratifiedKFold  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import OneHotEncoder, StandardScaler  # noqa: E402
from sklearn.tree import DecisionTreeClassifier  # noqa: E402
from xgboost import XGBClassifier  # noqa: E402

table = pd.read_parquet(out / "features.parquet").set_index("customer_id")
test_ids = test_path.read_text().split()
is_test = table.index.isin(test_ids)
y = table.pop("churn").astype(int)
categories = ["gender", "region"]
numbers = [name for name in table.columns if name not in categories]
table[numbers] = table[numbers].astype(float)
train, test, y_train, y_test = table[~is_test], table[is_test], y[~is_test], y[is_test]


def encoded(*numeric_steps):
    return make_column_transformer(
        (make_pipeline(*numeric_steps) if numeric_steps else "passthrough", numbers),
        (OneHotEncoder(handle_unknown="ignore", min_frequency=20, sparse_output=False), categories),
    )


def imputer():
    return SimpleImputer(strategy="median", add_indicator=True)


# One thread a fit: GridSearchCV keeps both cores busy with fits, which is faster than threads within each.
searches = {
    "logistic-regression": (
        make_pipeline(encoded(imputer(), StandardScaler()), LogisticRegression(max_iter=1000)),
        {"logisticregression__C": [0.01, 0.1, 1, 10]},
    ),
    "decision-tree": (
        make_pipeline(encoded(), DecisionTreeClassifier(random_state=0)),
        {"decisiontreeclassifier__max_depth": [4, 6, 8, 10], "decisiontreeclassifier__min_samples_leaf": [1, 20]},
    ),
    "random-forest": (
        make_pipeline(encoded(), RandomForestClassifier(random_state=0)),
        {"randomforestclassifier__n_estimators": [100, 200], "randomforestclassifier__max_depth": [8, 12]},
    ),
    "xgboost": (
        make_pipeline(encoded(), XGBClassifier(tree_method="hist", n_jobs=1)),
        {
            "xgbclassifier__n_estimators": [100, 300],
            "xgbclassifier__max_depth": [3, 6],
            "xgbclassifier__learning_rate": [0.05, 0.1],
        },
    ),
}

families = {}
best = None
for name, (pipeline, grid) in searches.items():
    at = time.perf_counter()
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    search = GridSearchCV(pipeline, grid, cv=folds, scoring="roc_auc", n_jobs=-1).fit(train, y_train)
    probability = search.predict_proba(test)[:, 1]
    families[name] = {
        "seconds": time.perf_counter() - at,
        "validationRocAuc": float(search.best_score_),
        "rocAuc": float(roc_auc_score(y_test, probability)),
        "logLoss": float(log_loss(y_test, probability)),
    }
    if best is None or search.best_score_ > families[best]["validationRocAuc"]:
        best = name
        joblib.dump(search.best_estimator_, out / "model.joblib")

(out / "result.json").write_text(
    json.dumps(
        {
            "chosen": best,
            "features": table.shape[1],
            "trainRows": len(train),
            "testRows": len(test),
            "featurizeSeconds": featurized - started,
            "families": families,
        }
    )
)
