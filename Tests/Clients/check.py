"""Runs `workbench check` on the finished Python client and on clients that are wrong on purpose.

Each mutant is made by one small edit, and its own case must catch it: a case that no client can fail checks nothing.
  python3 Tests/Clients/check.py PATH/TO/workbench [languages|mutants|hostile|own PATH/TO/complete-client]
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

from check_clients import DISCOVER, HOSTILE, MUTANTS, PROGRAM, RIGHT, SERVER

WORKBENCH = os.path.realpath(sys.argv[1])
STARTERS = pathlib.Path(__file__).parents[2] / "Sources/ClientCheck/Starters"
CLIENT = STARTERS / "client.py"
ALL = 10
# The program that starts a client, the beginning of a comment, and the program that builds it first.
LANGUAGES = {
    "python": ("client.py", [sys.executable], "#", None),
    "javascript": ("client.js", ["node"], "//", None),
    "go": ("client.go", ["./client"], "//", ["go", "build", "-o", "client"]),
}


def check(path, *options, language="python"):
    """Returns the exit code and the verdicts by case."""
    name, start, _, build = LANGUAGES[language]
    if build:
        subprocess.run([*build, path.name], cwd=path.parent, check=True, timeout=300)
    command = start if build else [*start, path.name]
    done = subprocess.run(
        [WORKBENCH, "check", "--format", "json", "--revoke-command", " ".join([*command, "revoke"]), *options, "--",
         *command], capture_output=True, text=True, timeout=300, cwd=path.parent)
    try:
        cases = json.loads(done.stdout)["cases"]
    except ValueError:
        return done.returncode, {"": {"verdict": done.stdout + done.stderr}}
    return done.returncode, {case["id"]: case for case in cases}


def finished(language, options):
    """Returns what is wrong with the verdicts on the finished client."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / LANGUAGES[language][0]
        path.write_text(filled(language, ALL))
        code, cases = check(path, *options, language=language)
    wrong = [f"{name}: {case['verdict']} {case.get('received') or case.get('note')}" for name, case in cases.items()
             if case["verdict"] != ("skipped" if name in skipped(options) else "passed")]
    seconds = sum(case.get("seconds", 0) for case in cases.values())
    return f"finished client in {language} {' '.join(options)}, {seconds:.0f} s", wrong + (
        [] if code == 0 else [f"exit code {code}"])


def starter(language):
    """Returns what is wrong with the starter: the first thing to fix, and its size, gap by gap."""
    written = subprocess.run([WORKBENCH, "starter", language], capture_output=True, text=True).stdout
    wrong = []
    # The finished client in Go is longer: its errors are returned and checked at every call.
    for text in [written] + [filled(language, ALL)] * (language != "go"):
        lines = text.rstrip("\n").expandtabs(4).split("\n")
        if len(lines) > 220 or max(map(len, lines)) > 100:
            wrong.append(f"{len(lines)} lines of up to {max(map(len, lines))} columns")
    # Filled in to a gap, the client fails at the case that the next one is about.
    for gap, name in enumerate(("A1", "A2", "A3", "B1", "C2", "C14", "D1", "E1"), 1):
        options = DISCOVER if gap == 8 else []
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / LANGUAGES[language][0]
            path.write_text(filled(language, gap))
            code, cases = check(path, "--only", name, *options, language=language)
        if cases.get(name, {}).get("verdict") != "failed":
            wrong.append(f"gap {gap}: {name} {cases.get(name, cases.get('A1'))}")
        if f"TODO {gap} ({name})" not in written:
            wrong.append(f"no TODO {gap} ({name})")
    if filled(language, 1) != written:
        wrong.append("it is not the finished client without its solutions")
    return f"starter {language}", wrong


def lesson():
    """Returns what is wrong with the cases that lesson 15 names for each gap of the Python client."""
    page = (pathlib.Path(__file__).parents[2] / "Lessons/15-your-own-client.md").read_text()
    failed, wrong = {}, []
    for gap in (4, 5, 7, 8):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "client.py"
            path.write_text(filled("python", gap))
            _, cases = check(path)
        failed[gap] = {name for name, case in cases.items() if case["verdict"] == "failed"}
    for gap, later in ((4, 5), (5, 7), (7, 8)):
        line = re.search(rf"^- `TODO {gap}`.*?Until then, (.*?)(;|\.$|\. )", page, re.M)[1]
        if set(re.findall(r"\b[A-E]\d+\b", line)) != failed[gap] - failed[later]:
            wrong.append(f"TODO {gap}: {sorted(failed[gap] - failed[later])} fail, and the lesson says: {line}")
    return "lesson 15 names what fails", wrong + [f"left: {failed[8]}"] * bool(failed[8])


def filled(language, first):
    """Returns the client with the gaps before one filled in, and the others open."""
    lines, is_gap, is_open = [], False, False
    name, _, comment, _ = LANGUAGES[language]
    for line in (STARTERS / name).read_text().split("\n"):
        text = line.strip()
        indentation = line[:len(line) - len(line.lstrip())]
        if text.startswith(comment + "> "):
            is_gap, is_open = True, int(re.search(r"TODO (\d+)", text)[1]) >= first
            lines += [f"{indentation}{comment} {text[len(comment) + 2:]}"] if is_open else []
        elif text.startswith(comment + "= "):
            lines += [indentation + text[len(comment) + 2:]] if is_open else []
        elif text == comment + "<":
            is_gap = is_open = False
        elif not (is_gap and is_open):
            lines.append(line)
    return "\n".join(lines)


def skipped(options):
    """Returns the cases that need an option that is not there; --revoke-command always is."""
    without_discover = {"B7", "B10", "E1", "E2", "E3", "E4", "E5"} if "--discover" not in options else set()
    return without_discover | ({"A8", "E4"} if "server" not in options else set())


def edited(edits):
    """Returns the finished client with edits, or what is wrong with one."""
    program = PROGRAM
    for old, new in edits:
        if program.count(old) != 1:
            return program, [f"the text occurs {program.count(old)} times: {old}"]
        program = program.replace(old, new)
    return program, []


def mutant(number, name, old, new, options):
    """Returns what is wrong with the verdict on one mutant."""
    title = f"mutant {number} of {name} {' '.join(options)}"
    program, wrong = edited([(old, new)] if new is not None else old)
    if wrong:
        return title, wrong
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "client.py"
        path.write_text(program)
        code, cases = check(path, "--only", name, *options)
    case = cases.get(name) or {"verdict": "not run", "received": cases.get("A1", {}).get("received", "")}
    wrong = [] if case["verdict"] == "failed" else [f"{case['verdict']} {case.get('note', '')} {case.get('received', '')}"]
    return title, wrong + ([] if code == 1 else [f"exit code {code}"])


def right(name, edits, only, options, may_skip=()):
    """Returns what is wrong with the verdicts on a client that is right in another way."""
    program, wrong = edited(edits)
    if wrong:
        return name, wrong
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "client.py"
        path.write_text(program)
        code, cases = check(path, "--only", only, *options)
    wrong = [f"{one}: {case['verdict']} {case.get('received') or case.get('note')}" for one, case in cases.items()
             if case["verdict"] != ("skipped" if one in may_skip else "passed")]
    return f"a client that {name}", wrong + ([] if code == 0 else [f"exit code {code}"])


def reported():
    """Returns what is wrong with the report on a client with one accepted fault, and with the output that is kept."""
    program, wrong = edited([('self.headers["Host"] == uri.netloc and ', ""),
                             ("    store(tokens)\n    return", '    print("Token", tokens["access_token"])\n'
                              "    store(tokens)\n    return")])
    with tempfile.TemporaryDirectory() as folder:
        path, keep = pathlib.Path(folder) / "client.py", pathlib.Path(folder) / "kept"
        path.write_text(program)
        keep.mkdir()
        (keep / "B15.txt").write_text("of an earlier run")
        accepted = pathlib.Path(folder) / "accepted"
        accepted.write_text("# known\nB16\nC14 # the log\nB15\n")
        only = ["--only", "B15,B16,C14", "--expected", str(accepted), "--keep", str(keep)]
        done = {kind: subprocess.run([WORKBENCH, "check", "--format", kind, *only, "--", sys.executable, str(path)],
                                     capture_output=True, text=True, timeout=60) for kind in ("json", "junit")}
        output = (keep / "C14.txt").read_text()
        names = sorted(one.name for one in keep.iterdir())
    summary = json.loads(done["json"].stdout)["summary"]
    suite = xml.etree.ElementTree.fromstring(done["junit"].stdout)
    facts = [
        ("summary", summary, {"passed": 2, "failed": 2, "not_reached": 0, "skipped": 0, "stale": ["B15"]}),
        ("exit codes", [one.returncode for one in done.values()], [0, 0]),
        ("JUnit", [suite.get("tests"), suite.get("failures"), len(suite.findall("testcase")),
                   len(suite.findall("testcase/skipped"))], ["4", "0", 4, 2]),
        ("files kept", names, ["B16.txt", "C14.txt"]), ("token", "Token (hidden)" in output, True),
    ]
    return "report and kept output", wrong + [f"{name}: {value}" for name, value, right in facts if value != right]


def hostile(name, program, options, words):
    """Returns what is wrong with the end of a check on one hostile client."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "client.py"
        path.write_text(program)
        begun = time.monotonic()
        done = subprocess.run(
            [WORKBENCH, "check", *options, "--", sys.executable, str(path)], capture_output=True, text=True, timeout=60)
        seconds = time.monotonic() - begun
        left = subprocess.run(["pgrep", "-f", str(path)], capture_output=True, text=True).stdout.split()
    flat = " ".join(done.stdout.split())
    wrong = [] if done.returncode == 1 else [f"exit code {done.returncode} {done.stderr[-300:]}"]
    wrong += [] if words in flat else [done.stdout[-600:]]
    wrong += [] if seconds < 20 else [f"{seconds:.0f} s"]
    wrong += ["an escape sequence"] if "\x1b" in done.stdout else []
    return f"a client that {name}, {seconds:.1f} s", wrong + [f"process {one} is left" for one in left]


def interrupted(number, only):
    """Returns what a signal leaves behind."""
    def restore():
        # A job in the background can have them ignored, and then they stay ignored.
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(one, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.Popen([WORKBENCH, "check", "--only", only, "--", sys.executable, str(CLIENT)],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "TMPDIR": folder}, preexec_fn=restore)
        time.sleep(0.1 if only == "A1" else 2)
        run.send_signal(number)
        output, errors = run.communicate(timeout=20)
        left = subprocess.run(["pgrep", "-f", str(CLIENT)], capture_output=True, text=True).stdout.split()
        left += os.listdir(folder)
    wrong = [] if run.returncode == 130 else [f"exit code {run.returncode} {errors[-300:]}"]
    return f"{number.name} during {only}", wrong + left + ([output] if output else [])


def own(name, command, options, expected):
    """Returns what is wrong with the verdicts on a client of this project; some cases are not reached, as expected."""
    with tempfile.TemporaryDirectory() as folder:
        accepted = pathlib.Path(folder) / "accepted"
        accepted.write_text("\n".join(expected))
        # Their own limit for a response is 30 seconds.
        done = subprocess.run(
            [WORKBENCH, "check", "--format", "json", "--timeout", "60", "--expected", str(accepted), *options, "--",
             *command], capture_output=True, text=True, timeout=300, cwd=folder)
    cases = json.loads(done.stdout)["cases"]
    without_revoking = set() if "--revoke-command" in options else {"D9"}
    wrong = [f"{case['id']}: {case['verdict']} {case['received'] or case['note']}" for case in cases
             if case["id"] not in expected
             and case["verdict"] != ("skipped" if case["id"] in skipped(options) | without_revoking else "passed")]
    return f"{name} {' '.join(options)}", wrong + ([] if done.returncode == 0 else [f"exit code {done.returncode}"])


failed = 0
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    if sys.argv[2:] == ["mutants"]:
        jobs = [pool.submit(mutant, number, *row) for number, row in enumerate(MUTANTS, 1)]
        jobs += [pool.submit(right, *row) for row in RIGHT]
        jobs += [pool.submit(lesson)]
    elif sys.argv[2:] == ["hostile"]:
        jobs = [pool.submit(hostile, *row) for row in HOSTILE]
    elif sys.argv[2:3] == ["own"]:
        live = ["bash", str(pathlib.Path(__file__).parent / "live-client.sh"), WORKBENCH]
        revoke = ["--revoke-command", f"{WORKBENCH} revoke"]
        jobs = [
            pool.submit(own, "live mode", live, revoke, []),
            pool.submit(own, "live mode", live, revoke + SERVER + DISCOVER, []),
            pool.submit(own, "complete-client", [os.path.realpath(sys.argv[3])], [], ["D3", "D4", "D6"])]
    else:
        # Python by itself, the other languages with `languages`.
        jobs = []
        for language, (_, start, _, build) in LANGUAGES.items():
            if (language == "python") == (sys.argv[2:] == ["languages"]):
                continue
            if not shutil.which((build or start)[0]):
                print("skipped", f"{language}: {(build or start)[0]} is not installed", sep="  ")
                continue
            jobs += [pool.submit(finished, language, options) for options in ([], SERVER + DISCOVER)]
            jobs += [pool.submit(starter, language)]
        if not sys.argv[2:]:
            jobs += [pool.submit(reported)]
    for job in jobs:
        name, wrong = job.result()
        failed += bool(wrong)
        print("wrong" if wrong else "ok   ", name, *wrong, sep="  ", flush=True)
if sys.argv[2:] == ["hostile"]:
    # By themselves: they look for processes of the finished client.
    for row in ((signal.SIGINT, "A1"), (signal.SIGINT, "C9"), (signal.SIGTERM, "C9"), (signal.SIGHUP, "C9")):
        name, wrong = interrupted(*row)
        failed += bool(wrong)
        print("wrong" if wrong else "ok   ", name, *wrong, sep="  ", flush=True)
sys.exit(1 if failed else 0)
