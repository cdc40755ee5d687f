#!/usr/bin/env bash
# Runs `workbench walk --mode live` against broken and hostile servers.
#   bash Tests/Clients/live-poisoned.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
needs python3=python3 || skip "python3 is not installed."
PYTHONDONTWRITEBYTECODE=1 bash "$here/at-most.sh" 240 python3 "$here/live-poisoned.py" "$workbench"
