#!/usr/bin/env bash
# Types command lines in bash, zsh, and fish, each in its own terminal, and checks what Tab completes.
#   bash Tests/Clients/completions.sh WORKBENCH
set -euo pipefail
workbench=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")"
source ./common.sh
needs python3=python3 || skip "python3 is not installed, and cannot be."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A program that replaces the workbench and prints its arguments.
mkdir "$scratch/a bin" "$scratch/home"
cat > "$scratch/a bin/workbench" << SCRIPT
#!/bin/sh
if [ "\$1" = completions ]; then exec '$workbench' "\$@"; fi
printf 'GOT'
printf '<%s>' "\$@"
echo END
SCRIPT
chmod +x "$scratch/a bin/workbench"
needs zsh=zsh fish=fish || true
for shell in bash zsh fish; do
  if command -v "$shell" > /dev/null; then
    python3 completions.py "$shell" "$scratch"
  else
    echo "Skipped: $shell is not installed, and cannot be."
  fi
done
