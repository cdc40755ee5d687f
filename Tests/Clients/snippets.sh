#!/usr/bin/env bash
# Runs every snippet and compares its output with what it says that it prints: snippets.sh FOLDER
set -euo pipefail
bin=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for snippet in Snippets/*.swift; do
  name=$(basename "$snippet" .swift)
  # It needs a server and a browser: complete-client.sh gives it both.
  [ "$name" = complete-client ] && continue
  (cd "$scratch" && "$bin/$name") > "$scratch/printed"
  sed -n 's#^// Prints "\(.*\)"$#\1#p' "$snippet" > "$scratch/promised"
  [ -s "$scratch/promised" ] || { echo "$name promises no output."; exit 1; }
  diff "$scratch/promised" "$scratch/printed"
  echo "$name"
done
