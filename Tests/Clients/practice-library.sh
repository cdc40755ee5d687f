#!/usr/bin/env bash
# Drives `workbench practice` with an OAuth client library from PyPI.
#   bash Tests/Clients/practice-library.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT

python_with "$scratch/venv" requests-oauthlib || skip "requests-oauthlib is not installed, and cannot be."
start_server "$workbench" "$scratch/server.log"
cd "$scratch"
PYTHONDONTWRITEBYTECODE=1 bash "$here/at-most.sh" 120 venv/bin/python "$here/practice-library.py" "$base" || {
  code=$?
  tail -n 5 server.log
  exit "$code"
}
