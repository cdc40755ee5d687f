#!/usr/bin/env python3
"""Runs walks against broken and hostile servers: each must end with a clear message and the right exit code.

    python3 live-poisoned.py PATH/TO/workbench

Only the standard library. Every server here is a raw socket, so that it can say what no library says.
"""

import gzip
import os
import re
import socket
import sys
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import live

WORKBENCH = sys.argv[1]
MEMORY_MB = 120
TOKEN = "secret-token-of-the-poisoned-server"


def answer(status, body, fields=(), kind="application/json"):
    body = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *fields, "", ""]
    return "\r\n".join(lines).encode() + body


class Server:
    """Responds to the probe of the authorization endpoint, and poisons all other responses."""

    def __init__(self, poison):
        self.poison = poison
        self.requests = []
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(16)
        self.base = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(65536)
                if not piece:
                    return
                request += piece
            head, _, body = request.partition(b"\r\n\r\n")
            length = re.search(rb"content-length: *(\d+)", head, re.I)
            while length and len(body) < int(length.group(1)):
                body += connection.recv(65536)
            self.requests.append((head + b"\r\n\r\n" + body).decode(errors="replace"))
            if head.startswith(b"GET /authorize"):
                connection.sendall(answer("200 OK", "<p>consent</p>", kind="text/html"))
            else:
                self.poison(connection)
        except OSError:
            pass
        finally:
            connection.close()

    @property
    def description(self):
        return {
            "name": "the poisoned server", "issuer": self.base, "authorization_endpoint": self.base + "/authorize",
            "token_endpoint": self.base + "/token", "suggested_scope": "read",
        }


def says(text):
    return lambda connection: connection.sendall(text)


def endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n")
    block = b"{" + b" " * 65535
    for _ in range(16000):
        connection.sendall(block)


def trickle(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
    for _ in range(600):
        time.sleep(0.2)
        connection.sendall(b" ")


def bomb(connection):
    packed = gzip.compress(b"{" + b" " * (256 << 20), 9)
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
        + str(len(packed)).encode() + b"\r\n\r\n" + packed)


elsewhere = Server(says(answer("200 OK", "{}")))
GOOD = '{"access_token":"%s","token_type":"Bearer","expires_in":3600}' % TOKEN
ESCAPES = "\\u001b[2J\\u001b]0;owned\\u0007 \\u202egnp.exe\\u2066 \\u009b31m"

# name, behavior of the token endpoint, exit code, text required in the report
BACK = [
    ("a redirect to another server", says(answer("307 Temporary Redirect", "", [f"Location: {elsewhere.base}/take"])), 1,
     "returned a redirect"),
    ("a redirect to itself", says(answer("302 Found", "", ["Location: /token"])), 1, "returned a redirect"),
    ("a body of 1 GB", endless, 69, "is larger than"),
    ("a byte now and then", trickle, 69, "seconds"),
    ("a packed body that unpacks to 256 MB", bomb, 69, "is larger than"),
    ("a connection that is cut in the middle", says(answer("200 OK", GOOD)[:-20]), 69, "before the response was complete"),
    ("a connection without an answer", says(b""), 69, "before the response was complete"),
    ("chunks without an end", says(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"acc\r\n"),
     69, "before the response was complete"),
    ("no HTTP at all", says(b"220 mail.example ESMTP\r\n"), 69, "HTTP"),
    ("410 Gone", says(answer("410 Gone", "")), 69, "410 Gone"),
    ("an HTML page", says(answer("200 OK", "<!doctype html><title>Sign in</title>", kind="text/html")), 69, "not JSON"),
    ("an HTML page with status 400", says(answer("400 Bad Request", "<html>cloudflare</html>", kind="text/html")), 69, "not JSON"),
    ("an error of Google's shape", says(answer("403 Forbidden", '{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}')),
     69, "Google's APIs"),
    ("503", says(answer("503 Service Unavailable", "{}")), 69, "reported an internal error"),
    ("escape sequences in an error", says(answer("400 Bad Request", '{"error":"invalid_grant","error_description":"%s"}' % ESCAPES)),
     1, "rejected the authorization code"),
    ("escape sequences in members", says(answer("200 OK", '{"access_token":"%s","token_type":"Bearer","%s":"%s"}' % (TOKEN, ESCAPES, ESCAPES))),
     0, "U+001B"),
    ("escape sequences in a header field", says(answer("200 OK", GOOD, ["X-Odd: \x1b[2Jowned"])), 0, "X-Odd"),
    ("a token of another type", says(answer("200 OK", '{"access_token":"%s","token_type":"mac"}' % TOKEN)), 1, "the type mac"),
    ("no token", says(answer("200 OK", '{"token_type":"Bearer"}')), 1, "no access token"),
    ("an error with status 200", says(answer("200 OK", '{"error":"invalid_grant"}')), 1, "It did so with status 200"),
    ("a list", says(answer("200 OK", "[]")), 1, "not an object"),
    ("half of a JSON object", says(answer("200 OK", '{"access_token":')), 1, "incomplete or malformed"),
    ("nothing", says(answer("200 OK", "")), 1, "no body"),
    ("a lifetime of minus one", says(answer("200 OK", '{"access_token":"%s","token_type":"Bearer","expires_in":-1}' % TOKEN)), 1, "expires_in"),
    ("deeply nested JSON", says(answer("200 OK", "[" * 100000)), 69, "nested more deeply"),
    ("a lower-case bearer, a lifetime as text", says(answer("200 OK", '{"access_token":"%s","token_type":"bearer","expires_in":"3600"}' % TOKEN)),
     0, "Departures from the specifications"),
]

# name, redirects before the valid one, text that the program reports for them
FRONT = [
    ("a wrong state", "code=planted&state=wrong", "state"),
    ("no state", "code=planted", "state"),
    ("two codes", "code=one&code=two&state={state}", "twice|2 times|more than once|repeated"),
    ("two states", "code=one&state={state}&state=other", "twice|2 times|more than once|repeated|state"),
    ("neither code nor error", "state={state}&hello=1", "neither|not the redirect|no code"),
]

# name, the redirect that ends the wait, exit code, text required in the report
LAST = [
    ("a foreign issuer", "code=planted&state={state}&iss=https%3A%2F%2Fattacker.example", 1, "another server than the one"),
    ("a denial", "error=access_denied&error_description=no%1b%5b2J&state={state}", 1, "The user denied access."),
    ("an unknown error", "error=%e2%80%aeevil&state={state}", 1, "error instead of a code"),
]


class Wrong(Exception):
    """A failed check of a case."""


def check(name, condition, *words):
    if not condition:
        raise Wrong(" ".join([name, *map(str, words)]))


def attempt(case):
    """Runs one case; returns whether it passed, and a summary or the failed check."""
    try:
        return True, case[0](case[1])
    except Wrong as wrong:
        return False, str(wrong)


def harmless(name, *texts):
    for text in texts:
        odd = re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)
        check(name, not odd, "dangerous characters reach the terminal", odd[:5])


def memory(walk, peak):
    while walk.process.poll() is None:
        for pid in [walk.process.pid, *children(walk.process.pid)]:
            try:
                text = open(f"/proc/{pid}/status").read()
                peak[0] = max(peak[0], int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) // 1024)
            except (OSError, AttributeError):
                pass
        time.sleep(0.05)


def children(pid):
    try:
        return [int(word) for word in open(f"/proc/{pid}/task/{pid}/children").read().split()]
    except OSError:
        return []


def back(case):
    name, poison, code, words = case
    server = Server(poison)
    walk = live.Walk(WORKBENCH, server=server.description)
    peak = [0]
    threading.Thread(target=memory, args=(walk, peak), daemon=True).start()
    url = walk.url()
    check(name, url, "no URL was printed", walk.errors)
    walk.get("code=good-code&state=" + urllib.parse.quote(walk.query(url)["state"]))
    got, output, errors = walk.end(90)
    text = output + errors
    check(name, got == code, f"exit code {got}, not {code}\n", text[-3000:])
    check(name, words in re.sub(r"\s+", " ", text), f"does not say '{words}'\n", text[-3000:])
    harmless(name, output, errors)
    check(name, TOKEN not in text, "shows the token")
    check(name, "good-code" not in text, "shows the code")
    check(name, len([one for one in server.requests if one.startswith("POST /token")]) == 1, "asked more than once", server.requests)
    check(name, peak[0] < MEMORY_MB, f"took {peak[0]} MB")
    return f"{name}: exit code {got}, {peak[0]} MB"


def front(case):
    name, query, words = case
    server = Server(says(answer("200 OK", GOOD)))
    walk = live.Walk(WORKBENCH, server=server.description)
    url = walk.url()
    state = urllib.parse.quote(walk.query(url)["state"])
    page = walk.get(query.replace("{state}", state))
    check(name, page.startswith("HTTP/1.1 400"), "the browser gets", page[:200])
    check(name, not any(one.startswith("POST") for one in server.requests), "continued with it")
    walk.get("code=good-code&state=" + state)
    got, output, errors = walk.end()
    check(name, got == 0, f"exit code {got}", (output + errors)[-3000:])
    check(name, re.search(words, errors), f"does not report '{words}'\n", errors)
    check(name, "planted" not in "".join(server.requests), "sent the planted code on")
    return f"{name}: reported, and the wait continued"


def last(case):
    name, query, code, words = case
    server = Server(says(answer("200 OK", GOOD)))
    walk = live.Walk(WORKBENCH, server=server.description)
    url = walk.url()
    walk.get(query.replace("{state}", urllib.parse.quote(walk.query(url)["state"])))
    got, output, errors = walk.end()
    check(name, got == code, f"exit code {got}, not {code}\n", (output + errors)[-3000:])
    check(name, words in re.sub(r"\s+", " ", output), f"does not say '{words}'\n", output[-3000:])
    harmless(name, output, errors)
    check(name, not any(one.startswith("POST") for one in server.requests), "continued to the token endpoint")
    return f"{name}: exit code {got}, nothing sent on"


def unreachable():
    """The authorization endpoint does not exist, so the program does not open the browser."""
    for name, base, words in [
        ("a refused connection", f"http://127.0.0.1:{live.free_port()}", "listening"),
        ("a host without an address", "https://server.invalid", "address|host"),
    ]:
        description = {"authorization_endpoint": base + "/authorize", "token_endpoint": base + "/token", "suggested_scope": "read"}
        walk = live.Walk(WORKBENCH, server=description)
        got, output, errors = walk.end()
        check(name, got == 69, f"exit code {got}", (output + errors)[-2000:])
        check(name, re.search(words, output), f"does not say '{words}'", output[-2000:])
        check(name, "practice" in output, "does not say what still works")
        yield f"{name}: exit code {got}"


CASES = [(back, one) for one in BACK] + [(front, one) for one in FRONT] + [(last, one) for one in LAST]
with ThreadPoolExecutor(4) as pool:
    outcomes = list(pool.map(attempt, CASES))
outcomes += [attempt((lambda _: "; ".join(unreachable()), None))]
outcomes += [(not elsewhere.requests, "nothing is sent to the server that a redirect names")]
for well, words in outcomes:
    print("ok   " if well else "wrong", words, flush=True)
sys.exit(0 if all(well for well, _ in outcomes) else 1)
