#!/bin/sh
# Makes the example reports again: a simulated telecom of 12,000 customers, from its exports to the reports, in a folder of its own.
set -eu
cd "$(dirname "$0")/../.."
PATH="$PWD/node_modules/.bin:$PATH"
folder="${1:-$(mktemp -d)}"
stage() { node workers/bin/churn.js "$@" --run telecom --data-dir "$folder/data" >"$folder/$1.json"; }

mkdir -p "$folder"
stage generate --customers 12000 --out "$folder/exports"
stage ingest --customers "$folder/exports/customers.csv" --transactions "$folder/exports/transactions.csv"
stage clean
stage featurize
for family in logistic-regression decision-tree random-forest gradient-boosting blend; do stage train --family "$family"; done
stage evaluate
stage promote
stage report --contact 'the data team' --out reports/example/telecom.html --card reports/example/model-card.md
stage report --contact 'o time de dados' --lang pt-BR --out reports/example/telecom.pt-BR.html --card reports/example/model-card.pt-BR.md
