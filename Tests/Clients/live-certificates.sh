#!/usr/bin/env bash
# Holds servers with bad certificates against `workbench-network`: it must not say a word to them.
#   bash Tests/Clients/live-certificates.sh PATH/TO/workbench-network
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
needs python3=python3 openssl=openssl || skip "python3 or openssl is not installed, and cannot be."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# Makes a certificate of the authority: certificate NAME ALTERNATIVE [START END]
certificate() {
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1" 2> /dev/null
  echo "subjectAltName=$2" > "$1.ext"
  openssl ca -batch -config ca.conf -in "$1.csr" -out "$1.pem" -extfile "$1.ext" -notext \
    ${3:+-startdate "$3"} ${4:+-enddate "$4"} 2> /dev/null
}
cat > ca.conf << 'CONF'
[ca]
default_ca = authority
[authority]
database = index
new_certs_dir = .
certificate = authority.pem
private_key = authority.key
rand_serial = yes
default_md = sha256
default_days = 2
policy = anything
unique_subject = no
[anything]
commonName = supplied
[req]
distinguished_name = name
[name]
CONF
: > index
openssl req -x509 -newkey rsa:2048 -nodes -keyout authority.key -out authority.pem -days 2 \
  -subj "/CN=Authority of a test" -addext basicConstraints=critical,CA:TRUE 2> /dev/null
certificate good DNS:localhost,IP:127.0.0.1
certificate name DNS:localhost
certificate other DNS:elsewhere.example
certificate expired DNS:localhost 20200101000000Z 20200201000000Z
openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 2 \
  -subj /CN=localhost -addext subjectAltName=DNS:localhost 2> /dev/null

python3 "$here/live-certificates.py" "$program" "$scratch" untrusted

# The authority is trusted by the processes below alone, which see another file in this place.
store=/etc/ssl/certs/ca-certificates.crt
if [ -f "$store" ] && unshare --map-root-user --mount true 2> /dev/null; then
  cat "$store" authority.pem > store.crt
  unshare --map-root-user --mount bash -c 'mount --bind store.crt "$1" && exec python3 "${@:2}"' \
    - "$store" "$here/live-certificates.py" "$program" "$scratch" trusted
else
  echo "Skipped: no authority can be made trusted here for a moment."
fi
