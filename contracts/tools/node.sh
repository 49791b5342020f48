# Read by the other scripts, in contracts/: makes sure of Node and of the pinned packages, and sets $forge.
. tools/npm.sh
forge=node_modules/@foundry-rs/forge-linux-amd64/bin/forge
if [ ! -x "$forge" ]; then
  echo "The contracts' tools are pinned for Linux on x64 only. On another machine run 'docker compose up --build' instead." >&2
  exit 1
fi
