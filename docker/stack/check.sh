#!/bin/sh
# Judges the tree and changes nothing: format, lint, types, dependency rules, dead code, links, DAG rules. Goes on after a failure.
set -u
cd "$(dirname "$0")/../.."
PATH="$PWD/node_modules/.bin:$PATH"
AIRFLOW_HOME="$(mktemp -d)" && export AIRFLOW_HOME

failed=""
check() {
  name="$1"
  shift
  echo "== $name"
  started=$(date +%s)
  "$@" || failed="$failed, $name"
  echo "   $(($(date +%s) - started)) s"
}
check "format and lint of TypeScript (biome)" biome ci --colors=off --error-on-warnings .
check "types (tsc)" npm run --silent check:types
check "dependency rules (dependency-cruiser)" npm run --silent check:dependencies
check "dead code (knip)" npm run --silent check:dead-code
check "links between pages" npm run --silent check:links
check "lint of Python (ruff)" .venv/bin/ruff check .
check "format of Python (ruff)" .venv/bin/ruff format --check .
check "DAG rules (pytest)" .venv/bin/python -m pytest dags/tests
rm -rf "$AIRFLOW_HOME"

echo
if [ -n "$failed" ]; then
  echo "failed: ${failed#, }"
  exit 1
fi
echo "all checks passed"
