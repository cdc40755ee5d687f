#!/usr/bin/env bash
# Drives `workbench practice` with independent OAuth libraries in six languages, in both profiles: a code with
# PKCE, the exchange, a call, a refresh, and the library's own error for a wrong verifier.
#   bash Tests/Clients/libraries.sh PATH/TO/workbench [NAME…]
# The expected output is in libraries/expected.txt. A library that cannot be installed is skipped.
set -euo pipefail
workbench=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 TMPDIR=$scratch
table=$here/libraries/expected.txt
needs curl=curl || skip "curl is not installed, and cannot be."
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(sed -n 's/^\([a-z][^ |]*\) *| fitbit .*/\1/p' "$table")

for name; do
  grep -q "^$name |" "$table" || { echo "There is no library $name." && exit 64; }
done

# The jars of the Java library and its dependencies.
jars=$(printf '/usr/share/java/%s.jar:' google-oauth-client google-http-client google-http-client-gson gson guava \
  opencensus-api opencensus-contrib-http-util grpc-context)

# Prints the Debian packages of a library: packages NAME
packages() {
  case $1 in
    x-oauth2) echo golang-go golang-golang-x-oauth2-dev ;;
    oauth2) echo ruby ruby-oauth2 ;;
    rack-oauth2) echo ruby ruby-rack-oauth2 ;;
    net-oauth2) echo perl libnet-oauth2-perl ;;
    google-oauth-client) echo default-jdk-headless libgoogle-oauth-client-java ;;
    iddawc) echo gcc libc6-dev libiddawc-dev ;;
  esac
}

# Prepares a library's client, and sets `client` to its command; fails if the library is missing: prepare NAME
prepare() {
  local clients_folder=$here/libraries
  case $1 in
    requests-oauthlib | authlib) client=("$scratch/venv/bin/python" "$clients_folder/with-$1.py")
      [ -x "${client[0]}" ] && "${client[0]}" -c "import authlib, requests_oauthlib" ;;
    x-oauth2) client=("$scratch/with-x-oauth2")
      GOPATH=/usr/share/gocode GO111MODULE=off GOFLAGS='' GOCACHE=$scratch/go \
        bash "$here/at-most.sh" 300 go build -o "$scratch/with-x-oauth2" "$clients_folder/with-x-oauth2.go" ;;
    oauth2 | rack-oauth2) client=(ruby "$clients_folder/with-$1.rb")
      ruby -e "require '$(echo "$1" | sed 's/rack-/rack\//')'" ;;
    net-oauth2) client=(perl "$clients_folder/with-net-oauth2.pl")
      perl -MNet::OAuth2::Profile::WebServer -e 1 ;;
    google-oauth-client) client=(java -cp "$jars$scratch" WithGoogleOAuthClient)
      bash "$here/at-most.sh" 120 javac -cp "$jars" -d "$scratch" "$clients_folder/WithGoogleOAuthClient.java" ;;
    iddawc) client=("$scratch/with-iddawc")
      gcc -o "$scratch/with-iddawc" "$clients_folder/with-iddawc.c" -liddawc ;;
  esac > "$scratch/prepared" 2>&1
}

# Prints a column without surrounding spaces.
bare() { printf '%s' "$1" | sed 's/^ *//; s/ *$//'; }

# Tests one library in one profile, with its own server: try NAME PROFILE SETTINGS EXPECTED
try() {
  local name=$1 profile=$2 settings=$3 expected=$4 secret got pattern code=0
  # shellcheck disable=SC2086
  start_server "$workbench" "$scratch/server.log" --auto-approve --profile "$profile" $settings
  secret=$(sed -n '/^  SRV001/{n;s/^ *client_secret //p;}' "$scratch/server.log")
  got=$(bash "$here/at-most.sh" 60 "${client[@]}" "$base" "$secret" x"$(printf '%042d' 0)" 2>&1 < /dev/null) || code=$?
  kill "$server"
  wait "$server" 2> /dev/null || true
  server=
  got=$(printf '%s' "$got" | tr -s '\n\t ' '   ' | sed 's/ *$//')
  # … represents any text; everything else is literal.
  expected="user: Robin Practice refresh: new $expected"
  pattern=$(printf '%s' "$expected" | sed 's/[][\\*?]/\\&/g; s/…/*/g')
  # shellcheck disable=SC2053
  if [[ $code = 0 && $got == $pattern ]]; then
    echo "ok    $name, $profile${settings:+, $settings}"
    passed=$((passed + 1))
    return
  fi
  printf 'wrong %s, %s, exit code %s\n  expected: %s\n  got:      %s\n' "$name" "$profile" "$code" "$expected" "$got"
  sed -n '/^Requests/,$p' "$scratch/server.log" | tail -n 10
  failed=$((failed + 1))
}

passed=0 failed=0 skipped=()
# All at once, which is faster. If one cannot be installed, each is tried separately.
wanted=$(for name; do packages "$name"; done)
absent=$(for package in $wanted; do dpkg -s "$package" > /dev/null 2>&1 || echo "$package"; done)
# Go, Java, or a compiler from another source also works.
for pair in go=golang-go javac=default-jdk-headless gcc=gcc ruby=ruby perl=perl; do
  command -v "${pair%%=*}" > /dev/null && absent=$(echo "$absent" | grep -vx "${pair#*=}" || true)
done
# shellcheck disable=SC2086
[ -z "$absent" ] || install $absent
# The versions are fixed, because the expected texts depend on them.
case " $* " in *oauthlib* | *authlib*)
  python_with "$scratch/venv" requests-oauthlib==2.0.0 oauthlib==4.0.1 authlib==1.9.10 requests || true ;;
esac
for name; do
  client=()
  prepare "$name" || { skipped+=("$name") && echo "Skipped: $name cannot be had here." && continue; }
  # The last column names the source of the text.
  while IFS='|' read -r -u 3 library profile settings expected _; do
    [ "$(bare "$library")" = "$name" ] || continue
    try "$name" "$(bare "$profile")" "$(bare "$settings")" "$(bare "$expected")"
  done 3< "$table"
done
[ ${#skipped[@]} -eq 0 ] || echo "Skipped: ${skipped[*]}"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
