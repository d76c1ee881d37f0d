#!/bin/sh
# Runs every test, of TypeScript and of Python, to the end, and says at the end how both went.
set -u
cd "$(dirname "$0")/../.."

# Without it the parity tests fail and say so; everything else is still tested.
docker/stack/install-locked.sh shared/xgboost-node/tests/parity/requirements.lock .stack/parity
npm test --silent
jest=$?
AIRFLOW_HOME="$(mktemp -d)" && export AIRFLOW_HOME
.venv/bin/python -m pytest
pytest=$?
rm -rf "$AIRFLOW_HOME"

verdict() { if [ "$1" -eq 0 ]; then echo passed; else echo "FAILED (exit $1)"; fi; }
echo
echo "TypeScript tests (jest):  $(verdict $jest)"
echo "Python tests (pytest):    $(verdict $pytest)"
[ "$jest" -eq 0 ] && [ "$pytest" -eq 0 ]
