"""Writes archives with `--format har`, and reads them with independent libraries."""

import json
import subprocess
import sys
from urllib.parse import parse_qsl, urlsplit

from hario_core.parse import validate
from haralyzer import HarEntry, HarParser

workbench = sys.argv[1]

# The arguments, the exit code, and the status of each entry.
RUNS = [
    ("walk", 0, [302, 200]),
    ("walk --app-type client", 0, [302, 200]),
    ("walk --flow code", 0, [302, 200]),
    ("walk --flow implicit", 0, [302]),
    ("walk --flow client-credentials", 0, [200]),
    ("walk --scenario denied", 1, [302]),
    ("walk --scenario wrong-secret", 1, [302, 401]),
    ("walk --scenario not-json", 1, [302, 400]),
    ("walk --scenario gone", 69, [302, 410]),
    ("walk --mode practice --no-pause", 0, [303, 200]),
    ("profile", 0, [200]),
    ("introspect", 0, [200]),
    ("refresh", 0, [200]),
    ("revoke", 0, [200]),
]


def check(entry):
    request, response = entry["request"], entry["response"]
    url = urlsplit(request["url"])
    assert url.scheme in ("http", "https") and url.netloc, request["url"]
    pairs = [(pair["name"], pair["value"]) for pair in request["queryString"]]
    assert pairs == parse_qsl(url.query, keep_blank_values=True), pairs
    if "postData" in request:
        posted = request["postData"]
        pairs = [(pair["name"], pair["value"]) for pair in posted["params"]]
        assert pairs == parse_qsl(posted["text"], keep_blank_values=True), pairs
        assert request["bodySize"] == len(posted["text"].encode())
    content = response["content"]
    assert content["size"] == response["bodySize"] == len(content["text"].encode())
    locations = [field["value"] for field in response["headers"] if field["name"] == "Location"]
    assert response["redirectURL"] == (locations[0] if locations else ""), locations


for words, code, statuses in RUNS:
    run = subprocess.run(
        [workbench, *words.split(), "--format", "har"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert run.returncode == code, (words, run.returncode, run.stderr)
    document = json.loads(run.stdout)
    # pydantic checks the type of every member, and reports missing members.
    log = validate(document)
    assert [entry.response.status for entry in log.entries] == statuses, words
    for entry in document["log"]["entries"]:
        check(entry)
    opened = HarParser(document)
    assert opened.version == "1.2" and opened.creator["name"] == "OAuth Workbench"
    entries = [HarEntry(entry) for entry in opened.har_data["entries"]]
    assert [entry.status for entry in entries] == statuses, words
    for entry in entries:
        assert entry.startTime is not None and entry.request.url and entry.request.method in ("GET", "POST")
    print(f"{words}: {len(statuses)} of {len(statuses)} entries are read alike")
