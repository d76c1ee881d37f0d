#!/bin/sh
# Puts the official libxgboost (pinned by hash in library.lock) into lib/, where the binding looks for it.
# Quick when the locked version is there and undamaged. Python is needed here only, never at run time.
#   PYTHON  the Python to use (default: python3);  UV  a uv executable, used where that Python has no pip
set -eu

package=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
python=${PYTHON:-python3}
lock=$package/library.lock
lib=$package/lib

# What is installed: the hash of the lock, and of each file that was unpacked.
installed() {
  [ -f "$lib/CONTENT" ] && (cd "$lib" && sha256sum --check --status CONTENT)
}

if installed; then
  echo "libxgboost is installed and undamaged: $lib" >&2
  exit 0
fi

work=$(mktemp -d "$package/.library.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 143' TERM INT
mkdir "$work/new"

if "$python" -c 'import pip' 2>/dev/null; then
  "$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
    --require-hashes --requirement "$lock" --dest "$work/wheel"
  "$python" -m zipfile -e "$work"/wheel/*.whl "$work/unpacked"
elif [ -n "${UV:-}" ]; then
  "$UV" pip install --quiet --no-deps --only-binary=:all: --require-hashes --requirement "$lock" \
    --python "$python" --target "$work/unpacked"
else
  echo "expected pip in $python or a uv executable in UV, got neither" >&2
  exit 2
fi

# libxgboost.so finds libgomp by its path relative to itself, so both keep their places.
mkdir -p "$work/new/xgboost/lib"
cp "$work/unpacked/xgboost/lib/libxgboost.so" "$work/new/xgboost/lib/"
cp -R "$work/unpacked/xgboost_cpu.libs" "$work/new/"
(cd "$work/new" && find . -type f -exec sha256sum {} +) > "$work/CONTENT"
(cd "$package" && sha256sum library.lock) | sed 's#library.lock#../library.lock#' >> "$work/CONTENT"
mv "$work/CONTENT" "$work/new/CONTENT"
chmod 755 "$work/new"

[ ! -e "$lib" ] || mv "$lib" "$work/old"
mv "$work/new" "$lib"
installed || { echo "expected the unpacked files to match their hashes, got a damaged $lib" >&2; exit 1; }
echo "libxgboost installed: $lib" >&2
