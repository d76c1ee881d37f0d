#!/bin/sh
# Makes node_modules exactly as locked, fetches libxgboost and bundles `churn`. Does nothing of what has been done since the
# lock, or the sources, changed.
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

# Without the bundle churn starts from its sources, which takes twice as long.
node_modules/.bin/node workers/scripts/bundle.ts || echo "cannot bundle churn, it starts from its sources" >&2
