"""Measures the cost of live mode: the whole program and curl alternately, at one practice server."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
import urllib.request

ROUNDS = 60


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def timed(command, folder):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return (time.perf_counter() - start) * 1000, done


def measure(workbench):
    curl = shutil.which("curl")
    if not curl:
        print("curl is not installed: nothing to compare with.")
        return
    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "w+")
        server = subprocess.Popen(
            [workbench, "practice", "--port", "0", "--auto-approve", "--quiet", "--color", "never"], cwd=folder,
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        try:
            base = None
            while not base:
                time.sleep(0.05)
                lines = open(log.name).read().splitlines()
                base = next((line.split()[-1] for line in lines if line.startswith("Practice server on ")), None)
            with open(os.path.join(folder, "server.json"), "w") as file:
                json.dump({
                    "authorization_endpoint": base + "/oauth2/authorize", "token_endpoint": base + "/oauth2/token",
                }, file)
            rows(workbench, curl, base, folder)
        finally:
            server.terminate()
            server.wait()


def rows(workbench, curl, base, folder):
    # The same request: client credentials, which need no earlier step.
    os.environ["WORKBENCH_CLIENT_SECRET"] = "practice-secret-of-the-server-app"
    begin = [
        workbench, "step", "4", "--flow", "client-credentials", "--mode", "live", "--server", "server.json",
        "--client-id", "SRV001",
    ]
    _, done = timed(begin, folder)
    assert done.returncode == 0, done.stderr
    commands = {
        "curl, one token request": [
            curl, "--silent", "--include", "--user", "SRV001:practice-secret-of-the-server-app", "--data",
            "grant_type=client_credentials", base + "/oauth2/token",
        ],
        "workbench step 5 --mode live": [workbench, "step", "5"],
        "workbench step 4 --mode live, which sends nothing": begin,
    }
    samples = {name: [] for name in commands}
    for round_number in range(ROUNDS + 1):
        for name, command in commands.items():
            elapsed, done = timed(command, folder)
            assert done.returncode == 0 and (" sends " in name or "access_token" in done.stdout), (name, done)
            if round_number:
                samples[name].append(elapsed)
    yardstick = statistics.median(samples["curl, one token request"])
    print("\n| whole process | median ms | 9th decile ms | more than curl, ms |\n|---|---:|---:|---:|")
    for name, times in samples.items():
        median = statistics.median(times)
        print(f"| {name} | {median:.1f} | {sorted(times)[int(len(times) * 0.9)]:.1f} | {median - yardstick:+.1f} |")
