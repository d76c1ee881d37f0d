#!/bin/sh
# Makes bench/features/.venv: pandas, polars and DuckDB exactly as locked. Needs uv from `make install`. Does nothing the second time.
set -eu
cd "$(dirname "$0")"

uv=../../.stack/uv/bin/uv
stamp=.venv/lock.installed
if [ "$(cat "$stamp" 2>/dev/null)" = "$(cksum <requirements.lock)" ]; then exit 0; fi
if [ -z "${UV_DEFAULT_INDEX:-}" ] && [ -n "${PIP_INDEX_URL:-}" ]; then export UV_DEFAULT_INDEX="$PIP_INDEX_URL"; fi

echo "installing pandas, polars and DuckDB from bench/features/requirements.lock" >&2
"$uv" venv --quiet --clear --python ../../.venv/bin/python .venv
"$uv" pip sync --quiet --require-hashes --compile-bytecode --python .venv/bin/python requirements.lock
cksum <requirements.lock >"$stamp"
