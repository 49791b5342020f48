#!/bin/sh
# Compiles the contracts that only tests use, the originals' likes with their old compiler.
set -eu
cd "$(dirname "$0")/.."
. tools/node.sh
"$forge" build
node tools/originals.mjs
