# Read by other scripts, in a folder with a package.json: makes sure of Node and of the pinned packages.
if ! command -v node >/dev/null 2>&1; then
  echo "Sumscan needs Node.js 20 or newer to build its contracts and pages and to run the local chain; 'node' is not on the PATH." >&2
  echo "Install it (Debian: apt-get install nodejs npm), then run the same command again." >&2
  exit 1
fi
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  echo "Sumscan needs Node.js 20 or newer; 'node' on the PATH is $(node --version). Install a newer one and run the same command again." >&2
  exit 1
fi
# npm keeps a copy of the lock file it installed from; a plain comparison of dates is enough to see a newer one.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "Installing the pinned npm packages in $(basename "$PWD")/ ..."
  npm ci --no-progress --loglevel=error
  touch node_modules/.package-lock.json
fi
