#!/usr/bin/env bash
# Drives `workbench practice` with curl only: the flow of an application of type client and of type
# server, rejections, refresh, introspection, and revocation. Prints one line per check.
#   bash Tests/Clients/practice-curl.sh PATH/TO/workbench
set -euo pipefail
workbench=$(realpath "$1")
source "$(dirname "$0")/common.sh"
needs curl=curl openssl=openssl || skip "curl or openssl is not installed, and cannot be."
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT
cd "$scratch"

start_server "$workbench" server.log
callback=http://127.0.0.1:8089/callback
escaped_callback=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback
secret=practice-secret-of-the-server-app

# Sends a request; stores its status, head, and body.
send() {
  status=$(curl --silent --show-error --max-time 10 --dump-header head.txt --output body \
    --write-out '%{http_code}' "$@")
  touch body
}
check() { # NAME EXPECTED ACTUAL
  if [ "$2" = "$3" ]; then echo "ok    $1"; return; fi
  printf 'wrong %s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
  tail -n 5 server.log; tr -d '\r' < head.txt; head -c 2000 body; echo
  exit 1
}
contains() { # NAME TEXT FILE
  if grep -q -- "$2" "$3"; then check "$1" yes yes; else check "$1" "$2" "not there"; fi
}
lacks() { # NAME TEXT FILE
  if grep -qi -- "$2" "$3"; then check "$1" "nothing" "$2"; else check "$1" yes yes; fi
}
json() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" body; }
field() { tr -d '\r' < head.txt | sed -n "s/^$1: //Ip"; }
parameter() { field location | sed -n "s/.*[?&]$1=\([^&#]*\).*/\1/p"; }
random() { openssl rand -hex 32; }
s256() { printf %s "$1" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# Opens the consent page like a browser, and presses a button: consent CLIENT QUERY BUTTON [SCOPE…]
consent() {
  local client=$1 query=$2 button=$3 ticks=() scope
  shift 3
  for scope in "$@"; do ticks+=(--data-urlencode "scope=$scope"); done
  send --cookie jar --cookie-jar jar "$base/oauth2/authorize?response_type=code&client_id=$client&redirect_uri=$escaped_callback&scope=activity%20profile&state=s-1&prompt=consent$query"
  check "$client: the consent page is shown" 200 "$status"
  page_token=$(sed -n 's/.*name="page_token" value="\([^"]*\)".*/\1/p' body)
  send --cookie jar --cookie-jar jar --data-urlencode "page_token=$page_token" --data "decision=$button" \
    ${ticks[@]+"${ticks[@]}"} "$base/oauth2/authorize/decision"
  check "$client: $button leads back" 303 "$status"
  check "$client: the state comes back" s-1 "$(parameter state)"
  code=$(parameter code)
}
redeem() { # OPTION…: the token request; the common part
  send "$@" --data grant_type=authorization_code --data "code=$code" \
    --data-urlencode "redirect_uri=$callback" "$base/oauth2/token"
}
refused() { # NAME STATUS TYPE
  check "$1: status" "$2" "$status"
  check "$1: errorType" "$3" "$(json errorType)"
  contains "$1: Fitbit's shape" '"success": *false' body
}

echo "-- a client application, S256"
verifier=$(random)
consent CLI001 "&code_challenge=$(s256 "$verifier")&code_challenge_method=S256" allow activity profile
contains "the page was not to be kept" '[Nn]o-store' head.txt
redeem --data client_id=CLI001 --data "code_verifier=$verifier"
check "the code is exchanged for tokens" 200 "$status"
check "scope" "activity profile" "$(json scope)"
check "token type" Bearer "$(json token_type)"
contains "tokens are not to be kept" '[Nn]o-store' head.txt
access=$(json access_token)
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
check "the token opens the profile" 200 "$status"
contains "calls are counted" 'Fitbit-Rate-Limit-Remaining: 149' head.txt
send --header "Authorization: Bearer $access" "$base/1.2/user/-/sleep/date/today.json"
check "and not the sleep data" 403 "$status"
redeem --data client_id=CLI001 --data "code_verifier=$verifier"
refused "a reused code" 400 invalid_grant
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
check "the reuse revoked the tokens" 401 "$status"

echo "-- a client application, plain"
verifier=$(random)
consent CLI001 "&code_challenge=$verifier" allow profile
redeem --data client_id=CLI001 --data "code_verifier=$(random)"
refused "a wrong verifier" 400 invalid_grant
redeem --data client_id=CLI001
refused "a missing verifier" 400 invalid_grant
redeem --data client_id=CLI001 --data "code_verifier=$verifier"
check "the right verifier, after the wrong ones" 200 "$status"
check "only what was ticked" profile "$(json scope)"

echo "-- a server application, S256"
verifier=$(random)
consent SRV001 "&code_challenge=$(s256 "$verifier")&code_challenge_method=S256" allow activity profile
redeem --user SRV001:wrong --data "code_verifier=$verifier"
refused "a wrong secret" 401 invalid_client
contains "a challenge comes with it" '^WWW-Authenticate: Basic' head.txt
redeem --data client_id=SRV001 --data "client_secret=$secret" --data "code_verifier=$verifier"
refused "a secret in the body" 401 invalid_client
redeem --data client_id=CLI001 --data "code_verifier=$verifier"
refused "another client's code" 400 invalid_grant
redeem --user "SRV001:$secret" --data "code_verifier=$verifier"
check "the code is exchanged for tokens" 200 "$status"
access=$(json access_token)
refresh=$(json refresh_token)

echo "-- refresh"
renew() { send --user "SRV001:$secret" --data grant_type=refresh_token --data "refresh_token=$1" "$base/oauth2/token"; }
renew "$refresh"
check "a refresh gives a new pair" 200 "$status"
cp body first
check "a new refresh token" different "$([ "$(json refresh_token)" = "$refresh" ] || echo different)"
renew "$refresh"
check "repeated at once" 200 "$status"
check "the same answer" same "$(cmp -s body first && echo same)"
access=$(json access_token)
newest=$(json refresh_token)
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
check "the new token opens the profile" 200 "$status"
send --header "Authorization: Bearer $access" --data "token=$access" "$base/1.1/oauth2/introspect"
check "introspection" 200 "$status"
contains "it says active" '"active": *true' body
contains "with Fitbit's scopes" '{ACTIVITY=READ_WRITE, PROFILE=READ_WRITE}' body
send --header "Authorization: Bearer $access" --data token=nonsense "$base/1.1/oauth2/introspect"
contains "an unknown token is not active" '"active": *false' body

echo "-- revoke"
send --user SRV001:wrong --data "token=$access" "$base/oauth2/revoke"
refused "revoking with a wrong secret" 401 invalid_client
send --user "SRV001:$secret" --data "token=$newest" "$base/oauth2/revoke"
check "revoke" 200 "$status"
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
check "the access token is revoked" 401 "$status"
check "with" invalid_token "$(json errorType)"
renew "$newest"
refused "the refresh token is revoked" 400 invalid_grant

echo "-- a late replay"
verifier=$(random)
consent SRV001 "&code_challenge=$verifier&code_challenge_method=plain" allow profile
redeem --user "SRV001:$secret" --data "code_verifier=$verifier"
check "plain, with a secret" 200 "$status"
refresh=$(json refresh_token)
renew "$refresh"
access=$(json access_token)
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
renew "$refresh"
refused "a replay after the new token was used" 400 invalid_grant
send --header "Authorization: Bearer $access" "$base/1/user/-/profile.json"
check "it ended the family" 401 "$status"

echo "-- no"
consent CLI001 "&code_challenge=$(random)" deny
check "Deny" access_denied "$(parameter error)"
check "without a code" "" "$(parameter code)"
consent CLI001 "&code_challenge=$(random)" allow
check "Allow with nothing ticked" access_denied "$(parameter error)"

echo "-- refusals"
send "$base/oauth2/authorize?response_type=code&client_id=CLI001&redirect_uri=$escaped_callback%2F&scope=profile&code_challenge=$verifier"
check "a redirect_uri that only resembles: status" 400 "$status"
check "a redirect_uri that only resembles: no Location" "" "$(field location)"
send "$base/oauth2/authorize?response_type=code&client_id=%3Cb%3ENOBODY&redirect_uri=$escaped_callback&scope=profile&code_challenge=$verifier"
check "an unknown client: status" 400 "$status"
check "an unknown client: no Location" "" "$(field location)"
send "$base/oauth2/authorize?response_type=code&client_id=CLI001&redirect_uri=$escaped_callback&scope=profile"
check "a client application without PKCE" 400 "$status"
send "$base/oauth2/authorize?response_type=code&client_id=CLI001&redirect_uri=$escaped_callback&scope=%3Cscript%3E&code_challenge=$verifier"
check "an unknown scope" 400 "$status"
lacks "its name is escaped" '<script' body
send --user "SRV001:$secret" --data grant_type=password "$base/oauth2/token"
refused "an unknown grant" 400 unsupported_grant_type
send --data grant_type=client_credentials --data client_id=CLI001 "$base/oauth2/token"
refused "client credentials without a secret" 400 unauthorized_client
send --user "SRV001:$secret" --data grant_type=client_credentials "$base/oauth2/token"
check "client credentials" 200 "$status"
check "they return no refresh token" "" "$(json refresh_token)"
send --user "SRV001:$secret" --data grant_type=client_credentials --data grant_type=refresh_token "$base/oauth2/token"
refused "a repeated parameter" 400 invalid_request
send "$base/oauth2/token"
check "GET at the token endpoint" 405 "$status"
check "what is allowed there" POST "$(field allow)"
send "$base/1/user/-/profile.json?access_token=$access"
check "a token in the URL" 400 "$status"
send --cookie "practice_browser=somebody-else" --data page_token=nonsense --data decision=allow --data scope=profile "$base/oauth2/authorize/decision"
check "a forged consent" 400 "$status"
check "a forged consent: no Location" "" "$(field location)"

echo "-- the end"
kill -INT "$server"
code=0
wait "$server" || code=$?
server=
check "SIGINT stops the server" 0 "$code"
