#!/bin/sh
# Runs what checks the contracts: format, unit, fuzz and invariant tests, gas snapshots.
set -eu
cd "$(dirname "$0")/.."
. tools/node.sh
"$forge" fmt --check
FORGE_SNAPSHOT_CHECK=true "$forge" test
