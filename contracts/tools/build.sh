#!/bin/sh
# Installs the pinned npm packages if they changed, compiles the contracts and leaves one artifact a contract in the
# folder that is named: {"abi": [...], "bytecode": "0x...", "runtime": "0x...", "immutables": [[start, length]]}.
set -eu
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
. tools/node.sh
"$forge" build --silent src 2>/dev/null || "$forge" build src
node tools/artifacts.mjs out "$out"
