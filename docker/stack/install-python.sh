#!/bin/sh
# Makes .venv: Airflow, its Docker provider and the checkers, exactly as locked (hashes) in dags/requirements*.lock.
# Does nothing when the locks have not changed since the last time.
set -eu
cd "$(dirname "$0")/../.."

python="${PYTHON:-python3}"
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "expected Python 3.10 or newer, got $("$python" --version 2>&1 || echo none); install it or name it by PYTHON=/path/to/python3" >&2
  exit 2
fi

locks="dags/requirements.lock dags/requirements-dev.lock"
wanted="$(cat $locks dags/requirements-uv.lock | cksum) $("$python" --version)"
stamp=.venv/locks.installed
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
rm -f "$stamp"

# uv makes environments without Debian's python3-venv; pip, or a venv that brings pip, is all that it takes to get uv.
uv=.stack/uv/bin/uv
mkdir -p .stack
if [ ! -x "$uv" ] || [ "$("$uv" --version | cut -d' ' -f2)" != "$(sed -n 's/^uv==\([^ ]*\).*/\1/p' dags/requirements-uv.lock)" ]; then
  rm -rf .stack/uv
  if "$python" -c 'import ensurepip' 2>/dev/null && "$python" -m venv .stack/uv 2>/dev/null; then
    .stack/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r dags/requirements-uv.lock
  elif "$python" -m pip --version >/dev/null 2>&1; then
    rm -rf .stack/uv
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --target .stack/uv -r dags/requirements-uv.lock
  else
    echo "expected pip or the venv module beside $python, got neither; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 2
  fi
fi

# uv does not read pip's configuration; an index set there (a company's mirror) is meant for it as well.
if [ -z "${UV_DEFAULT_INDEX:-}" ] && [ -n "${PIP_INDEX_URL:-}" ]; then export UV_DEFAULT_INDEX="$PIP_INDEX_URL"; fi

echo "installing Airflow from dags/requirements.lock" >&2
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" .venv
# Compiled once here, in parallel, instead of by each of Airflow's processes at its first start.
"$uv" pip sync --quiet --require-hashes --compile-bytecode --python .venv/bin/python $locks
printf '%s' "$wanted" >"$stamp"
