# shellcheck shell=bash
# Sourced by run and full, which say what is checked; this says how: one after the other, or side by side.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Undeclared imports are errors.
# shellcheck disable=SC2034
arrows=(--explicit-target-dependency-import-check error)
started=$SECONDS
names=() commands=() times=()

say() { printf '\n== %s\n' "$*"; }

# Runs a check now; the first one that fails ends everything: now NAME COMMAND [ARGUMENT…]
now() {
  local name=$1 start=$SECONDS
  shift
  say "$name"
  "$@"
  times+=("$((SECONDS - start)) $name")
}

# Keeps a check for `together`: later NAME COMMAND [ARGUMENT…]
later() {
  local word line=
  names+=("$1")
  shift
  for word in "$@"; do line="$line $(printf '%q' "$word")"; done
  commands+=("$line")
}

# Takes one check after the other that nobody has taken yet. A folder can be made once.
work() {
  local index start code
  for index in "${!names[@]}"; do
    mkdir "$scratch/taken-$index" 2> /dev/null || continue
    start=$SECONDS code=0
    # In a shell of its own, so that neither `exit` nor a trap of a check ends the others.
    (eval "${commands[$index]}") > "$scratch/output-$index" 2>&1 < /dev/null || code=$?
    echo "$code $((SECONDS - start))" > "$scratch/done-$index"
    printf '%4d s  %s\n' "$((SECONDS - start))" "${names[$index]}"
  done
}

# Runs what was kept, two at a time, and prints each output whole. One failure does not stop the others.
together() {
  local index code seconds failed=0
  say "${#names[@]} checks, two at a time"
  work & work
  wait
  for index in "${!names[@]}"; do
    code=1 seconds=0
    read -r code seconds < "$scratch/done-$index" || true
    say "${names[$index]}"
    cat "$scratch/output-$index"
    times+=("$seconds ${names[$index]}")
    if [ "$code" != 0 ]; then
      echo "FAILED with exit code $code: ${names[$index]}"
      failed=1
    fi
  done
  names=() commands=()
  rm -rf "$scratch"/taken-* "$scratch"/done-* "$scratch"/output-*
  return "$failed"
}

# Prints how long each check took, the longest first.
closing() {
  say "Seconds, of $((SECONDS - started)) in all"
  printf '%s\n' "${times[@]}" | sort -rn
  say "All is well"
}
