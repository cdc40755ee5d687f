#!/usr/bin/env bash
# Checks that the scripts need neither GNU's tools nor a new bash, because macOS has neither: reads each script
# in posix mode and with shellcheck, tries the time limit without `timeout`, and runs the scripts that need no
# package with nothing on PATH but BusyBox's tools and the few others that macOS has.
#   bash Tests/Clients/portable.sh PATH/TO/workbench PATH/TO/complete-client
set -euo pipefail
workbench=$(realpath "$1")
client=$(realpath "$2")
cd "$(dirname "$0")"
source ./common.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

scripts=(*.sh)
for file in ../../.ci/* ../../.install/*; do
  if [ -f "$file" ] && head -n 1 "$file" | grep -q bash; then scripts+=("$file"); fi
done
for script in "${scripts[@]}"; do
  bash --posix -n "$script"
done
echo "${#scripts[@]} scripts read by bash ${BASH_VERSION%%[^0-9.]*} in posix mode"
if needs shellcheck=shellcheck; then
  shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR "${scripts[@]}"
  echo "${#scripts[@]} scripts read by shellcheck"
else
  echo "Skipped: shellcheck is not installed, and cannot be."
fi

# Links commands into the folder later used as PATH, and reports missing ones: link COMMAND…
tools=$scratch/tools
mkdir "$tools"
link() {
  local name file
  for name in "$@"; do
    file=$(command -v "$name") || { echo "Not installed: $name"; continue; }
    ln -s "$file" "$tools/$name"
  done
}

# Checks how a limited command ends, within seconds: limited NAME EXPECTED SECONDS COMMAND…
limited() {
  local name=$1 expected=$2 code=0 started=$SECONDS
  shift 2
  # The braces capture bash's own message about a killed process.
  { PATH=$tools bash ./at-most.sh "$@" > "$scratch/printed" 2>&1; } 2> /dev/null || code=$?
  if [ "$code" = "$expected" ] && [ $((SECONDS - started)) -lt 20 ]; then echo "ok    $name"; return; fi
  echo "wrong $name: exit code $code instead of $expected after $((SECONDS - started)) seconds"
  cat "$scratch/printed"
  exit 1
}

if command -v perl > /dev/null; then
  link bash perl sleep
  limited "a command that ends keeps its exit code" 7 10 bash -c 'exit 7'
  limited "a command that does not exist" 127 10 ./no-such-command
  limited "a command that a signal ends" 137 10 bash -c 'kill -KILL $$'
  limited "a command that takes too long" 124 1 sleep 30
  # A process that is still running would write to the file later.
  limited "what the command started ends with it" 124 1 \
    bash -c '(sleep 3; echo late > "$0") & sleep 30' "$scratch/late"
  limited "a command that ignores the signal is killed" 137 1 bash -c 'trap "" TERM; while :; do sleep 1; done'
  [ ! -e "$scratch/late" ] || { echo "wrong: a process outlived its limit"; exit 1; }
  PATH=$tools bash ./at-most.sh 30 bash -c '(sleep 3; echo late > "$0") & sleep 30' "$scratch/late" &
  running=$!
  sleep 1
  kill "$running"
  code=0
  wait "$running" 2> /dev/null || code=$?
  sleep 3
  [ "$code" = 143 ] && [ ! -e "$scratch/late" ] || { echo "wrong: a signal does not end it (exit code $code)"; exit 1; }
  echo "ok    a signal ends it, with what it started"
else
  echo "Skipped: perl is not installed, so nothing can stand in for timeout."
fi

needs busybox=busybox curl=curl openssl=openssl perl=perl python3=python3 \
  || skip "busybox or one of curl, openssl, perl and python3 is not installed, and cannot be."
rm -rf "$tools"
mkdir "$tools"
busybox=$(command -v busybox)
for name in basename cat chmod cmp cp cut diff dirname env find grep head id ls mkdir mktemp mv rm sed seq sleep \
  sort tail tee touch tr uname; do
  ln -s "$busybox" "$tools/$name"
done
# On macOS, `wc` puts spaces before its numbers.
printf '#!%s\n%s wc "$@" | %s sed "s/^/       /"\n' "$(command -v bash)" "$busybox" "$busybox" > "$tools/wc"
ln -s "$busybox" "$tools/realpath"
chmod +x "$tools/wc"
link bash curl openssl perl sh
# A link to a version manager's wrapper would not find its Python.
ln -s "$(python3 -c 'import sys; print(sys.executable)')" "$tools/python3"

# Runs a script with these tools, and shows its output only if it fails: with_tools SCRIPT ARGUMENT…
with_tools() {
  if PATH=$tools bash ./at-most.sh 300 bash "$@" > "$scratch/printed" 2>&1; then
    echo "ok    $1, with BusyBox's tools"
    sed -n 's/^Skipped/      Skipped/p' "$scratch/printed"
  else
    echo "wrong $1, with BusyBox's tools"
    tail -n 40 "$scratch/printed"
    exit 1
  fi
}
with_tools lessons.sh "$workbench"
with_tools curl-commands.sh "$workbench"
with_tools practice-curl.sh "$workbench"
with_tools complete-client.sh "$workbench" "$client"
with_tools live-certificates.sh "${workbench%/*}/workbench-network"
