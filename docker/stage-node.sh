#!/bin/sh
# Lays out what an image of Node code holds, in .docker-context/<worker|api>: Node, production packages, our sources.
# Run by images.sh. Modes are set here, so that an image does not depend on the umask of who builds it.
set -eu
cd "$(dirname "$0")/.."

image=$1
context=.docker-context/$image

# The worker has a bundle instead of sources, and beside it only the packages with native code.
workspaces=""
unused="@duckdb/node-api"
if [ "$image" = api ]; then
  workspaces="shared api"
  # What shared brings for the stages, but no path of the API's code loads (the rule `api-reaches-no-heavy-library`).
  unused="@duckdb @koromix koffi arquero @uwdata ml-*"
fi

mkdir -p "$context/packages"

# Packages are installed again only when the lock or a package.json has changed.
manifests="package.json package-lock.json .npmrc"
for workspace in shared shared/xgboost-node workers api; do manifests="$manifests $workspace/package.json"; done
# shellcheck disable=SC2086
wanted="$(cat $manifests docker/stage-node.sh | sha256sum)"
if [ "$(cat "$context/packages.installed" 2>/dev/null)" != "$wanted" ]; then
  rm -rf "$context/packages" "$context/packages.installed"
  for manifest in $manifests; do
    mkdir -p "$context/packages/$(dirname "$manifest")"
    cp "$manifest" "$context/packages/$manifest"
  done
  main=$image
  [ "$image" != worker ] || main=workers
  (
    cd "$context/packages"
    npm ci --omit=dev --ignore-scripts --workspace "$main" --os=linux --cpu=x64 --libc=glibc \
      --no-audit --no-fund --loglevel=error >&2
    # Our own package.json files here would be found by tools that search the tree for packages.
    # shellcheck disable=SC2086
    rm $manifests
    for modules in node_modules */node_modules */*/node_modules; do
      [ -d "$modules" ] || continue
      (
        cd "$modules"
        # shellcheck disable=SC2086
        rm -rf .bin .package-lock.json @types $unused
        if [ "$image" = worker ]; then
          find . -mindepth 1 -maxdepth 1 ! -name @duckdb ! -name @koromix ! -name detect-libc ! -name koffi -exec rm -rf {} +
        fi
        # Read by people or compilers, never at run time. Folders only at a package's root: deeper, `doc` may be code.
        find . -type f \( -name '*.md' -o -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
        find . -type d -name __tests__ -prune -exec rm -rf {} +
        for folder in doc docs test tests example examples benchmark benchmarks vendor; do
          rm -rf ./*/"$folder" ./@*/*/"$folder"
        done
      )
    done
  )
  printf '%s' "$wanted" >"$context/packages.installed"
fi

rm -rf "$context/build"
mkdir -p "$context/build/app"
cp -L node_modules/node/bin/node "$context/build/node"
cp -a "$context/packages/node_modules" "$context/build/"
cp package.json "$context/build/app/"
for workspace in $workspaces; do
  mkdir -p "$context/build/app/$workspace"
  cp -R "$workspace/package.json" "$workspace/src" "$context/build/app/$workspace/"
  # Versions that differ from those at the top lie beside the workspace that asked for them.
  if [ -d "$context/packages/$workspace/node_modules" ]; then
    cp -a "$context/packages/$workspace/node_modules" "$context/build/app/$workspace/"
  fi
done
# Links to workspaces that the image does not hold.
for link in "$context"/build/node_modules/@churn/*; do
  [ -L "$link" ] || continue
  [ -d "$context/build/app/$(readlink "$link" | sed 's#^\(\.\./\)*##')" ] || rm "$link"
done
if [ "$image" = worker ]; then
  cp -R shared/xgboost-node/lib "$context/build/xgboost"
  node_modules/.bin/node workers/scripts/bundle.ts
  mkdir -p "$context/build/app/workers/dist"
  cp -R workers/package.json workers/bin "$context/build/app/workers/"
  cp -RL workers/dist/current "$context/build/app/workers/dist/"
  # Tells of the files of this machine only.
  rm "$context/build/app/workers/dist/current/sources.stamp"
fi
chmod -R u=rwX,go=rX "$context/build"
