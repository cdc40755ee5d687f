"""Drives a live walk: starts the program, reads the URL, and acts as the browser."""

import json
import os
import re
import select
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse


def expect(text, condition, *got):
    """Prints whether an expectation holds, and exits if not."""
    if not condition:
        print("wrong", text, *got, flush=True)
        sys.exit(1)
    print("ok   ", text, flush=True)


def flat(text):
    """Returns a text without its line breaks."""
    return re.sub(r"\s+", " ", text)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Walk:
    """A run of the program in its own folder."""

    def __init__(self, workbench, *arguments, server=None, client="CLIENT", kind="client", seconds=60, env=None,
                 redirect=True, discover=None, opens=False, pastes=False, port=None):
        self.workbench = workbench
        self.folder = tempfile.mkdtemp(prefix="live-")
        self.session_path = os.path.join(self.folder, "session.json")
        self.port = port or free_port()
        self.redirect_uri = f"http://127.0.0.1:{self.port}/callback"
        words = [
            workbench, "walk", "--explain", "--mode", "live", *([] if opens else ["--no-browser"]), "--no-pause", "--timeout", str(seconds),
            "--client-id", client, "--app-type", kind, *(["--redirect-uri", self.redirect_uri] if redirect else []),
            "--session", self.session_path, "--color", "never", *arguments,
        ]
        if discover is not None:
            words += ["--discover", discover]
        if server is not None:
            path = os.path.join(self.folder, "server.json")
            with open(path, "w") as file:
                json.dump(server, file)
            words += ["--server", path]
        self.output = open(os.path.join(self.folder, "output"), "w+b")
        environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE if pastes else subprocess.DEVNULL, stdout=self.output, stderr=subprocess.PIPE,
            env={**environment, "COLUMNS": "100", **(env or {})})
        self.errors = b""

    def url(self, seconds=30):
        """Returns the authorization request that the program prints, or None if it ends before that."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.process.stderr], [], [], 0.2)
            if ready:
                piece = os.read(self.process.stderr.fileno(), 65536)
                if not piece:
                    return None
                self.errors += piece
            found = re.search(rb"^(https?://\S+response_type=\S+)$", self.errors, re.M)
            if found:
                return found.group(1).decode()
        return None

    def query(self, url):
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))

    def get(self, url_or_query):
        """Sends the redirect to the redirect URI like a browser, and returns the body of the response."""
        target = url_or_query if url_or_query.startswith("/") else "/callback?" + url_or_query
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return answer.decode(errors="replace")

    def paste(self, url):
        """Types what the user copies from the address bar into the terminal."""
        self.process.stdin.write(url.encode() + b"\n")
        self.process.stdin.flush()

    def end(self, seconds=60):
        """Waits for the end; returns exit code, standard output, and standard error."""
        try:
            _, rest = self.process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, rest = self.process.communicate()
            self.errors += b"\n(killed by the test: it did not end)\n"
        self.errors += rest or b""
        self.output.seek(0)
        return self.process.returncode, self.output.read().decode(), self.errors.decode()

    def command(self, *words, env=None):
        """Runs another command on the same session; returns exit code, standard output, and standard error."""
        words = [self.workbench, *words, "--session", self.session_path, "--color", "never"]
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            env={**os.environ, **(env or {})})
        return done.returncode, done.stdout, done.stderr

    def values(self):
        """Returns the values in the session, each an object with a member value."""
        with open(self.session_path) as file:
            return json.load(file)["values"]

    def rewrite(self, **values):
        """Replaces values in the session."""
        with open(self.session_path) as file:
            data = json.load(file)
        for name, value in values.items():
            data["values"][name]["value"] = value
        with open(self.session_path, "w") as file:
            json.dump(data, file)
