#!/usr/bin/env python3
"""Measures the speed and memory of the program, and prints a table.

    python3 Tests/Benchmarks/benchmark.py            # whole processes, release build
    python3 Tests/Benchmarks/benchmark.py --binary PATH --rounds 200 # of an existing program, such as a static one
    python3 Tests/Benchmarks/benchmark.py --builds   # only builds, tests and the cost of an edit
    python3 Tests/Benchmarks/benchmark.py --builds --before REVISION --rounds 3   # compared with an earlier revision
    python3 Tests/Benchmarks/benchmark.py --ci       # only .ci/run, by section
    python3 Tests/Benchmarks/benchmark.py --live     # only live mode compared with curl, at one practice server
    python3 Tests/Benchmarks/benchmark.py --practice # only the practice server, with wrk, and a room of learners

Absolute times of one machine mean little; the ratios to curl, measured alternately, mean more. This is not a test:
it never fails because something is slow.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS = 60


def run(command, cwd):
    """Runs a command, with its output in a file; returns wall and CPU time in milliseconds, and peak memory in MB."""
    with open(os.path.join(cwd, "output"), "w") as output:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL
        )
    _, _, usage = os.wait4(child.pid, 0)
    elapsed = (time.perf_counter() - start) * 1000
    child.returncode = 0
    # Linux counts in KB, macOS in bytes.
    unit = 1024 if platform.system() == "Linux" else 1024 * 1024
    return elapsed, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / unit


def processes(binary):
    """Returns the commands to compare; the first one is the reference."""
    commands = [("workbench walk --no-pause", [binary, "walk", "--no-pause"])]
    commands.append(("workbench walk --format json", [binary, "walk", "--format", "json"]))
    # All four flows, in dry-run and in practice mode, with every attempt of the attacker.
    commands.append(("workbench compare", [binary, "compare"]))
    commands.append(("workbench challenge", [binary, "challenge", "0123456789" * 5]))
    commands.append(("workbench --version", [binary, "--version"]))
    curl = shutil.which("curl")
    if curl:
        commands.insert(0, ("curl --version", [curl, "--version"]))
    else:
        print("curl is not installed: no ratios.")
    return commands


def measure(commands, rounds):
    """Runs every command once per round, so that noise affects all of them equally."""
    samples = {name: [] for name, _ in commands}
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands:
            run(command, folder)
        for _ in range(rounds):
            for name, command in commands:
                samples[name].append(run(command, folder))
    return samples


def table(samples):
    names = list(samples)
    wall, cpu = (statistics.median(sample[i] for sample in samples[names[0]]) for i in (0, 1))
    print(f"\n| whole process | median ms | 9th decile ms | of {names[0]} | CPU ms | of its | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in names:
        times = sorted(sample[0] for sample in samples[name])
        median = statistics.median(times)
        decile = times[int(len(times) * 0.9)]
        used = statistics.median(sample[1] for sample in samples[name])
        memory = max(sample[2] for sample in samples[name])
        print(
            f"| `{name}` | {median:.1f} | {decile:.1f} | {median / wall:.2f} | {used:.1f} | {used / cpu:.2f} "
            f"| {memory:.0f} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--builds", action="store_true", help="only builds, tests and the cost of an edit")
    parser.add_argument("--before", metavar="REVISION", help="with --builds: an earlier revision to compare with")
    parser.add_argument("--rounds", type=int, help=f"the number of rounds ({ROUNDS}; with --builds 1)")
    parser.add_argument("--binary", metavar="PATH", help="measure this program instead of a new build")
    parser.add_argument("--ci", action="store_true", help="only .ci/run, by section")
    parser.add_argument("--practice", action="store_true", help="only the practice server under load")
    parser.add_argument("--live", action="store_true", help="only live mode compared with curl")
    arguments = parser.parse_args()
    if arguments.builds or arguments.ci:
        sys.dont_write_bytecode = True
        import builds

        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores")
        if arguments.builds:
            builds.measure(ROOT, arguments.before, arguments.rounds or 1)
        if arguments.ci:
            builds.sections(ROOT)
        return
    count = arguments.rounds or ROUNDS
    rounds = "" if arguments.practice else f", {count} rounds"
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{rounds}")
    if arguments.binary:
        table(measure(processes(os.path.abspath(arguments.binary)), count))
        return
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "workbench"],
        cwd=ROOT, check=True, stdout=sys.stderr,
    )
    path = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.strip()
    if arguments.live:
        sys.dont_write_bytecode = True
        import live

        live.measure(os.path.join(path, "workbench"))
        return
    if arguments.practice:
        sys.dont_write_bytecode = True
        import practice

        practice.measure(os.path.join(path, "workbench"))
        return
    table(measure(processes(os.path.join(path, "workbench")), count))


if __name__ == "__main__":
    main()
