#!/bin/sh
# Tests the pure parts of the pages' scripts.
set -eu
cd "$(dirname "$0")/.."
. ../../../contracts/tools/npm.sh
node --test test/*.test.js
