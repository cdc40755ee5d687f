#!/usr/bin/env bash
# Runs the snippet complete-client against `workbench practice`, with curl instead of a browser,
# and compares its output with the output that its comments promise.
#   bash Tests/Clients/complete-client.sh PATH/TO/workbench PATH/TO/complete-client
set -euo pipefail
workbench=$(realpath "$1")
client=$(realpath "$2")
snippet=$(realpath "$(dirname "$0")/../../Snippets/complete-client.swift")
source "$(dirname "$0")/common.sh"
needs curl=curl || skip "curl is not installed, and cannot be."
scratch=$(mktemp -d)
server=''
running=''
end() {
  local process
  for process in $server $running; do kill "$process" 2> /dev/null || true; done
  rm -rf "$scratch"
}
trap end EXIT
cd "$scratch"

# The snippet uses the ports in the README, as a reader's client does.
taken() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }
for port in 8088 8089; do
  ! taken "$port" || skip "another program listens on port $port."
done
practice_port=8088 start_server "$workbench" server.log --auto-approve

: > told
bash "$clients/at-most.sh" 60 "$client" > printed 2> told &
running=$!
address=
for _ in $(seq 100); do
  address=$(sed -n 's/^Open this URL: //p' told)
  [ -n "$address" ] && break
  kill -0 "$running" 2> /dev/null || break
  sleep 0.1
done
[ -n "$address" ] || { echo "The client printed no URL."; cat told server.log; exit 1; }
# Follows the redirects from the server to the redirect URI, and to its last page.
curl --silent --show-error --max-time 20 --location --output page "$address"
wait "$running" || { echo "The client failed."; cat told server.log; exit 1; }
running=

sed -n 's#^// Prints "\(.*\)"$#\1#p' "$snippet" > promised
[ -s promised ] || { echo "complete-client promises no output."; exit 1; }
diff promised printed
grep -q '<h1>Done</h1>' page || { echo "The browser did not receive the last page."; cat page; exit 1; }
# Nothing secret reaches the terminal: only the URL is printed.
[ "$(wc -l < told)" -eq 1 ] || { echo "It printed more than the URL."; cat told; exit 1; }
cat printed
