# shellcheck shell=bash
# Sourced by the other scripts in this folder: installs packages if possible, and starts the server.
clients=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Installs Debian packages if possible.
install() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 0
  export DEBIAN_FRONTEND=noninteractive
  # One at a time: apt-get fails if another one is running.
  (
    flock 9
    bash "$clients/at-most.sh" 120 apt-get update \
      && bash "$clients/at-most.sh" 300 apt-get install -y --no-install-recommends "$@"
  ) > /dev/null 2>&1 9> "${TMPDIR:-/tmp}/workbench-install.lock" || true
}

# Checks for commands, and installs the packages of missing ones: needs COMMAND=PACKAGE…
needs() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" > /dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
  for pair in "$@"; do
    command -v "${pair%%=*}" > /dev/null || return 1
  done
}

# Creates a virtual environment with PyPI packages: python_with FOLDER PACKAGE…
python_with() {
  local folder=$1
  shift
  needs python3=python3 || return 1
  if ! python3 -m venv "$folder" > /dev/null 2>&1; then
    install python3-venv
    python3 -m venv --clear "$folder" > /dev/null 2>&1 || return 1
  fi
  python_gets "$folder" "$@"
}

# Installs PyPI packages into a virtual environment: python_gets FOLDER PACKAGE…
python_gets() {
  local folder=$1
  shift
  bash "$clients/at-most.sh" 300 "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" > /dev/null 2>&1
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

skip() {
  echo "Skipped: $*"
  exit 0
}

# Starts the practice server on any free port, or on practice_port: start_server WORKBENCH OUTPUT [OPTION…]
# Sets server (its process ID) and base (its URL).
start_server() {
  local program=$1 output=$2
  shift 2
  : > "$output"
  "$program" practice --port "${practice_port:-0}" --color never "$@" > "$output" 2>&1 &
  server=$!
  base=
  for _ in $(seq 100); do
    base=$(sed -n 's/^Practice server on //p' "$output")
    [ -n "$base" ] && return 0
    kill -0 "$server" 2> /dev/null || break
    sleep 0.1
  done
  cat "$output" >&2
  return 1
}
