#!/bin/sh
# Runs what checks the contracts: format, golden vectors, unit, fuzz and invariant tests, gas snapshots.
set -eu
cd "$(dirname "$0")/.."
. tools/node.sh
"$forge" fmt --check src test originals
node --test tools/golden/*.test.mjs
FORGE_SNAPSHOT_CHECK=true "$forge" test
node tools/gas-table.mjs --check
