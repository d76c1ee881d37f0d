#!/bin/sh
# Makes node_modules exactly as locked, and fetches libxgboost. Does nothing when the lock has not changed since the last time.
set -eu
cd "$(dirname "$0")/../.."

if ! command -v npm >/dev/null 2>&1; then
  echo "expected npm (it comes with Node 20 or newer), got none on PATH" >&2
  exit 2
fi

# npm writes its own copy of the lock last: where that is the newer one, everything has been installed.
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  echo "installing npm packages from package-lock.json" >&2
  npm ci --no-audit --no-fund --loglevel=error
fi

# The library comes in a Python wheel; uv fetches it where Python has no pip.
UV="$PWD/.stack/uv/bin/uv" shared/xgboost-node/scripts/install-library.sh
