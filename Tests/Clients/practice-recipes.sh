#!/usr/bin/env bash
# Runs the recipes of `workbench help practice-tests`, each exactly as printed.
#   bash Tests/Clients/practice-recipes.sh PATH/TO/workbench RECIPE…
# The recipes are shell, pytest, go, and junit; one whose tools cannot be installed is skipped.
set -euo pipefail
workbench=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$workbench" "$scratch/bin/workbench"
export PATH="$scratch/bin:$PATH" NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
cd "$scratch"

# Writes a file from the help: recipe FILE
recipe() {
  mkdir "$1.d"
  workbench help practice-tests | awk -v file="$1" '
    $0 == "----" { on = 0 }
    on { print }
    $0 == "---- " file { on = 1 }' > "$1.d/$1"
  [ -s "$1.d/$1" ] || { echo "The help has no recipe $1."; exit 1; }
}

# Runs a command for at most two minutes, and shows its summary: run NAME COMMAND [ARGUMENT…]
run() {
  local name=$1
  shift
  echo "$name"
  bash "$here/at-most.sh" 120 "$@" > output 2>&1 || { cat output; echo "FAILED: $name"; exit 1; }
  grep -E '^passed: |[0-9]+ passed|^ok |tests successful' output
}

# Prints a class path of Debian's jars: jars NAME…
jars() {
  local name found=
  for name in "$@"; do
    [ -e "/usr/share/java/$name.jar" ] || return 1
    found="$found:/usr/share/java/$name.jar"
  done
  echo "${found#:}"
}

for name in "$@"; do
  case $name in
    shell)
      needs curl=curl || { echo "Skipped: curl is not installed, and cannot be."; continue; }
      recipe flow.sh
      run "Shell" sh flow.sh.d/flow.sh
      ;;
    pytest)
      python_with venv pytest || { echo "Skipped: pytest is not installed, and cannot be."; continue; }
      recipe test_flow.py
      run "pytest" env PYTHONDONTWRITEBYTECODE=1 venv/bin/python -m pytest -q -p no:cacheprovider test_flow.py.d/test_flow.py
      ;;
    go)
      needs go=golang-go || { echo "Skipped: Go is not installed, and cannot be."; continue; }
      recipe flow_test.go
      printf 'module flow\n\ngo 1.19\n' > flow_test.go.d/go.mod
      run "Go" env GOFLAGS=-mod=mod GOPROXY=off GOCACHE="$scratch/go" sh -c 'cd flow_test.go.d && go test'
      ;;
    junit)
      needs javac=default-jdk-headless || { echo "Skipped: Java is not installed, and cannot be."; continue; }
      needed=(junit-jupiter-api junit-jupiter-engine junit-platform-commons junit-platform-engine
        junit-platform-launcher junit-platform-console junit-platform-reporting opentest4j apiguardian-api picocli)
      jars "${needed[@]}" > /dev/null || install junit5
      path=$(jars "${needed[@]}") || { echo "Skipped: JUnit 5 is not installed, and cannot be."; continue; }
      junit=(--disable-banner)
      recipe FlowTest.java
      run "JUnit, compiled" javac -cp "$path" -d classes FlowTest.java.d/FlowTest.java || true
      run "JUnit" java -cp "$path:classes" org.junit.platform.console.ConsoleLauncher \
        -c FlowTest "${junit[@]}"
      ;;
    *) echo "There is no recipe $name."; exit 1 ;;
  esac
done
