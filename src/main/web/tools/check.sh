#!/bin/sh
# Holds scripts, styles, templates and migrations to their formats and rules; see check.mjs.
set -eu
cd "$(dirname "$0")/.."
. ../../../contracts/tools/npm.sh
node tools/check.mjs
