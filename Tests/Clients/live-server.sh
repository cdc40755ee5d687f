#!/usr/bin/env bash
# Runs `workbench walk --mode live` against an independent authorization server from PyPI.
#   bash Tests/Clients/live-server.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1

python_with "$scratch/venv" 'django-oauth-toolkit>=3.4' || skip "django-oauth-toolkit is not installed, and cannot be."
port=$(free_port)
"$scratch/venv/bin/python" "$here/live-django.py" "$port" "$scratch" > "$scratch/listening" 2> "$scratch/server.log" &
server=$!
for _ in $(seq 300); do
  grep -q listening "$scratch/listening" && break
  kill -0 "$server" 2> /dev/null || { cat "$scratch/server.log"; exit 1; }
  sleep 0.1
done
TMPDIR=$scratch bash "$here/at-most.sh" 200 python3 "$here/live-server.py" "$workbench" "http://127.0.0.1:$port" || {
  code=$?
  tail -n 20 "$scratch/server.log"
  exit "$code"
}
