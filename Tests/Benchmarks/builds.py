"""Measures what newcomers and developers wait for: builds, tests, and rebuilds after an edit, at one or two revisions.

Each revision is cloned again. Two revisions take turns, so that noise affects both equally.
"""

import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

# A file in both revisions, in which a function's body and a public declaration can be changed.
EDITED = "Sources/Transcript/ShellQuoting.swift"


def run(command, folder):
    """Runs a command; returns wall seconds, CPU seconds and the largest process in MB, or nothing if it fails."""
    start = time.perf_counter()
    with open(os.path.join(folder, ".git", "benchmark.log"), "w") as log:
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        print(f"failed: {' '.join(command)}; see {log.name}", file=sys.stderr)
        return None
    # Linux counts in KB, macOS in bytes.
    unit = 1024 if platform.system() == "Linux" else 1024 * 1024
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def suites(folder):
    """Returns a pattern for the test suites of Transcript, in any folder."""
    names = set()
    for path, _, files in os.walk(os.path.join(folder, "Tests")):
        if "Transcript" in path:
            names.update(name[: -len(".swift")] for name in files if name.endswith("Tests.swift"))
    return "(" + "|".join(sorted(re.escape(name) for name in names)) + ")"


def edit(folder, pattern, replacement):
    """Changes the first match in the edited file."""
    path = os.path.join(folder, EDITED)
    with open(path) as file:
        text = file.read()
    changed, count = re.subn(pattern, replacement, text, count=1)
    if count == 0:
        raise SystemExit(f"{EDITED} has no place to edit.")
    with open(path, "w") as file:
        file.write(changed)


def steps(folder):
    """Yields the measurements in order: a name, a preparation, and a command."""
    test = ["swift", "test", "--filter", suites(folder)]

    def body():
        edit(folder, r"\n    (return )?\"'\" \+", "\n    let _ = 1\n    return \"'\" +")

    def interface():
        edit(folder, r"\n  /// ", "\n  /// A declaration more.\n  public static var more: Int { 1 }\n  /// ")

    nothing = lambda: None
    yield "clean clone to a finished walk", nothing, ["swift", "run", "workbench", "walk", "--no-pause"]
    yield "the tests built after it", nothing, ["swift", "build", "--build-tests"]
    yield "the tests run", nothing, ["swift", "test", "--skip-build"]
    yield "a line of Transcript edited, its tests run", body, test
    yield "a public declaration more in Transcript, its tests run", interface, test


def round_of(source, revision, samples):
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "clone")
        subprocess.run(["git", "clone", "--quiet", source, folder], check=True)
        subprocess.run(["git", "checkout", "--quiet", "--detach", revision], cwd=folder, check=True)
        for name, prepare, command in steps(folder):
            prepare()
            sample = run(command, folder)
            if sample is not None:
                samples.setdefault(name, []).append(sample)
            print(f"{revision[:12]}: {name}: {sample and round(sample[0], 1)} s", file=sys.stderr, flush=True)


def median(samples, name, column):
    return statistics.median(sample[column] for sample in samples[name]) if name in samples else float("nan")


def measure(root, before, rounds):
    """Measures this revision, and compares it with an earlier one if given."""
    revisions = ([before] if before else []) + ["HEAD"]
    revisions = [
        subprocess.run(["git", "rev-parse", name], cwd=root, check=True, capture_output=True, text=True).stdout.strip()
        for name in revisions
    ]
    results = {revision: {} for revision in revisions}
    for _ in range(rounds):
        for revision in revisions:
            round_of(root, revision, results[revision])
    now = results[revisions[-1]]
    print(f"\nMedians of {rounds}; wall seconds, CPU seconds, largest process in MB.\n")
    if not before:
        print("| | wall | CPU | MB |\n|---|---:|---:|---:|")
        for name in now:
            print(f"| {name} | " + " | ".join(f"{median(now, name, i):.1f}" for i in range(3)) + " |")
        return
    then = results[revisions[0]]
    print("| | wall before | wall now | ratio | CPU before | CPU now | ratio | MB before | MB now |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name in now:
        cells = []
        for column in range(3):
            old, new = median(then, name, column), median(now, name, column)
            cells += [f"{old:.1f}", f"{new:.1f}"] + ([f"{new / old:.2f}"] if column < 2 else [])
        print(f"| {name} | " + " | ".join(cells) + " |")


def sections(root):
    """Runs .ci/run, and prints the time of each check."""
    done = subprocess.run(["bash", ".ci/run"], cwd=root, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    table = re.search(r"^== Seconds, of (\d+) in all\n((?:\d+ .*\n)+)", done.stdout, re.M)
    if done.returncode != 0 or table is None:
        raise SystemExit(done.stdout[-4000:] + done.stderr[-4000:])
    print(f"\n| .ci/run | seconds |\n|---|---:|\n| all | {table[1]} |")
    for line in table[2].splitlines():
        seconds, name = line.split(" ", 1)
        print(f"| {name} | {seconds} |")
