#!/bin/sh
# install-locked.sh LOCK ENVIRONMENT: makes a Python environment exactly as locked, with hashes. Needs uv and .venv from
# `make install`. Does nothing when the lock has not changed since the last time. Paths are relative to the repository.
set -eu
cd "$(dirname "$0")/../.."
lock=$1
environment=$2

uv=.stack/uv/bin/uv
stamp=$environment/lock.installed
wanted="$(cksum <"$lock") $(.venv/bin/python --version)"
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
if [ -z "${UV_DEFAULT_INDEX:-}" ] && [ -n "${PIP_INDEX_URL:-}" ]; then export UV_DEFAULT_INDEX="$PIP_INDEX_URL"; fi

echo "installing what is locked in $lock" >&2
"$uv" venv --quiet --clear --python .venv/bin/python "$environment"
"$uv" pip sync --quiet --require-hashes --compile-bytecode --python "$environment/bin/python" "$lock"
printf '%s' "$wanted" >"$stamp"
