#!/usr/bin/env bash
# Runs `workbench check` on the finished clients and starters, on mutants, on hostile clients, or on the
# project's own clients.
#   bash Tests/Clients/check.sh PATH/TO/workbench [languages|mutants|hostile|own PATH/TO/complete-client]
set -euo pipefail
workbench=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
needs python3=python3 || skip "python3 is not installed, and cannot be."
PYTHONDONTWRITEBYTECODE=1 python3 "$here/check.py" "$workbench" "$@"
