#!/usr/bin/env bash
# Runs each command of the README's sh blocks; a comment may name the exit code: readme.sh FOLDER
set -euo pipefail
bin=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sed -n '/^```sh$/,/^```$/p' README.md | grep '^swift run' > "$scratch/commands"
while IFS= read -r line; do
  command=${line%%  *#*}; command=${command%% #*}
  wanted=0
  if [[ $line =~ exit\ code\ ([0-9]+) ]]; then wanted=${BASH_REMATCH[1]}; fi
  words=${command#swift run }
  got=0
  # The session of these runs goes into the scratch folder, like the output.
  (cd "$scratch" && eval "\"$bin/\"$words" < /dev/null > output 2> errors) || got=$?
  printf '%-4s %s\n' "$got" "$command"
  if [ "$got" != "$wanted" ]; then cat "$scratch/errors"; echo "expected exit code $wanted"; exit 1; fi
done < "$scratch/commands"
(cd "$scratch" && "$bin/workbench" walk --no-pause > walk)
# The challenge of Fitbit's guide.
grep -m 1 -- '-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM' "$scratch/walk"
