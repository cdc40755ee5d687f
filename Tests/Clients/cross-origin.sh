#!/usr/bin/env bash
# Runs a client as a script in a page of another origin, in a headless Chromium, against `workbench practice`.
#   bash Tests/Clients/cross-origin.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
driver=
# The driver has its own process group, so that its browser ends with it.
trap '[ -z "$driver" ] || kill -- "-$driver" 2> /dev/null || true; rm -rf "$scratch"' EXIT

needs chromium=chromium chromedriver=chromium-driver || skip "Chromium is not installed, and cannot be."
python_with "$scratch/venv" selenium || skip "Selenium is not installed, and cannot be."
cd "$scratch"
set -m
PYTHONDONTWRITEBYTECODE=1 TMPDIR=$scratch HOME=$scratch \
  bash "$here/at-most.sh" 180 venv/bin/python "$here/cross-origin.py" "$workbench" &
driver=$!
code=0
wait "$driver" || code=$?
exit "$code"
