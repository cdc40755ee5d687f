#!/usr/bin/env bash
# Runs `workbench check` on small clients that use three OAuth libraries for Python.
#   bash Tests/Clients/check-libraries.sh PATH/TO/workbench [LIBRARY…]
# The expected verdicts and their reasons are in check-libraries/expected.txt. If the libraries cannot be installed,
# the test is skipped.
set -euo pipefail
workbench=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 TMPDIR=$scratch
table=$here/check-libraries/expected.txt
python=$scratch/venv/bin/python
# The versions are fixed, because the verdicts depend on them.
versions=$(sed -n 's/^# Versions: //p' "$table")
# shellcheck disable=SC2086
python_with "$scratch/venv" $versions || skip "The Python libraries cannot be installed here."

# Prints a column without surrounding spaces.
bare() { printf '%s' "$1" | sed 's/^ *//; s/ *$//'; }

# Prints the cases of a report that failed or were not reached: verdicts FILE
verdicts() {
  "$python" -c '
import json, sys
cases = json.load(open(sys.argv[1]))["cases"]
print("; ".join(
    name + ": " + (" ".join(c["id"] for c in cases if c["verdict"] == name) or "none")
    for name in ("failed", "not_reached")))' "$1"
}

# Prints what a report says about the failed cases that are not expected: surprises FILE EXPECTED
surprises() {
  "$python" -c '
import json, sys
for case in json.load(open(sys.argv[1]))["cases"]:
    if case["verdict"] in ("failed", "not_reached") and case["id"] not in sys.argv[2].replace(";", "").split():
        print("  " + case["id"] + ": " + (case["received"] or case["note"]))' "$1" "$2"
}

# Checks one client: try LIBRARY OPTIONS METHOD EXPECTED
try() {
  local name=$1 options=$2 method=$3 expected=$4 got code=0 wanted=1 began=$SECONDS
  local client=$here/check-libraries/$1_client.py
  case $expected in 'failed: none;'*) wanted=0 ;; esac
  # shellcheck disable=SC2086
  bash "$here/at-most.sh" 300 "$workbench" check --format json --timeout 30 --jobs 2 $options \
    --revoke-command "'$python' '$client' $method revoke" -- "$python" "$client" $method \
    > "$scratch/report.json" 2> "$scratch/progress" < /dev/null || code=$?
  got=$(verdicts "$scratch/report.json" 2> /dev/null) || got="no report"
  name="$name${options:+ $options}${method:+ $method}"
  if [ "$code" = "$wanted" ] && [ "$got" = "$expected" ]; then
    echo "ok    $name, $((SECONDS - began)) s"
    passed=$((passed + 1))
    return
  fi
  printf 'wrong %s, exit code %s\n  expected: %s\n  got:      %s\n' "$name" "$code" "$expected" "$got"
  if [ "$got" = "no report" ]; then
    tail -n 5 "$scratch/progress"
  else
    surprises "$scratch/report.json" "$expected"
  fi
  failed=$((failed + 1))
}

passed=0 failed=0
while IFS='|' read -r -u 3 name options method expected; do
  name=$(bare "$name")
  case $name in '' | '#'*) continue ;; esac
  case " $* " in '  ' | *" $name "*) ;; *) continue ;; esac
  try "$name" "$(bare "$options")" "$(bare "$method")" "$(bare "$expected")"
done 3< "$table"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
