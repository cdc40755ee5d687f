#!/usr/bin/env bash
# Runs the recipes at the end of `help practice` as printed, except for the ports: the practice server after a TLS
# proxy, with a complete flow by curl, and after a port mapping, where socat acts as the container's.
#   bash Tests/Clients/proxies.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
started=()
finish() {
  local process
  for process in ${started[@]+"${started[@]}"}; do kill "$process" 2> /dev/null || true; done
  rm -rf "$scratch"
}
trap finish EXIT
cd "$scratch"
needs openssl=openssl socat=socat curl=curl python3=python3 || skip "openssl, socat, curl or python3 is not installed, and cannot be."

check() { # NAME EXPECTED ACTUAL
  if [ "$2" = "$3" ]; then echo "ok    $1"; return; fi
  printf 'wrong %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
  tail -n 20 ./*.log
  exit 1
}

# Prints a recipe's commands, one per line, with free ports: recipe HEADING
recipe() {
  "$workbench" help practice \
    | awk -v heading="$1" '$0 == heading { on = 1; next } /^[^ ]/ { on = 0 } on && sub(/^    /, "")' \
    | awk '{ sub(/^ */, ""); if (sub(/\\$/, "")) printf "%s", $0; else print }' \
    | sed "s/8443/$outside/g; s/9000/$outside/g; s/8088/$inside/g; s/practice --/practice --port $inside --/" \
    | sed "s|^swift run ||; s|^workbench |exec $workbench |; s|^socat |exec socat |"
}

# Starts a command of a recipe, for at most two minutes: start NAME COMMAND
start() {
  bash "$here/at-most.sh" 120 bash -c "$2" > "$1.log" 2>&1 &
  started+=("$!")
}

# Waits until a command succeeds: soon COMMAND…
soon() {
  for _ in $(seq 100); do
    "$@" > /dev/null 2>&1 && return
    sleep 0.1
  done
  check "within ten seconds: $*" yes no
}

member() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p"; }
get() { curl --silent --show-error --max-time 10 --cacert cert.pem "$@"; }
s256() { printf %s "$1" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# Runs a complete flow through the proxy, with the consent page: flow BASE
flow() {
  local base=$1 verifier token location code access
  verifier=$(openssl rand -hex 32)
  token=$(get --cookie-jar jar --get "$base/oauth2/authorize" --data response_type=code --data client_id=CLI001 \
    --data-urlencode redirect_uri=http://127.0.0.1:8089/callback --data scope=profile --data state=s-1 \
    --data "code_challenge=$(s256 "$verifier")" --data code_challenge_method=S256 \
    | sed -n 's/.*name="page_token" value="\([^"]*\)".*/\1/p')
  # A browser sends the page's origin, which is the proxy's.
  location=$(get --cookie jar --header "Origin: $base" --header "Sec-Fetch-Site: same-origin" \
    --output /dev/null --write-out '%{redirect_url}' --data-urlencode "page_token=$token" --data decision=allow \
    --data scope=profile "$base/oauth2/authorize/decision")
  code=$(echo "$location" | sed -n 's/.*[?&]code=\([^&#]*\).*/\1/p')
  access=$(get --data grant_type=authorization_code --data client_id=CLI001 --data "code=$code" \
    --data "code_verifier=$verifier" --data-urlencode redirect_uri=http://127.0.0.1:8089/callback \
    "$base/oauth2/token" | member access_token)
  check "a flow gives a name" "Robin Practice" \
    "$(get --header "Authorization: Bearer $access" "$base/1/user/-/profile.json" | member displayName)"
}

echo "-- behind a TLS proxy"
outside=$(free_port) inside=$(free_port)
recipe "Behind a TLS proxy" > tls.txt
check "the recipe has four commands" 4 "$(grep -c . tls.txt)"
bash "$here/at-most.sh" 60 bash -c "$(sed -n 1p tls.txt)" 2> openssl.log
start socat "$(sed -n 2p tls.txt)"
start practice "$(sed -n 3p tls.txt)"
base=https://localhost:$outside
soon bash -c "$(sed -n 4p tls.txt)"
check "the metadata names the proxy" "$base" "$(bash -c "$(sed -n 4p tls.txt)" 2> /dev/null | member issuer)"
check "a client that does not trust the certificate gets nothing" 60 \
  "$(curl --silent --max-time 10 "$base/" > /dev/null; echo $?)"
flow "$base"

echo "-- behind a port map"
outside=$(free_port) inside=$(free_port)
recipe "Behind a port map" > map.txt
check "the recipe has one command" 1 "$(grep -c . map.txt)"
start map "exec socat TCP-LISTEN:$outside,bind=127.0.0.1,reuseaddr,fork TCP:127.0.0.1:$inside"
start mapped "$(sed -n 1p map.txt)"
base=http://localhost:$outside
soon get --fail "$base/.well-known/oauth-authorization-server"
check "the metadata names the published port" "$base" \
  "$(get "$base/.well-known/oauth-authorization-server" | member issuer)"
flow "$base"
