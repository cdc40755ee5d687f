"""Runs `workbench check` on the finished Python client and on clients that are wrong on purpose.

Each mutant is made by one small edit, and its own case must catch it: a case that no client can fail checks nothing.
  python3 Tests/Clients/check.py PATH/TO/workbench [mutants|hostile]
"""

import concurrent.futures
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

WORKBENCH = os.path.realpath(sys.argv[1])
CLIENT = pathlib.Path(__file__).parents[2] / "Sources/ClientCheck/Starters/client.py"
PROGRAM = CLIENT.read_text()
SERVER, DISCOVER = ["--app-type", "server"], ["--discover"]
CHALLENGE = '''
        "code_challenge": challenge(verifier), "code_challenge_method": "S256",'''

# The case, the text to replace, its replacement, and the options of the check.
MUTANTS = [
    ("A1", '"Bearer " + token', '"Bearer x" + token', []),
    ("A2", "verifier = secrets.token_urlsafe(32)", 'verifier = "v" * 43', []),
    ("A3", 'hashlib.sha256(verifier.encode', 'hashlib.sha256(verifier.lower().encode', []),
    ("A3", CHALLENGE, "", SERVER),
    ("A4", "state = secrets.token_urlsafe(16)", "state = str(secrets.randbelow(10**9))", []),
    ("A5", '"response_type": "code",', '"response_type": "code", "code_verifier": verifier,', []),
    ("A6", '(("127.0.0.1", port), Handler)', '(("", port), Handler)', []),
    ("A7", "urllib.parse.urlencode(form).encode()", '(urllib.parse.urlencode(form) + "&redirect_uri=x").encode()', []),
    ("A8", 'request.add_header("Authorization", "Basic " + basic)',
     'request.add_header("Authorization", "Basic " + basic); form["client_secret"] = setting("CLIENT_SECRET")', SERVER),
    ("A9", 'Request(setting("API"))', 'Request(setting("API") + "?access_token=" + token)', []),
    ("B1", 'values.get("state") != state', "False", []),
    ("B2", 'values.get("state") != state', 'values.get("state", state) != state', []),
    ("B3", "len(names) != len(set(names)) or ", "", []),
    ("B4", 'raise Failure("Access was not granted', 'token_request(endpoints, {"grant_type": "client_credentials"})\n'
     '        raise Failure("Access was not granted', []),
    ("B5", "values = dict(pairs)\n", 'values = dict(pairs)\n        if "error" in values:\n            return True\n', []),
    ("B6", 'return values.get("iss") == endpoints["issuer"]', "return True", []),
    ("B6", 'return values.get("iss") == endpoints["issuer"]', "return True", DISCOVER),
    ("B7", 'promises or "iss" in values', '"iss" in values', DISCOVER),
    ("B8", 'return values.get("iss") == endpoints["issuer"]',
     'return values.get("iss", "").rstrip("/") == endpoints["issuer"]', []),
    ("B10", 'promises or "iss" in values', "promises", DISCOVER),
    ("B11", "return True\n        #<", "return len(names) <= 3\n        #<", []),
    ("B12", '''    if not values.get("code"):
        raise Failure("The redirect has neither a code nor an error.")
    return values["code"], verifier''', '    return values.get("code", "x"), verifier', []),
    ("B13", "url.path == path", "True", []),
    ("B14", 'return "".join(c if c.isprintable() else "?" for c in str(text))[:300]', "return str(text)", []),
    ("B15", '    return token_request(endpoints, {\n        "grant_type": "authorization_code"',
     "    twice = lambda form: [token_request(endpoints, dict(form)) for _ in range(2)][-1]\n"
     '    return twice({\n        "grant_type": "authorization_code"', []),
    ("B16", 'self.headers.get("Host") == f"127.0.0.1:{port}" and ', "", []),
    ("C1", 'str(tokens.get("token_type")).lower() != "bearer"', 'tokens.get("token_type") not in ("Bearer", "bearer")', []),
    ("C2", 'str(tokens.get("token_type")).lower() != "bearer"', "False", []),
    ("C3", 'tokens.setdefault("refresh_token", old)', 'tokens["expires_in"]; tokens.setdefault("refresh_token", old)', []),
    ("C4", 'print("Not granted:", " ".join(sorted(missing)))', "pass", []),
    ("C5", 'tokens.setdefault("refresh_token", old)',
     'assert len(tokens) < 8; tokens.setdefault("refresh_token", old)', []),
    ("C6", "status, fields, tokens = send(request)", "status, fields, tokens = send(request)\n    if status == 400:\n"
     "        status, fields, tokens = send(request)", []),
    ("C7", "    if status == 410:", "    if status == 200:\n        store(tokens)\n        return tokens\n    if status == 410:", []),
    ("C8", "    except ValueError:\n        value = None", "    except MemoryError:\n        value = None", []),
    ("C9", "TIMEOUT, LIMIT = 5,", "TIMEOUT, LIMIT = 600,", []),
    ("C10", "    if status == 429:", "    while status == 429:\n        status, fields, tokens = send(request)\n"
     "    if status == 429:", []),
    ("C11", "    if status == 410:", "    if status == 410:\n        send(request)\n    if status == 410:", []),
    ("C12", "    if status == 410:", '    if status == 307:\n        place = urllib.parse.urljoin(request.full_url, '
     'fields["Location"])\n        send(urllib.request.Request(place, request.data, method="POST"))\n    if status == 410:', []),
    ("C13", 'tokens.setdefault("refresh_token", old)', 'tokens["refresh_token"]', []),
    ("C14", "0o600", "0o644", []),
    ("C14", "    store(tokens)\n    return", '    print(tokens["access_token"])\n    store(tokens)\n    return', []),
    ("C15", 'tokens = token_request(endpoints, form, old)', 'try:\n            tokens = token_request(endpoints, form, old)\n'
     '        except Failure:\n            tokens = token_request(endpoints, form, old)', []),
    ("D1", "if status == 401 and", "if False and", []),
    ("D2", "if status == 401 and", "while status == 401 and", []),
    ("D3", "    store(tokens)\n    return", "    old or store(tokens)\n    return", []),
    ("D4", 'tokens.setdefault("refresh_token", old)', 'tokens.setdefault("refresh_token", None)', []),
    ("D7", 'tokens = token_request(endpoints, form, old)', 'try:\n            tokens = token_request(endpoints, form, old)\n'
     '        except Failure:\n            sys.exit(0)', []),
    ("D8", "if status == 401 and", "if status in (401, 403) and", []),
    ("E1", 'metadata.get("issuer") != found["issuer"]', "False", DISCOVER),
    ("E2", CHALLENGE, '''
        **({"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
           if "code_challenge_methods_supported" in endpoints else {}),''', DISCOVER),
    ("E3", "url = parts._replace(path=path).geturl()", 'url = found["issuer"] + "/.well-known/oauth-authorization-server"',
     DISCOVER),
    ("E4", 'if setting("CLIENT_SECRET"):', 'form["client_secret"] = setting("CLIENT_SECRET")\n    if False:',
     SERVER + DISCOVER),
    ("E5", 'endpoint.scheme != "https" and', "False and", DISCOVER),
]


# Clients that do anything but OAuth, the options of the check, and the words of the report.
HOSTILE = [
    ("exits at once", "", [], "no authorization URL"),
    ("hangs", "import time; time.sleep(600)", ["--timeout", "3"], "no authorization URL"),
    ("floods", "while True: print('x' * 1000)", ["--timeout", "3"], "no authorization URL"),
    ("ignores SIGTERM", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)",
     ["--timeout", "2"], "no authorization URL"),
    ("forks", "import os, time\nfor _ in range(20):\n    if os.fork() == 0: time.sleep(600)", ["--timeout", "2"],
     "no authorization URL"),
    ("leaves its group", "import os, time\nif os.fork() == 0:\n    os.setsid(); time.sleep(600)", ["--timeout", "2"],
     "no authorization URL"),
    ("prints escape sequences", "print('\\x1b[2J\\x1b]0;owned\\x07')", [], "no authorization URL"),
    ("never listens", PROGRAM.replace("    next(listener)\n    url =", "    url ="), ["--timeout", "4"],
     "nothing listened at the redirect URI"),
]


def check(path, *options):
    """Returns the exit code and the verdicts by case."""
    done = subprocess.run(
        [WORKBENCH, "check", "--format", "json", *options, "--", sys.executable, path.name],
        capture_output=True, text=True, timeout=300, cwd=path.parent)
    try:
        cases = json.loads(done.stdout)["cases"]
    except ValueError:
        return done.returncode, {"": {"verdict": done.stdout + done.stderr}}
    return done.returncode, {case["id"]: case for case in cases}


def finished(options):
    """Returns what is wrong with the verdicts on the finished client."""
    code, cases = check(CLIENT, *options)
    wrong = [f"{name}: {case['verdict']} {case.get('received') or case.get('note')}" for name, case in cases.items()
             if case["verdict"] != "passed" and not case.get("note", "").startswith("It needs --")]
    return "finished client " + " ".join(options), wrong + ([] if code == 0 else [f"exit code {code}"])


def starter():
    """Returns what is wrong with the starter: the first thing to fix, and its size, gap by gap."""
    written = subprocess.run([WORKBENCH, "starter", "python"], capture_output=True, text=True).stdout
    lines = written.split("\n")
    wrong = [] if len(lines) <= 220 and max(map(len, lines)) <= 100 else [f"{len(lines)} lines"]
    # Filled in to a gap, the client fails at the case that the next one is about.
    for gap, name in enumerate(("A1", "A2", "A2", "B1", "C4", "C14", "D1", "E1"), 1):
        options = DISCOVER if gap == 8 else []
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "client.py"
            path.write_text(filled(gap))
            code, cases = check(path, "--only", f"{name},A3", *options)
        expected = "A3" if gap == 2 else name
        if cases.get(expected, {}).get("verdict") != "failed":
            wrong.append(f"gap {gap}: {expected} {cases.get(expected, cases.get('A1'))}")
    if filled(1) != written:
        wrong.append("it is not the finished client without its solutions")
    return "starter python", wrong


def filled(first):
    """Returns the client with the gaps before one filled in, and the others open."""
    lines, is_gap, is_open = [], False, False
    for line in PROGRAM.split("\n"):
        text = line.strip()
        indentation = line[:len(line) - len(line.lstrip())]
        if text.startswith("#> "):
            is_gap, is_open = True, int(re.search(r"TODO (\d+)", text)[1]) >= first
            lines += [indentation + "# " + text[3:]] if is_open else []
        elif text.startswith("#= "):
            lines += [indentation + text[3:]] if is_open else []
        elif text == "#<":
            is_gap = is_open = False
        elif not (is_gap and is_open):
            lines.append(line)
    return "\n".join(lines)


def mutant(number, name, old, new, options):
    """Returns what is wrong with the verdict on one mutant."""
    title = f"mutant {number} of {name} {' '.join(options)}"
    if PROGRAM.count(old) != 1:
        return title, [f"the text occurs {PROGRAM.count(old)} times: {old}"]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "client.py"
        path.write_text(PROGRAM.replace(old, new))
        code, cases = check(path, "--only", name, *options)
    case = cases.get(name) or {"verdict": "not run", "received": cases.get("A1", {}).get("received", "")}
    wrong = [] if case["verdict"] == "failed" else [f"{case['verdict']} {case.get('note', '')} {case.get('received', '')}"]
    return title, wrong + ([] if code == 1 else [f"exit code {code}"])


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


def interrupted():
    """Returns what Ctrl-C leaves behind."""
    run = subprocess.Popen([WORKBENCH, "check", "--only", "C9", "--", sys.executable, str(CLIENT)],
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(2)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    left = subprocess.run(["pgrep", "-f", str(CLIENT)], capture_output=True, text=True).stdout.split()
    return "Ctrl-C", ([] if run.returncode == 130 else [f"exit code {run.returncode} {errors[-300:]}"]) + left


failed = 0
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    if sys.argv[2:] == ["mutants"]:
        jobs = [pool.submit(mutant, number, *row) for number, row in enumerate(MUTANTS, 1)]
    elif sys.argv[2:] == ["hostile"]:
        jobs = [pool.submit(hostile, *row) for row in HOSTILE]
    else:
        jobs = [pool.submit(finished, options) for options in ([], SERVER + DISCOVER)] + [pool.submit(starter)]
    for job in jobs:
        name, wrong = job.result()
        failed += bool(wrong)
        print("wrong" if wrong else "ok   ", name, *wrong, sep="  ", flush=True)
if sys.argv[2:] == ["hostile"]:
    # By itself: it looks for processes of the finished client.
    name, wrong = interrupted()
    failed += bool(wrong)
    print("wrong" if wrong else "ok   ", name, *wrong, sep="  ", flush=True)
sys.exit(1 if failed else 0)
