#!/bin/sh
# Builds the images: docker/images.sh [worker|api|airflow|all]. An image whose inputs have not changed is left as it is:
# the hash of what went in is one of its labels. When it cannot, the last line says why, and the exit code is 1.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "docker/images.sh: $1" >&2
  exit 1
}

wanted=${1:-all}
case $wanted in
  all) wanted="worker api airflow" ;;
  worker | api | airflow) ;;
  *) fail "expected worker, api, airflow or all, got $wanted" ;;
esac
command -v docker >/dev/null 2>&1 || fail "expected the command docker, got none on PATH"
docker version >/dev/null 2>&1 || fail "expected a Docker daemon that answers, got none"
[ "$(uname -sm)" = "Linux x86_64" ] || fail "expected to build on Linux x86_64, got $(uname -sm)"

# One build at a time in this tree: they share the folder of contexts.
mkdir -p .docker-context
exec 9>.docker-context/lock
flock 9

base=$(docker/base-image) || fail "no base image, the reason is above"

inputs_of() {
  case $1 in
    worker) roots="shared/src shared/xgboost-node/src workers/src workers/bin workers/scripts shared/xgboost-node/library.lock docker/stage-node.sh" ;;
    api) roots="shared/src api/src docker/stage-node.sh" ;;
    airflow) roots="dags" ;;
  esac
  [ "$1" = airflow ] || roots="$roots package.json package-lock.json shared/package.json shared/xgboost-node/package.json workers/package.json api/package.json"
  # shellcheck disable=SC2086
  {
    echo "$base"
    find $roots "docker/$1.Dockerfile" docker/images.sh -type f ! -path '*/__pycache__/*' ! -path 'dags/tests/*' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -d' ' -f1
}

stage_airflow() {
  context=.docker-context/airflow/build
  rm -rf "$context"
  mkdir -p "$context/dags"
  cp dags/*.py "$context/dags/"
  (cd dags && find churn_lib -name '*.py' -exec cp --parents {} "../$context/dags/" \;)
  [ ! -f dags/.airflowignore ] || cp dags/.airflowignore "$context/dags/"
  cp dags/requirements.lock dags/requirements-uv.lock "$context/"
  for authorities in "${SSL_CERT_FILE:-}" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
    if [ -f "$authorities" ]; then break; fi
  done
  cp "$authorities" "$context/authorities.crt"
  chmod -R u=rwX,go=rX "$context"
}

stage() {
  if [ "$1" = airflow ]; then
    stage_airflow
  else
    docker/stack/install-node.sh && docker/stage-node.sh "$1"
  fi
}

# Only the build stage of Airflow needs a network; the machine's own also resolves names where Docker's does not.
build() {
  docker build --build-arg "BASE=churn-base:dev" --build-arg PIP_INDEX_URL --build-arg UV_DEFAULT_INDEX --network host \
    --label "churn.inputs=$2" --file "docker/$1.Dockerfile" --tag "churn-$1:dev" ".docker-context/$1/build"
}

for image in $wanted; do
  inputs=$(inputs_of "$image")
  built=$(docker image inspect --format '{{index .Config.Labels "churn.inputs"}}' "churn-$image:dev" 2>/dev/null || true)
  if [ "$built" = "$inputs" ]; then
    echo "churn-$image:dev is up to date"
    continue
  fi
  previous=$(docker image inspect --format '{{.Id}}' "churn-$image:dev" 2>/dev/null || true)
  echo "building churn-$image:dev"
  log=.docker-context/$image.log
  if ! { stage "$image" && build "$image" "$inputs"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail "cannot build churn-$image:dev; the end of $log is above"
  fi
  rm -rf ".docker-context/$image/build"
  # The image that had the name until now; it stays while a container uses it.
  if [ -n "$previous" ]; then docker image rm "$previous" >/dev/null 2>&1 || true; fi
  echo "churn-$image:dev is built"
done
