#!/usr/bin/env bash
# The practice server, under load and abuse: practice-torture.sh WORKBENCH
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
needs python3=python3 || skip "python3 is not installed."
exec python3 "$here/practice-torture.py" "$1"
