#!/usr/bin/env python3
"""Sends ten thousand malformed requests to `workbench practice`, which must then work as before.

    python3 practice-torture.py PATH/TO/workbench [COUNT [SEED]]

Only the standard library. A run with the seed that an earlier one printed sends the same bytes.
"""

import os
import random
import re
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time

WORKBENCH = sys.argv[1]
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
THREADS = 4
# The time limit for the whole run; further requests are not sent.
SECONDS = 20
SLOW = 150
MEMORY_GROWTH_MB = 64

BASIC = b"Authorization: Basic U1JWMDAxOnByYWN0aWNlLXNlY3JldC1vZi10aGUtc2VydmVyLWFwcA==\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def post(path, body, fields=b""):
    length = b"Content-Length: %d\r\n" % len(body)
    return b"POST " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n" + FORM + fields + length + b"\r\n" + body


def get(path, fields=b""):
    return b"GET " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields + b"\r\n"


GRANT = post(b"/oauth2/token", b"grant_type=client_credentials", BASIC)
GOOD = [
    GRANT,
    post(b"/oauth2/token", b"grant_type=authorization_code&client_id=CLI001&code=x&code_verifier=" + b"a" * 43),
    post(b"/oauth2/token", b"grant_type=refresh_token&client_id=CLI001&refresh_token=x"),
    post(b"/oauth2/revoke", b"token=x", BASIC),
    post(b"/1.1/oauth2/introspect", b"token=x", b"Authorization: Bearer x\r\n"),
    post(b"/oauth2/authorize/decision", b"page_token=x&decision=allow", b"Cookie: practice_browser=x\r\n"),
    get(
        b"/oauth2/authorize?response_type=code&client_id=CLI001&scope=profile&state=s&redirect_uri="
        b"http%3A%2F%2F127.0.0.1%3A8089%2Fcallback&code_challenge=" + b"a" * 43
    ),
    get(b"/1/user/-/profile.json", b"Authorization: Bearer x\r\n"),
    get(b"/.well-known/oauth-authorization-server"),
    get(b"/"),
    b"POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + FORM + BASIC
    + b"Transfer-Encoding: chunked\r\n\r\n5\r\ngrant\r\n18\r\n_type=client_credentials\r\n0\r\n\r\n",
]

# Fragments that often cause errors in parsers.
SPICES = [
    b"\r\n", b"\n", b"\r", b"\0", b"\r\n\r\n", b" ", b"\t", b":", b"%", b"%zz", b"%00", b"%c0%af", b"\xff\xfe", b"\xc3\x28",
    b"&&==&", b"+", b"?" * 50, b"../" * 20, b"Content-Length: 5\r\n", b"Content-Length: -1\r\n",
    b"Content-Length: 99999999999999999999\r\n", b"Transfer-Encoding: chunked\r\n", b"Expect: 100-continue\r\n",
    b"Host: b\r\n", b" HTTP/1.1", b"HTTP/9.9", b"ffffffffffffffff\r\n", b"-1\r\n", "\u202e".encode(), b"\xf0\x9f\x92\xa9",
    b"Connection: close\r\n", b"Upgrade: h2c\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET http:// HTTP/1.1\r\n",
    b"A: " + b"a" * 3000 + b"\r\n", b"X: y\r\n z\r\n", b"grant_type=x&" * 30,
]

# If parsers read these differently, one request could hide in another (RFC 9112 §6.3 and §11.2).
HIDDEN = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
SMUGGLED = {
    "two different lengths": b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(HIDDEN) + HIDDEN,
    "a list of lengths": b"Content-Length: 0, %d\r\n\r\n" % len(HIDDEN) + HIDDEN,
    "length and chunks": b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" % (5 + len(HIDDEN)) + HIDDEN,
    "chunks and length": b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + HIDDEN,
    "a signed length": b"Content-Length: +0\r\n\r\n" + HIDDEN,
    "a negative length": b"Content-Length: -1\r\n\r\n" + HIDDEN,
    "a hexadecimal length": b"Content-Length: 0x0\r\n\r\n" + HIDDEN,
    "an enormous length": b"Content-Length: 18446744073709551616\r\n\r\n" + HIDDEN,
    "space before the colon": b"Content-Length : 0\r\n\r\n" + HIDDEN,
    "a folded length": b"Content-Length:\r\n 0\r\n\r\n" + HIDDEN,
    "chunked twice": b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "chunked, and something else": b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN,
    "an unknown coding": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "a vertical tab in the coding": b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "a signed chunk size": b"Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + HIDDEN,
    "a hexadecimal chunk size with 0x": b"Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + HIDDEN,
    "an enormous chunk size": b"Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\n" + HIDDEN,
    "a chunk longer than it says": b"Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n" + HIDDEN,
    "a bare line feed in a chunk": b"Transfer-Encoding: chunked\r\n\r\n0;a\nb\r\n\r\n" + HIDDEN,
    "a zero byte in a field": b"Content-Length: 0\0\r\n\r\n" + HIDDEN,
    "two hosts": b"Host: b\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
}


class Oracle:
    """Sends requests, checks the responses, and counts them by status."""

    def __init__(self, port):
        self.port = port
        self.statuses = {}
        self.complaints = []
        self.lock = threading.Lock()
        self.sent = 0

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def exchange(self, data, finish=True):
        """Sends bytes, closes the sending side, and reads to the end."""
        answer = bytearray()
        with self.connect() as peer:
            try:
                peer.sendall(data)
                if finish:
                    peer.shutdown(socket.SHUT_WR)
            except (BrokenPipeError, ConnectionResetError):
                pass
            while True:
                try:
                    piece = peer.recv(65536)
                except ConnectionResetError:
                    break
                if not piece:
                    break
                answer += piece
        return bytes(answer)

    def judge(self, data, answer):
        # A client that closes in the middle of a request needs no response.
        status = answer[9:12].decode("latin-1") if answer else "none"
        with self.lock:
            self.sent += 1
            self.statuses[status] = self.statuses.get(status, 0) + 1
            is_http = re.match(rb"HTTP/1\.1 [1-5]\d\d [^\r\n]*\r\n", answer)
            if answer and (not is_http or status in ("500", "502")):
                self.complaints.append((data[:300], answer[:300]))

    def expect_good(self, text):
        answer = self.exchange(GRANT)
        if not answer.startswith(b"HTTP/1.1 200 ") or b'"access_token"' not in answer:
            sys.exit(f"wrong {text}: {answer[:300]!r}")
        print("ok   ", text, flush=True)


def malformed(dice):
    """Returns one malformed request, or several in a row."""
    kind = dice.randrange(100)
    data = bytearray(dice.choice(GOOD))
    if kind < 45:
        for _ in range(dice.randint(1, 6)):
            position = dice.randrange(len(data) + 1)
            what = dice.randrange(5)
            if what == 0 and position < len(data):
                data[position] = dice.randrange(256)
            elif what == 1:
                del data[position : position + dice.randint(1, 20)]
            elif what == 2:
                data[position:position] = dice.choice(SPICES)
            elif what == 3:
                data[position:position] = data[position : position + dice.randint(1, 60)]
            else:
                # At the start of a line, where the fields are.
                line = data.find(b"\r\n", position)
                data[line + 2 : line + 2] = dice.choice(SPICES)
    elif kind < 65:
        del data[dice.randrange(len(data)) :]
    elif kind < 80:
        data = bytearray(dice.randbytes(dice.randint(1, 2000)))
    elif kind < 85:
        data = bytearray(b"POST /oauth2/token HTTP/1.1\r\n") + dice.randbytes(dice.randint(1, 500)) + b"\r\n\r\n"
    elif kind < 90:
        data = bytearray(b"".join(dice.choice(GOOD) for _ in range(dice.randint(2, 12))))
        del data[dice.randrange(len(data)) :]
    else:
        size = dice.choice((9_000, 40_000, 70_000))
        data = bytearray(
            dice.choice(
                (
                    b"GET /" + b"a" * size + b" HTTP/1.1\r\nHost: a\r\n\r\n",
                    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * size + b"\r\n\r\n",
                    b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * (size // 6) + b"\r\n",
                    b"A" * size,
                    b"\r\n" * (size // 2),
                    b"POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + FORM + b"Content-Length: 2000000\r\n\r\n" + b"a" * size,
                    b"POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n"
                    + b"1\r\na\r\n" * (size // 6) + b"0\r\n\r\n",
                    b"POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n1;"
                    + b"e" * size + b"\r\na\r\n0\r\n\r\n",
                    post(b"/oauth2/token", b"a=b&" * (size // 4)),
                    post(b"/oauth2/token", b"%" * size),
                )
            )
        )
    return bytes(data)


def attack(oracle, number, end):
    dice = random.Random(f"{SEED}-{number}")
    for _ in range(COUNT // THREADS):
        if time.monotonic() > end:
            return
        data = malformed(dice)
        try:
            if dice.randrange(20) == 0:
                # Closes without reading the response, or resets in the middle.
                with oracle.connect() as peer:
                    peer.sendall(data)
                    if dice.randrange(2):
                        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                oracle.judge(data, b"")
            else:
                oracle.judge(data, oracle.exchange(data))
        except (BrokenPipeError, ConnectionResetError):
            oracle.judge(data, b"")
        except OSError as error:
            with oracle.lock:
                oracle.complaints.append((data[:300], repr(error)))


def open_slow(oracle):
    """Clients that start a request and continue one byte at a time, or not at all."""
    peers = []
    for number in range(SLOW):
        peer = oracle.connect()
        peer.sendall(GRANT[: 1 + number % (len(GRANT) - 1)])
        peers.append((peer, number % 2 == 0))
    return peers


def trickle(peers, end, stop):
    while not stop.is_set() and time.monotonic() < end:
        for peer, talks in peers:
            if talks:
                try:
                    # More fields, so that a head never ends.
                    peer.sendall(b"a")
                except OSError:
                    pass
        stop.wait(0.5)


def descriptors(process):
    folder = f"/proc/{process}/fd"
    return len(os.listdir(folder)) if os.path.isdir(folder) else None


def memory(process):
    """Returns the current and the peak resident memory, in MB."""
    path = f"/proc/{process}/status"
    if not os.path.exists(path):
        return None
    with open(path) as file:
        text = file.read()
    return tuple(int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024 for name in ("VmRSS", "VmHWM"))


def smuggling(oracle):
    for name, rest in SMUGGLED.items():
        data = b"POST /oauth2/token HTTP/1.1\r\nHost: a\r\n" + FORM + rest
        answer = oracle.exchange(data)
        count = len(re.findall(rb"HTTP/1\.1 \d\d\d ", answer))
        status = answer[9:12]
        if count != 1 or status not in (b"400", b"413", b"501"):
            sys.exit(f"wrong {name}: {count} answers, {answer[:300]!r}")
        if b"onnection: close" not in answer:
            sys.exit(f"wrong {name}: the connection stays open, {answer[:300]!r}")
    print(f"ok    {len(SMUGGLED)} ambiguous lengths refused, one answer each, and the connection closed")


def run(process, port):
    oracle = Oracle(port)
    oracle.expect_good("a good request before")
    # A warm-up, so that one-time allocations do not count as a leak.
    for data in GOOD * 20:
        oracle.exchange(data)
    time.sleep(0.3)
    files, before = descriptors(process.pid), memory(process.pid)
    smuggling(oracle)

    end = time.monotonic() + SECONDS
    slow = open_slow(oracle)
    stop = threading.Event()
    threads = [threading.Thread(target=attack, args=(oracle, number, end)) for number in range(THREADS)]
    threads.append(threading.Thread(target=trickle, args=(slow, end, stop)))
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads[:-1]:
        thread.join()
    took = time.monotonic() - begun
    stop.set()
    threads[-1].join()
    counts = ", ".join(f"{status}: {count}" for status, count in sorted(oracle.statuses.items()))
    print(f"      {oracle.sent} in {took:.1f} s; answers {counts}")
    if oracle.complaints:
        data, answer = oracle.complaints[0]
        sys.exit(f"wrong {len(oracle.complaints)} answers; the first:\n{data!r}\n{answer!r}")
    print("ok    every answer is one, and none says 500")
    if process.poll() is not None:
        sys.exit(f"wrong the server ended with {process.returncode}")
    oracle.expect_good(f"a good request among {SLOW} slow ones")
    for peer, _ in slow:
        peer.close()
    oracle.expect_good("a good request afterwards")

    if files is None:
        print("Skipped: without /proc neither descriptors nor memory can be counted.")
        return
    until = time.monotonic() + 5
    while descriptors(process.pid) > files and time.monotonic() < until:
        time.sleep(0.1)
    left = descriptors(process.pid)
    if left > files:
        sys.exit(f"wrong {left} descriptors, and {files} before")
    print(f"ok    {left} descriptors, as before")
    now, peak = memory(process.pid)
    if peak - before[0] > MEMORY_GROWTH_MB:
        sys.exit(f"wrong memory: {before[0]:.0f} MB before, {now:.0f} after, {peak:.0f} at its peak")
    print(f"ok    memory: {before[0]:.0f} MB before, {now:.0f} after, {peak:.0f} at its peak")


def main():
    print(f"      seed {SEED}")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            # The requests contain hosts of all kinds, which must not be rejected for that.
            [WORKBENCH, "practice", "--port", "0", "--color", "never", "--quiet", "--without", "own-host"],
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )
        try:
            port = None
            for _ in range(100):
                found = re.search(rb"^Practice server on http://127\.0\.0\.1:(\d+)", os.pread(output.fileno(), 65536, 0))
                if found:
                    port = int(found[1])
                    break
                time.sleep(0.1)
            if port is None:
                sys.exit("wrong: the server did not start")
            run(process, port)
        finally:
            process.terminate()
            try:
                code = process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                sys.exit("wrong: the server did not stop")
    if code != 0:
        sys.exit(f"wrong: the server ended with {code}")
    print("ok    SIGTERM stops the server")


main()
