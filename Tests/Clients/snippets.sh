#!/usr/bin/env bash
# Runs every snippet and compares its output with its comments: snippets.sh FOLDER
# With RECORD_SNIPPETS=1, it updates the comments if the number of lines is unchanged.
set -euo pipefail
bin=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for snippet in Snippets/*.swift; do
  name=$(basename "$snippet" .swift)
  # It needs a server and a browser; complete-client.sh provides both.
  [ "$name" = complete-client ] && continue
  (cd "$scratch" && "$bin/$name") > "$scratch/printed"
  sed -n 's#^// Prints "\(.*\)"$#\1#p' "$snippet" > "$scratch/promised"
  [ -s "$scratch/promised" ] || { echo "$name promises no output."; exit 1; }
  if [ "${RECORD_SNIPPETS:-}" = 1 ]; then
    awk 'NR == FNR { line[NR] = $0; next }
      /^\/\/ Prints ".*"$/ { $0 = "// Prints \"" line[++count] "\"" }
      { print }' "$scratch/printed" "$snippet" > "$scratch/renewed"
    cmp -s "$scratch/renewed" "$snippet" || cp "$scratch/renewed" "$snippet"
    sed -n 's#^// Prints "\(.*\)"$#\1#p' "$snippet" > "$scratch/promised"
  fi
  diff "$scratch/promised" "$scratch/printed"
  echo "$name"
done
