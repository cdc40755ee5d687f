#!/usr/bin/env bash
# Connects `workbench-network` to servers with bad certificates: it must send them nothing.
#   bash Tests/Clients/live-certificates.sh PATH/TO/workbench-network
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
source "$here/common.sh"
needs python3=python3 openssl=openssl || skip "python3 or openssl is not installed, and cannot be."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# Runs a command, and shows its output only if it fails.
quietly() { "$@" > openssl.log 2>&1 || { cat openssl.log; exit 1; }; }

# Issues a certificate from the authority: certificate NAME ALTERNATIVE [START END]
certificate() {
  quietly openssl req -config ca.conf -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1"
  echo "subjectAltName=$2" > "$1.ext"
  quietly openssl ca -batch -config ca.conf -in "$1.csr" -out "$1.pem" -extfile "$1.ext" -notext \
    ${3:+-startdate "$3"} ${4:+-enddate "$4"}
}
# LibreSSL, the `openssl` of macOS, supports all of these options too.
cat > ca.conf << 'CONF'
[ca]
default_ca = authority
[authority]
database = index
new_certs_dir = .
certificate = authority.pem
private_key = authority.key
serial = serial
default_md = sha256
default_days = 2
policy = anything
unique_subject = no
[anything]
commonName = supplied
[req]
distinguished_name = name
[name]
commonName = Name
[of_authority]
basicConstraints = critical,CA:TRUE
subjectKeyIdentifier = hash
[of_itself]
subjectAltName = DNS:localhost
CONF
: > index
echo 01 > serial
quietly openssl req -config ca.conf -x509 -newkey rsa:2048 -nodes -keyout authority.key -out authority.pem -days 2 \
  -subj "/CN=Authority of a test" -extensions of_authority
certificate good DNS:localhost,IP:127.0.0.1
certificate name DNS:localhost
certificate other DNS:elsewhere.example
certificate expired DNS:localhost 20200101000000Z 20200201000000Z
quietly openssl req -config ca.conf -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 2 \
  -subj /CN=localhost -extensions of_itself

python3 "$here/live-certificates.py" "$program" "$scratch" untrusted

# Only the processes below trust the authority: they see a different file at this path.
store=/etc/ssl/certs/ca-certificates.crt
if [ -f "$store" ] && unshare --map-root-user --mount true 2> /dev/null; then
  cat "$store" authority.pem > store.crt
  unshare --map-root-user --mount bash -c 'mount --bind store.crt "$1" && exec python3 "${@:2}"' \
    - "$store" "$here/live-certificates.py" "$program" "$scratch" trusted
else
  echo "Skipped: an authority cannot be trusted temporarily here."
fi
