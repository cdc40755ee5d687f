#!/usr/bin/env bash
# Runs `workbench walk --mode live` against independent authorization servers: Authlib's, oidc-provider-mock,
# nanoidp, and the MCP Python SDK's from PyPI, and Glewlwyd from Debian. One that cannot be installed is skipped.
#   bash Tests/Clients/live-servers.sh PATH/TO/workbench [NAME…]
# WORKBENCH_TRANSCRIPTS can name a folder for the program's output, one file per server.
set -euo pipefail
workbench=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
server='' unpacking=''
trap 'kill $server $unpacking 2> /dev/null || true; rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 TMPDIR=$scratch
needs python3=python3 || skip "python3 is not installed, and cannot be."
[ $# -gt 0 ] || set -- authlib oidc-mock nanoidp mcp glewlwyd
failed=0

# The versions are fixed, because the expectations depend on them.
packages() {
  case $1 in
    authlib) echo authlib==1.9.10 flask==3.1.3 ;;
    oidc-mock) echo oidc-provider-mock==0.3.4 ;;
    nanoidp) echo nanoidp==3.4.0 ;;
    mcp) echo mcp==2.3.0 ;;
  esac
}

# Installs the packages of a PyPI server, if they were not installed with the others.
# shellcheck disable=SC2046
pypi() { [ -n "$has_all" ] || python_gets "$scratch/venv" --no-compile $(packages "$1"); }

# Unpacks Glewlwyd and missing libraries without installing them, because its package starts a service.
glewlwyd() {
  local packages
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || return 1
  # On a new machine, apt-get has no package lists yet.
  apt-cache show glewlwyd > /dev/null 2>&1 || bash "$here/at-most.sh" 120 apt-get update > /dev/null 2>&1 || return 1
  packages=$(apt-get install -s --no-install-recommends glewlwyd 2> /dev/null \
    | awk '$1 == "Inst" && $2 ~ /^lib/ && $2 !~ /^libjs-/ { print $2 }') || return 1
  mkdir -p "$scratch/packages" "$scratch/root"
  # shellcheck disable=SC2086
  (cd "$scratch/packages" && bash "$here/at-most.sh" 120 apt-get download $packages glewlwyd) > /dev/null 2>&1 || return 1
  for package in "$scratch"/packages/*.deb; do
    dpkg-deb -x "$package" "$scratch/root" || return 1
  done
  dpkg-deb -f "$scratch"/packages/glewlwyd_*.deb Version > "$scratch/version"
}

# Starts a server and runs a walk against it: try NAME PYTHON
try() {
  local name=$1 python=$2 port redirect title=
  port=$(free_port)
  redirect=$(free_port)
  : > "$scratch/listening"
  # In its own folder, because one of them writes its keys to the current folder.
  (cd "$scratch" \
    && exec "$python" "$here/servers/serve-$name.py" "$port" "http://127.0.0.1:$redirect/callback" "$scratch") \
    > "$scratch/listening" 2> "$scratch/server.log" &
  server=$!
  for _ in $(seq 300); do
    title=$(sed -n 's/^listening: //p' "$scratch/listening")
    [ -z "$title" ] || break
    kill -0 "$server" 2> /dev/null || break
    sleep 0.1
  done
  if [ -z "$title" ]; then
    echo "wrong $name does not start"
    tail -n 20 "$scratch/server.log"
    failed=1
  elif ! bash "$here/at-most.sh" 60 \
    python3 "$here/live-servers.py" "$workbench" "$name" "http://127.0.0.1:$port" "$redirect" "$title" \
    ${WORKBENCH_TRANSCRIPTS:+"$WORKBENCH_TRANSCRIPTS/$name.txt"}; then
    echo "FAILED: $name. The last lines of its log:"
    tail -n 10 "$scratch/server.log"
    failed=1
  fi
  kill "$server" 2> /dev/null || true
  wait "$server" 2> /dev/null || true
  server=
}

case " $* " in *" glewlwyd "*) glewlwyd & unpacking=$! ;; esac
# All at once, which is faster. If that fails, each is installed separately.
has_all=
wanted=$(for name; do packages "$name"; done)
# shellcheck disable=SC2086
if [ -n "$wanted" ] && python_with "$scratch/venv" --no-compile $wanted; then has_all=yes; fi
for name; do
  python=$scratch/venv/bin/python
  case $name in
    authlib | oidc-mock | nanoidp | mcp) pypi "$name" ;;
    glewlwyd) python=python3 && wait "$unpacking" ;;
    *) echo "There is no server $name." && exit 64 ;;
  esac || { echo "Skipped: $name cannot be installed here."; continue; }
  try "$name" "$python"
done
exit "$failed"
