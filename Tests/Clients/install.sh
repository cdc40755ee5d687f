#!/usr/bin/env bash
# Installs programs into folders whose names contain spaces, uses them, and removes them. The programs are already
# built, or the installation builds them; then this also makes the archive of a release.
#   bash Tests/Clients/install.sh [FOLDER_WITH_THE_PROGRAMS]
set -euo pipefail
if [ $# -gt 0 ]; then
  WORKBENCH_BUILT=$(cd "$1" && pwd)
  export WORKBENCH_BUILT
fi
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/a home" PREFIX="$scratch/a prefix" SHELL=/bin/bash
mkdir "$HOME" "$PREFIX"
bin=$PREFIX/bin

fail() {
  echo "wrong: $1"
  cat "$scratch/printed"
  exit 1
}

if [ $# = 0 ]; then bash .ci/release "$scratch/archives"; fi
# Lists the installed files, one per line.
installed() { (cd "$PREFIX" && find . -type f | sort); }

printf '%s\n' kept > "$PREFIX/of somebody else"
bash .install/install > "$scratch/printed" 2>&1 || fail "the first installation failed"
grep -q 'is not in the PATH' "$scratch/printed" || fail "nothing is said about the PATH"
# Types the commands that the installation prints.
line=$(sed -n 's/^  \(export PATH=.*\)$/\1/p' "$scratch/printed")
found=$(eval "$line"; command -v workbench)
[ "$found" = "$bin/workbench" ] || fail "the line for the PATH does not put it there: $line"
line=$(sed -n 's/^  \(source .*\)$/\1/p' "$scratch/printed")
(eval "$line" && declare -F _workbench > /dev/null) || fail "the line for bash does not work: $line"
installed > "$scratch/first"
[ "$(grep -cE '/(workbench|workbench-network|_workbench|workbench.fish)$' "$scratch/first")" -eq 5 ] \
  || fail "not what should be installed: $(cat "$scratch/first")"
echo "ok    installed, and each line to type works"

# A partial file from a killed run and a running program do not prevent the installation.
echo part > "$bin/workbench.new.1"
"$bin/workbench" practice --port 0 > "$scratch/practice" 2>&1 &
server=$!
PATH=$bin:$PATH bash .install/install > "$scratch/printed" 2>&1 || fail "the second installation failed"
kill "$server"
wait "$server" 2> /dev/null || true
grep -q '^Start here: workbench walk$' "$scratch/printed" || fail "no first command on the PATH"
installed | diff "$scratch/first" - || fail "the second installation left other files"
echo "ok    installed again"

(cd "$scratch" && env -i PATH=/usr/bin:/bin HOME="$HOME" "$bin/workbench" doctor) > "$scratch/printed" 2>&1 || true
grep -q '^ok  *network program' "$scratch/printed" || fail "the pair does not fit"
(cd "$scratch" && "$bin/workbench" walk --no-pause) > "$scratch/printed" 2>&1 || fail "the installed program does not walk"
grep -q -- '-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM' "$scratch/printed" || fail "the walk lacks the challenge"
if grep -q 'swift run' "$scratch/printed"; then fail "the installed program names swift run"; fi
echo "ok    walks, and finds the network program"

# An interrupted run leaves the installed files intact.
before=$(cksum < "$bin/workbench")
mkdir "$scratch/slow"
cat > "$scratch/slow/chmod" << 'SCRIPT'
#!/bin/sh
exec sleep 5
SCRIPT
chmod +x "$scratch/slow/chmod"
PATH=$scratch/slow:$PATH bash .install/install > "$scratch/printed" 2>&1 &
running=$!
sleep 2
# The shell handles the signal only when its child has ended.
kill "$running"
wait "$running" 2> /dev/null || true
[ "$(cksum < "$bin/workbench")" = "$before" ] || fail "an interrupted run changed the program"
echo "ok    interrupted, and nothing changed"

bash .install/uninstall > "$scratch/printed" 2>&1 || fail "it cannot be removed"
[ "$(installed)" = "./of somebody else" ] || fail "left: $(installed)"
bash .install/uninstall > "$scratch/printed" 2>&1 || fail "to remove nothing failed"
grep -q 'Nothing is installed' "$scratch/printed" || fail "nothing is said about nothing"
if PREFIX=relative bash .install/install > "$scratch/printed" 2>&1; then fail "a relative folder is taken"; fi
echo "ok    removed"
