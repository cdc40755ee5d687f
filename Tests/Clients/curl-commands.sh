#!/usr/bin/env bash
# Runs the commands of `workbench walk --format curl` with the real curl against a server on this
# machine, and compares the requests it received with those in the transcript.
#   bash Tests/Clients/curl-commands.sh PATH/TO/workbench
set -euo pipefail
workbench=$1
for tool in curl python3; do
  command -v "$tool" > /dev/null || { echo "Skipped: $tool is not installed."; exit 0; }
done
scratch=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2> /dev/null || true; rm -rf "$scratch"' EXIT
cd "$scratch"

cat > server.py <<'PYTHON'
import http.server, json, sys

class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        fields = {name: value for name, value in self.headers.items()}
        with open("arrived.jsonl", "a") as file:
            json.dump({"method": self.command, "target": self.path, "fields": fields, "body": body}, file)
            file.write("\n")
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = answer

    def log_message(self, *arguments):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open("port", "w") as file:
    file.write(str(server.server_port))
server.serve_forever()
PYTHON
python3 server.py &
server=$!
for _ in $(seq 50); do [ -s port ] && break; sleep 0.1; done
port=$(cat port)

for type in server client; do
  "$workbench" walk --app-type "$type" --format curl > commands.sh
  # Replaces Fitbit's servers with this machine.
  sed -E "s#https://(www|api)\.fitbit\.com#http://127.0.0.1:$port#" commands.sh > local.sh
  : > arrived.jsonl
  sh local.sh > answers 2> progress
  "$workbench" walk --app-type "$type" --format json > transcript.json
  python3 - <<'PYTHON'
import json
from urllib.parse import urlsplit
arrived = [json.loads(line) for line in open("arrived.jsonl")]
sent = [step["sends"] for step in json.load(open("transcript.json"))["steps"] if step["sends"]]
assert len(arrived) == len(sent) == 2, arrived
for got, wanted in zip(arrived, sent):
    url = urlsplit(wanted["url"])
    assert got["method"] == wanted["method"]
    assert got["target"] == url.path + ("?" + url.query if url.query else ""), got["target"]
    assert got["body"] == wanted["body"], got["body"]
    for field in wanted["fields"]:
        assert got["fields"].get(field["name"]) == field["value"], field
    if not any(field["name"] == "Authorization" for field in wanted["fields"]):
        assert "Authorization" not in got["fields"]
PYTHON
  echo "$type: both requests arrived as the transcript shows them"
done
