#!/usr/bin/env bash
# Reads the archives written by `--format har` with two libraries from PyPI.
#   bash Tests/Clients/har.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python_with "$scratch/venv" haralyzer hario-core || skip "haralyzer or hario-core is not installed, and cannot be."
cd "$scratch"
PYTHONDONTWRITEBYTECODE=1 bash "$here/at-most.sh" 120 venv/bin/python "$here/har.py" "$workbench"
