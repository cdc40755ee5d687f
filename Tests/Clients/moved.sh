#!/usr/bin/env bash
# Runs the program from an empty folder: its texts must be in the binary: moved.sh WORKBENCH
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
lessons=$PWD/Lessons
cp "$1" "$scratch/workbench"
cd "$scratch"
env -i PATH=/usr/bin:/bin ./workbench walk --no-pause > walk
grep -m 1 -- '-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM' walk
env -i PATH=/usr/bin:/bin ./workbench lesson 3 > lesson
grep -m 1 'Authorization response' lesson
# Each word of the lesson's first section must be in the output.
sed -n '/^## The question$/,/^## /p' "$lessons/3-authorization-response.md" | grep -v '^#' | tr -cs 'A-Za-z' '\n' \
  | while IFS= read -r word; do [ -z "$word" ] || grep -q "$word" lesson || { echo "missing: $word"; exit 1; }; done
echo "walks and shows lesson 3"
