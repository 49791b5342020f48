#!/bin/sh
# Installs the pinned npm packages if they changed, then bundles the pages' scripts and styles into the folder of
# compiled classes that is named: static/assets/, each file with its content's hash in its name, and assets.json,
# which tells the server these names.
set -eu
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
. ../../../contracts/tools/npm.sh
node tools/bundle.mjs "$out"
