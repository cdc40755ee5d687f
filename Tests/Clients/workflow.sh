#!/usr/bin/env bash
# Checks the workflows in .github, which cannot run here: each one against the schema of its format, and each of
# their steps by bash, and by shellcheck where it is installed.
#   bash Tests/Clients/workflow.sh
set -euo pipefail
cd "$(dirname "$0")"
source ./common.sh
cd ../..
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
workflows=(.github/workflows/*.yml)

# Writes the command of each step to a file 1.sh, 2.sh … of a folder: extract WORKFLOW FOLDER
extract() {
  awk -v folder="$2" '
    function depth(line) { match(line, /^ */); return RLENGTH }
    # A block scalar lasts as long as its lines are indented deeper than its key.
    inside && NF && depth($0) <= key { inside = 0 }
    inside {
      if (NF && !first) first = depth($0)
      print substr($0, first + 1) > file
      next
    }
    /^ *(- )?run: / {
      file = folder "/" ++count ".sh"
      key = match($0, /run: /) - 1
      value = substr($0, key + 6)
      if (value ~ /^[|]-?$/) { inside = 1; first = 0; printf "" > file } else print value > file
    }' "$1"
}

for workflow in "${workflows[@]}"; do
  steps=$scratch/$(basename "$workflow" .yml)
  mkdir "$steps"
  extract "$workflow" "$steps"
  count=0
  for step in "$steps"/*.sh; do
    [ -s "$step" ] || { echo "$workflow: a step without a command"; exit 1; }
    bash -n "$step"
    count=$((count + 1))
  done
  # A way to write a command that `extract` does not know would go unseen.
  [ "$count" -eq "$(grep -c 'run: ' "$workflow")" ] || { echo "$workflow: a command was not found"; exit 1; }
  echo "$workflow: $count commands read by bash"
  if command -v shellcheck > /dev/null; then
    shellcheck --shell=bash --severity=warning "$steps"/*.sh
    echo "$workflow: $count commands read by shellcheck"
  else
    echo "Skipped: shellcheck is not installed."
  fi
done

check=$(command -v check-jsonschema || true)
if [ -z "$check" ]; then
  python_with "$scratch/venv" check-jsonschema || skip "check-jsonschema is not installed, and cannot be."
  check=$scratch/venv/bin/check-jsonschema
fi
"$check" --builtin-schema vendor.github-workflows "${workflows[@]}"
