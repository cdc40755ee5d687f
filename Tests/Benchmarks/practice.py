"""Measures the practice server; `benchmark.py --practice` calls it."""

import base64
import json
import multiprocessing
import os
import re
import resource
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import quote

SECONDS = 5
CONNECTIONS = (1, 64, 500)
LEARNERS = 500
PROCESSES = 2
CALLBACK = "http://127.0.0.1:8089/callback"
ESCAPED_CALLBACK = quote(CALLBACK, safe="")
VERIFIER = "0123456789" * 5
CODE = re.compile(rb"^Location: \S+[?&]code=([0-9a-f]+)&state=s", re.MULTILINE | re.IGNORECASE)
BASIC = base64.b64encode(b"SRV001:practice-secret-of-the-server-app").decode()
WRONG = base64.b64encode(b"SRV001:wrong").decode()

# No Lua for each response: it would slow down wrk, which shares the machine with the server.
LUA = """
wrk.method = "POST"
wrk.body = "grant_type=client_credentials"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Authorization"] = "Basic {basic}"
function done(summary, latency)
  local e = summary.errors
  print(string.format("RESULT %d %d %f %f %d %d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.timeout, e.status))
end
"""


class Server:
    """The practice server of a release build."""

    def __init__(self, binary, *options):
        self.output = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [binary, "practice", "--port", "0", "--color", "never", "--quiet", *options],
            stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT,
        )
        for _ in range(100):
            text = os.pread(self.output.fileno(), 4096, 0)
            found = re.search(rb"^Practice server on http://127\.0\.0\.1:(\d+)\n", text)
            if found:
                self.port = int(found[1])
                return
            time.sleep(0.1)
        self.process.kill()
        sys.exit("The practice server did not start.")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    @property
    def work(self):
        """Returns the processor time used by the server, in milliseconds, or 0 if unknown."""
        try:
            with open(f"/proc/{self.process.pid}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0

    @property
    def peak(self):
        """Returns the peak resident memory, in MB, as text."""
        try:
            with open(f"/proc/{self.process.pid}/status") as file:
                kilobytes = int(re.search(r"VmHWM:\s+(\d+)", file.read())[1])
            return f"{kilobytes / 1024:.0f}"
        except OSError:
            return "-"


def throughput(binary, seconds):
    wrk = shutil.which("wrk")
    if wrk is None:
        print("\nSkipped: wrk is not installed.")
        return
    print(f"\n| `POST /oauth2/token`, {seconds} s | connections | responses/s | median ms | 99th percentile ms | errors | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, basic, status in (("a token", BASIC, 200), ("a refusal", WRONG, 401)):
        with Server(binary) as server, tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
            script.write(LUA.format(basic=basic, status=status))
            script.flush()
            for connections in CONNECTIONS:
                done = subprocess.run(
                    [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script.name,
                     f"http://127.0.0.1:{server.port}/oauth2/token"],
                    capture_output=True, text=True, timeout=seconds + 30,
                )
                found = re.search(r"^RESULT" + r" (\S+)" * 6 + "$", done.stdout, re.MULTILINE)
                if not found:
                    sys.exit(done.stdout + done.stderr)
                count, took, median, late, errors, refused = map(float, found.groups())
                # wrk counts responses other than 2xx and 3xx: here, either none or all are expected.
                errors += refused if status == 200 else count - refused
                print(
                    f"| {name} | {connections} | {count / took * 1e6:.0f} | {median / 1000:.2f} "
                    f"| {late / 1000:.2f} | {errors:.0f} | {server.peak} |", flush=True,
                )


class Learner:
    """A flow: three requests, each on its own connection."""

    def __init__(self, port, client):
        self.address = ("127.0.0.1", port)
        self.client = client
        self.steps = self._steps()
        self.begun = time.perf_counter()
        self.result = None

    def _steps(self):
        """Yields requests, and receives their responses."""
        end = f"HTTP/1.1\r\nHost: 127.0.0.1:{self.address[1]}\r\nConnection: close\r\n"
        answer = yield (
            f"GET /oauth2/authorize?response_type=code&client_id={self.client}&scope=profile&state=s"
            f"&redirect_uri={ESCAPED_CALLBACK}&code_challenge={VERIFIER} {end}\r\n"
        )
        code = CODE.search(answer)[1].decode()
        form = (
            f"grant_type=authorization_code&client_id={self.client}&code={code}&code_verifier={VERIFIER}"
            f"&redirect_uri={ESCAPED_CALLBACK}"
        )
        answer = yield (
            f"POST /oauth2/token {end}Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(form)}\r\n\r\n{form}"
        )
        token = json.loads(answer.partition(b"\r\n\r\n")[2])["access_token"]
        answer = yield f"GET /1/user/-/profile.json {end}Authorization: Bearer {token}\r\n\r\n"
        assert answer.startswith(b"HTTP/1.1 200 ") and b'"user"' in answer, answer[:200]

    def go_on(self, answer=None):
        """Sends the next request; returns its socket, or `None` at the end."""
        try:
            request = self.steps.send(answer)
            self.answer = bytearray()
            # On loopback, a connection is established at once, or is in the listener's queue.
            self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            self.socket.connect(self.address)
            self.socket.send(request.encode())
            return self.socket
        except StopIteration:
            self.result = (time.perf_counter() - self.begun) * 1000
        except Exception as error:
            self.result = f"{type(error).__name__}: {error}"
        return None

    def receive(self):
        """Reads the available bytes; returns whether the response is complete."""
        try:
            # The socket is ready, so this does not block.
            piece = self.socket.recv(65536)
        except OSError as error:
            piece = repr(error).encode()
        self.answer += piece
        return not piece


def part_of_room(port, clients, barrier, results):
    """Runs the learners of one process at the same time, without threads or libraries, to save processor time."""
    barrier.wait(30)
    watch = selectors.DefaultSelector()
    learners = [Learner(port, client) for client in clients]
    for learner in learners:
        peer = learner.go_on()
        if peer:
            watch.register(peer, selectors.EVENT_READ, learner)
    end = time.monotonic() + 30
    while watch.get_map() and time.monotonic() < end:
        for key, _ in watch.select(1):
            learner = key.data
            if learner.receive():
                watch.unregister(key.fileobj)
                key.fileobj.close()
                peer = learner.go_on(bytes(learner.answer))
                if peer:
                    watch.register(peer, selectors.EVENT_READ, learner)
    times = [learner.result if learner.result is not None else "did not end" for learner in learners]
    results.put((times, time.process_time()))


def room(binary, rounds=5):
    """Runs all learners at the same time, each with its own client: the limit of 150 calls an hour is per client."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    names = [f"L{number:05}" for number in range(LEARNERS)]
    print(f"\n| {LEARNERS} learners at once, the whole flow | flows | failed | median ms | 99th percentile ms | slowest ms | server's work ms | learners' work ms | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([{"client_id": name, "type": "client", "redirect_uris": [CALLBACK]} for name in names], file)
        file.flush()
        with Server(binary, "--auto-approve", "--clients", file.name) as server:
            for number in range(1, rounds + 1):
                context = multiprocessing.get_context("fork")
                barrier, results = context.Barrier(PROCESSES), context.Queue()
                parts = [
                    context.Process(target=part_of_room, args=(server.port, names[i::PROCESSES], barrier, results))
                    for i in range(PROCESSES)
                ]
                work = server.work
                for part in parts:
                    part.start()
                got = [results.get(timeout=60) for _ in parts]
                times = [each for part, _ in got for each in part]
                own = sum(work for _, work in got) * 1000
                for part in parts:
                    part.join(10)
                failed = [each for each in times if isinstance(each, str)]
                good = sorted(each for each in times if not isinstance(each, str)) or [float("nan")]
                late = good[min(len(good) - 1, int(len(good) * 0.99))]
                print(
                    f"| round {number} | {len(times)} | {len(failed)} | {statistics.median(good):.0f} "
                    f"| {late:.0f} | {good[-1]:.0f} "
                    f"| {server.work - work:.0f} | {own:.0f} | {server.peak} |", flush=True,
                )
                if failed:
                    print(f"A failed flow: {failed[0]}", file=sys.stderr)


def measure(binary, seconds=SECONDS):
    throughput(binary, seconds)
    room(binary)
