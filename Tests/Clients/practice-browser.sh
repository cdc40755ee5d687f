#!/usr/bin/env bash
# Opens the pages of `workbench practice` in a headless Chromium, and completes the flow.
#   bash Tests/Clients/practice-browser.sh PATH/TO/workbench [FOLDER-FOR-SCREENSHOTS]
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
driver=
# The driver has its own process group, so that its browser ends with it.
trap '[ -z "$driver" ] || kill -- "-$driver" 2> /dev/null || true; rm -rf "$scratch"' EXIT
pictures=${2:-$scratch/pictures}
mkdir -p "$pictures"
pictures=$(realpath "$pictures")

needs chromium=chromium chromedriver=chromium-driver || skip "Chromium is not installed, and cannot be."
python_with "$scratch/venv" selenium || skip "Selenium is not installed, and cannot be."
cd "$scratch"
set -m
PYTHONDONTWRITEBYTECODE=1 TMPDIR=$scratch HOME=$scratch \
  bash "$here/at-most.sh" 240 venv/bin/python "$here/practice-browser.py" "$workbench" "$pictures" &
driver=$!
code=0
wait "$driver" || code=$?
exit "$code"
