#!/usr/bin/env bash
# Checks the workflows in .github and the container in .devcontainer, which cannot run here: each one against the
# schema of its format, each of their commands by bash, and by shellcheck where it is installed. What makes a
# release runs, from programs that are built already, up to the upload, which a program of the same name takes.
#   bash Tests/Clients/workflow.sh FOLDER_WITH_THE_PROGRAMS
set -euo pipefail
built=$(cd "$1" && pwd)
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
    # A block scalar ends at the first line that is not indented more than its key.
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
  # Detects commands in a format that `extract` does not support.
  [ "$count" -eq "$(grep -c 'run: ' "$workflow")" ] || { echo "$workflow: a command was not found"; exit 1; }
  echo "$workflow: $count commands read by bash"
  if command -v shellcheck > /dev/null; then
    shellcheck --shell=bash --severity=warning "$steps"/*.sh
    echo "$workflow: $count commands read by shellcheck"
  else
    echo "Skipped: shellcheck is not installed."
  fi
done

# Prints the step of the release that contains some words: release_step WORDS
release_step() { grep -l -m 1 -F "$1" "$scratch/release"/*.sh | head -n 1; }

mkdir "$scratch/fake"
printf '#!/bin/sh\necho "gh $*" >> "%s/uploads"\n[ "$2" != view ]\n' "$scratch" > "$scratch/fake/gh"
chmod +x "$scratch/fake/gh"
tag=v$("$built/workbench" --version | sed 's/^workbench //')
step=$(release_step '.ci/release archives')
sed "s|archives|'$scratch/archives'|" "$step" > "$scratch/step.sh"
WORKBENCH_BUILT=$built GITHUB_REF_NAME=$tag bash -e "$scratch/step.sh"
if WORKBENCH_BUILT=$built GITHUB_REF_NAME=v0.0.0-other bash -e "$scratch/step.sh" > "$scratch/printed"; then
  echo "A tag that is not the program's version makes a release."
  exit 1
fi
step=$(release_step 'gh release upload')
if command -v shasum > /dev/null; then
  (cd "$scratch/archives" && PATH=$scratch/fake:$PATH GITHUB_REF_NAME=$tag bash -e "$step")
  (cd "$scratch/archives" && shasum -a 256 -c SHA256SUMS && tar -tzf ./*.tar.gz | grep -q '/bin/workbench-network$')
  grep -q "^gh release create $tag " "$scratch/uploads"
  grep -q "^gh release upload $tag .*tar.gz SHA256SUMS$" "$scratch/uploads"
else
  echo "Skipped: shasum is not installed."
fi

needs python3=python3 || skip "python3 is not installed, and cannot be."
command=$(python3 - << 'PYTHON'
import json
with open(".devcontainer/devcontainer.json", encoding="utf-8") as file:
    container = json.load(file)
with open(".github/workflows/ci.yml", encoding="utf-8") as file:
    assert f"container: {container['image']}\n" in file.read(), "not the container of ci.yml"
print(container["updateContentCommand"])
PYTHON
)
bash -n -c "$command"
# The product that it names must be one that the tests build.
[ -x "$built/${command##* }" ] || { echo "The container builds something else: $command"; exit 1; }
echo ".devcontainer/devcontainer.json: $command"

if command -v actionlint > /dev/null; then actionlint; fi
check=$(command -v check-jsonschema || true)
if [ -z "$check" ]; then
  python_with "$scratch/venv" check-jsonschema || skip "check-jsonschema is not installed, and cannot be."
  check=$scratch/venv/bin/check-jsonschema
fi
"$check" --builtin-schema vendor.github-workflows "${workflows[@]}"
