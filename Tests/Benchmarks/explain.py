#!/usr/bin/env python3
"""Checks that `explain` handles one million bytes of any text quickly, and fails if it does not.

    python3 Tests/Benchmarks/explain.py .build/release/workbench
    python3 Tests/Benchmarks/explain.py .build/release/workbench --only 'curl'

Each shape is a worst case of about 1 MB. The limits are 2 seconds of user time, because a machine may be
shared, and 150 MB. Half the bytes must not need much more than half the time.
"""

import argparse
import base64
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time

SIZE = 1_000_000
# One second on an idle machine; twice that on a shared one.
SECONDS = 2.0
MEGABYTES = 150
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
FORM = "Content-Type: application/x-www-form-urlencoded"


def letters(generator, count):
    return "".join(generator.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", k=count))


def repeated(piece, size):
    """Repeats a piece up to a size; a function is called with each index."""
    pieces, length = [], 0
    while length < size:
        pieces.append(piece(len(pieces)) if callable(piece) else piece)
        length += len(pieces[-1])
    return "".join(pieces)


def segment(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def archive(generator, size):
    def entry(index):
        code, token = letters(generator, 40), letters(generator, 80)
        return {
            "startedDateTime": "2026-11-22T20:00:00.000Z", "time": 5,
            "request": {
                "method": "POST", "url": f"https://as.example/token?n={index}",
                "headers": [{"name": "Authorization", "value": f"Basic {letters(generator, 40)}"}],
                "postData": {
                    "mimeType": "application/x-www-form-urlencoded",
                    "text": f"grant_type=authorization_code&code={code}&client_id=I",
                },
            },
            "response": {
                "status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
                "content": {"text": json.dumps({"access_token": token, "token_type": "Bearer"})},
            },
        }

    return json.dumps({"log": {"version": "1.2", "entries": [entry(n) for n in range(size // 760)]}})


def requests(size, count, parameter, names=lambda index: f"p{index}"):
    """Returns raw requests, each with its share of the parameters."""
    def request(index):
        return (
            f"POST /token HTTP/1.1\r\nHost: as.example\r\n{FORM}\r\n\r\ngrant_type=authorization_code"
            + repeated(lambda n: f"&{names(n)}={parameter(index, n)}", size // count) + "\r\n\r\n"
        )

    return "".join(request(index) for index in range(count))


def curl(generator, size):
    def command(_):
        return "curl https://as.example/token -d grant_type=authorization_code" + repeated(
            lambda n: f" -d code{n}={letters(generator, 20)}", 60_000) + "\n\n"

    return repeated(command, size)


def shapes(size):
    """Yields the worst cases by name; the seeded generator makes them reproducible."""
    generator = random.Random(7)
    yield "HAR file", archive(generator, size)
    # A message may have 65,536 bytes; a larger one is not read.
    whole = min(size, 15 * 65_000)
    yield "15 raw requests with 13,000 parameters each", requests(whole, 15, lambda _, n: "", lambda n: n % 1000)
    yield "15 raw requests, each parameter a secret", requests(
        whole, 15, lambda _, n: letters(generator, 12), lambda n: f"token{n}")
    yield "one raw request of 1 MB", requests(size, 1, lambda _, n: letters(generator, 43), lambda n: "code")
    yield "a redirect with a million letters in its code", (
        "https://app.example/cb?state=s1&code=" + letters(generator, size))
    yield "20 requests with codes of 49,000 letters", requests(
        size, 20, lambda _, n: letters(generator, size // 20 - 100), lambda n: "code")
    yield "20 authorization URLs with long states", repeated(
        lambda n: "https://as.example/authorize?response_type=code&client_id=I&code_challenge_method=S256"
        f"&code_challenge={CHALLENGE}&state={letters(generator, 49_000)}\n\n", size)
    yield "curl with many -d", curl(generator, size)
    yield "JSON with 100,000 members", "{" + repeated(lambda n: f'"m{n}":1,', size)[:-1] + "}"
    yield "responses of JSON with many tokens", repeated(
        lambda n: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{" + repeated(
            lambda m: f'"token{m}":"{letters(generator, 20)}",', 60_000) + '"access_token":"a"}\r\n\r\n', size)
    yield "deep nesting", "[" * (size // 2) + "]" * (size // 2)
    yield "deep nesting of objects", '{"a":' * (size // 6) + "1" + "}" * (size // 6)
    yield "28,000 heads", repeated("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n", size)
    yield "interim heads", repeated("HTTP/1.1 100 Continue\r\n\r\n", size)
    yield "many header fields", repeated(
        lambda n: "HTTP/1.1 401 Unauthorized\r\n" + repeated(
            lambda m: f"X-Token-{m}: {letters(generator, 12)}\r\n", 60_000) + "\r\n{}\r\n\r\n", size)
    yield "Base64", base64.b64encode(generator.randbytes(size * 3 // 4)).decode()
    yield "Base64 with line breaks", base64.encodebytes(generator.randbytes(size * 3 // 4)).decode()
    yield "binary", generator.randbytes(size)
    yield "binary without zeros", bytes(1 + b % 255 for b in generator.randbytes(size))
    yield "one line without a break", "lorem ipsum " * (size // 12)
    yield "one word", "a" * size
    yield "log lines", repeated(
        lambda n: f'192.0.2.1 - - [26/Nov/2026:10:00:00 +0000] "GET /cb?code={letters(generator, 40)}&state={n}'
        ' HTTP/1.1" 302 0\n', size)
    yield "log lines of curl", repeated(
        lambda n: f"* Connected {n}\n> POST /token HTTP/1.1\n> Host: as.example\n>\n< HTTP/1.1 400 Bad Request\n"
        '<\n{"error":"invalid_grant"}\n', size)
    yield "JWTs", repeated(
        lambda n: ".".join([segment('{"alg":"RS256"}'), segment(f'{{"exp":1795377900,"sub":"{n}"}}'),
                            letters(generator, 342)]) + "\n\n", size)
    yield "a JWT with 20,000 claims", ".".join([
        segment('{"alg":"RS256"}'), segment(json.dumps({f"claim_{n}": n for n in range(size // 30)})), "c2ln"])
    yield "a sentence about a secret, again and again", (
        f"POST /token HTTP/1.1\r\nHost: as.example\r\n{FORM}\r\n\r\ngrant_type=refresh_token&client_id=I"
        "&client_secret=practice-secret-of-the-server-app&refresh_token=abcdefghijklmnop\r\n\r\n"
        + repeated('HTTP/1.1 400 Bad Request\r\n\r\n{"error":"invalid_grant","error_description":"'
                   + "the server accepted " * 3000 + '"}\r\n\r\n', size))
    yield "quotation marks", '"' * size
    yield "percent signs", "https://app.example/cb?code=" + "%25" * (size // 3)
    yield "ampersands", "https://app.example/cb?code=a" + "&" * size
    yield "repeated names", "https://app.example/cb?code=a" + "&code=a" * (size // 7)
    yield "backslashes in curl", "curl https://as.example/token -d '" + "\\\n" * (size // 2)


def run(binary, path):
    """Explains a file; returns wall time, user time, peak memory in MB, and the exit code."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [binary, "explain", path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KB, macOS in bytes.
    unit = 1024 if platform.system() == "Linux" else 1024 * 1024
    return time.perf_counter() - start, usage.ru_utime, usage.ru_maxrss / unit, child.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", help="a release build of workbench")
    parser.add_argument("--only", default="", help="only the shapes whose names contain this")
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.binary)
    failures = []
    print(f"{'shape':50} {'bytes':>9} {'wall s':>7} {'user s':>7} {'MB':>5} {'code':>4}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "input")
        for name, content in shapes(SIZE):
            if arguments.only not in name:
                continue
            with open(path, "wb") as file:
                # The limit for a text is one mebibyte.
                data = content if isinstance(content, bytes) else content.encode()
                file.write(data[:1 << 20])
            wall, user, memory, code = run(binary, path)
            if user > SECONDS:
                # Again: other programs may have emptied the caches.
                wall, user, memory, code = min(run(binary, path), (wall, user, memory, code), key=lambda r: r[1])
            isGood = user <= SECONDS and memory <= MEGABYTES and code in (0, 1, 65)
            print(f"{name:50} {len(data):9} {wall:7.2f} {user:7.2f} {memory:5.0f} {code:4}{'' if isGood else '  FAILED'}",
                  flush=True)
            if not isGood:
                failures.append(name)
    if failures:
        sys.exit(f"Beyond {SECONDS} s of user time or {MEGABYTES} MB, or without an answer: {', '.join(failures)}.")


if __name__ == "__main__":
    main()
