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

WORKBENCH = os.path.realpath(sys.argv[1])
STARTERS = pathlib.Path(__file__).parents[2] / "Sources/ClientCheck/Starters"
CLIENT = STARTERS / "client.py"
PROGRAM = CLIENT.read_text()
ALL = 10
SERVER, DISCOVER = ["--app-type", "server"], ["--discover"]
CHALLENGE = '''
        "code_challenge": challenge(verifier), "code_challenge_method": "S256"'''
ISSUER = 'is_from_issuer = values.get("iss", None if promises else issuer) == issuer'
OLD = 'tokens["refresh_token"] = tokens.get("refresh_token") or form.get("refresh_token")'
POST = 'status, fields, tokens = post(endpoints["token_endpoint"], form)'
AGAIN = 'return token_request(endpoints, {"grant_type": "refresh_token", "refresh_token": old})'
REFRESH = f"            {AGAIN}\n    return sign_in(endpoints)\n"
PAUSE = "__import__('time').sleep(1.5); "
STATE = ', "state": state,'
PAGE = '''self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"You can close this page." if found else b"Not used.")'''
SILENT = ('"""Ends the client with a message for the user and exit code 1."""',
          "def __init__(self, text):\n        super().__init__(1)")
LOCK = '''        fcntl.flock(file, fcntl.LOCK_EX)
        latest = stored()
        if latest and latest["refresh_token"] != old:
            return latest
        with contextlib.suppress(InvalidGrant):
'''

# The case, the text to replace, its replacement, and the options of the check.
MUTANTS = [
    ("A1", '"Bearer " + token', '"Bearer x" + token', []),
    ("A2", "secrets.token_urlsafe(32)", '"v" * 43', []),
    ("A3", 'hashlib.sha256(verifier.encode', 'hashlib.sha256(verifier.lower().encode', []),
    ("A3", CHALLENGE, "", SERVER),
    ("A4", "secrets.token_urlsafe(16)", "str(secrets.randbelow(10**9))", []),
    ("A5", '"response_type": "code",', '"response_type": "code", "code_verifier": verifier,', []),
    ("A5", '"response_type": "code",', '"response_type": "code", "client_secret": setting("CLIENT_SECRET"),', SERVER),
    ("A6", '(("127.0.0.1", uri.port), Handler)', '(("", uri.port), Handler)', []),
    ("A7", "urllib.parse.urlencode(form))", 'urllib.parse.urlencode(form) + "&redirect_uri=x")', []),
    ("A8", 'fields["Authorization"] = "Basic "',
     'form["client_secret"] = setting("CLIENT_SECRET")\n        fields["Authorization"] = "Basic "', SERVER),
    ("A8", "urllib.parse.quote_plus(setting(n))", "setting(n)", SERVER),
    ("A9", 'setting("API"), fields', 'setting("API") + "?access_token=" + token, fields', []),
    ("B1", ' and values.get("state") == state', "", []),
    ("B2", 'values.get("state") == state', 'values.get("state", state) == state', []),
    ("B3", "len(values) == len(pairs) and ", "", []),
    ("B4", 'raise Failure("Access was not granted', 'token_request(endpoints, {"grant_type": "client_credentials"})\n'
     '        raise Failure("Access was not granted', []),
    ("B5", "values = dict(pairs)\n", 'values = dict(pairs)\n        if "error" in values:\n            return True\n', []),
    ("B6", ISSUER, "is_from_issuer = True", []),
    ("B6", ISSUER, "is_from_issuer = True", DISCOVER),
    ("B7", "None if promises else issuer", "issuer", DISCOVER),
    ("B8", ISSUER, 'is_from_issuer = values.get("iss", issuer).rstrip("/") == issuer', []),
    ("B9", '"code": values["code"],', '"code": values["code"] if promises or "iss" not in values else "x",', DISCOVER),
    ("B10", ISSUER, 'is_from_issuer = not promises or values.get("iss") == issuer', DISCOVER),
    ("B11", "len(values) == len(pairs) and", "len(pairs) <= 3 and", []),
    ("B12", '(values.get("code") or "error" in values)',
     '(values.get("code") or "error" in values or not pairs.append(("code", "x")))', []),
    ("B13", " and url.path == uri.path", "", []),
    ("B14", 'return "".join(c if c.isprintable() else "?" for c in str(text))[:300]', "return str(text)", []),
    ("B15", '    return token_request(endpoints, {\n        "grant_type": "authorization_code"',
     "    twice = lambda form: [token_request(endpoints, dict(form)) for _ in range(2)][-1]\n"
     '    return twice({\n        "grant_type": "authorization_code"', []),
    ("B16", 'self.headers["Host"] == uri.netloc and ', "", []),
    ("C1", 'str(tokens.get("token_type")).lower() != "bearer"', 'tokens.get("token_type") not in ("Bearer", "bearer")', []),
    ("C2", 'str(tokens.get("token_type")).lower() != "bearer"', "False", []),
    ("C3", OLD, 'tokens["expires_in"]; ' + OLD, []),
    ("C4", 'print("Not granted:", " ".join(sorted(missing)))', "pass", []),
    ("C5", OLD, "assert len(tokens) < 8; " + OLD, []),
    ("C6", POST, POST + "\n    if status == 400:\n        " + POST, []),
    ("C7", "    if status == 429:", "    if status == 200:\n        store(tokens)\n        return tokens\n    if status == 429:", []),
    ("C8", "contextlib.suppress(ValueError, RecursionError)", "contextlib.suppress(MemoryError)", []),
    ("C9", "timeout=5)", "timeout=600)", []),
    ("C10", "    if status == 429:", "    while status == 429:\n        " + POST + "\n    if status == 429:", []),
    ("C11", "    if status == 429:", "    if status == 410:\n        " + POST + "\n    if status == 429:", []),
    ("C12", "    if status == 429:", '    if status == 307:\n        place = urllib.parse.urljoin(endpoints["token_endpoint"], '
     'fields["Location"])\n        post(place, form)\n    if status == 429:', []),
    ("C13", OLD, 'assert tokens["refresh_token"]', []),
    ("C14", "0o600", "0o644", []),
    ("C14", "    store(tokens)\n    return", '    print(tokens["access_token"])\n    store(tokens)\n    return', []),
    ("C15", REFRESH, REFRESH.replace("return sign_in(endpoints)", AGAIN), []),
    ("D1", "if status == 401 and", "if False and", []),
    ("D2", "if status == 401 and", "while status == 401 and", []),
    ("D3", "    store(tokens)\n    return", '    form.get("refresh_token") or store(tokens)\n    return', []),
    ("D4", OLD, 'tokens.setdefault("refresh_token", None)', []),
    ("D5", 'raise Failure(f"No response from', 'raise RuntimeError(f"No response from', []),
    ("D6", LOCK + REFRESH, f"        {AGAIN}\n", []),
    ("D7", REFRESH, REFRESH.replace("return sign_in(endpoints)", "sys.exit(0)"), []),
    ("D8", "if status == 401 and", "if status in (401, 403) and", []),
    ("D9", "if status != 200:  # After", "if status not in (200, 503):  # After", []),
    ("E1", 'metadata.get("issuer") != found["issuer"]', "False", DISCOVER),
    ("E2", CHALLENGE, '''
        **({"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
           if "code_challenge_methods_supported" in endpoints else {})''', DISCOVER),
    ("E3", "parts._replace(path=path).geturl()", 'found["issuer"] + "/.well-known/oauth-authorization-server"', DISCOVER),
    ("E4", 'if setting("CLIENT_SECRET"):', 'form["client_secret"] = setting("CLIENT_SECRET")\n    if False:',
     SERVER + DISCOVER),
    ("E5", "if not endpoint.startswith(", "if False and not endpoint.startswith(", DISCOVER),
]

# More mutants: faults that a case names, in another form.
MUTANTS += [
    ("A2", "secrets.token_urlsafe(32)", '"v" * 39 + f"{secrets.randbelow(10000):04}"', []),
    ("A2", [(CHALLENGE, ""), (STATE, ""), (' and values.get("state") == state', "")], None, []),
    ("A4", "secrets.token_urlsafe(16)", 'f"state-of-the-client-{os.getpid():07}"', []),
    ("A4", "secrets.token_urlsafe(16)", "secrets.token_hex(10)", []),
    ("A4", "secrets.token_urlsafe(16)", "f'{os.getpid()}-{__import__(\"time\").time_ns()}'", []),
    ("A5", '"S256"})', '"S256"}) + "&response_type=code"', []),
    ("A7", "urllib.parse.urlencode(form))", 'urllib.parse.urlencode(form) + "&grant_type=authorization_code")', []),
    ("B1", 'values.get("state") == state', 'len(values.get("state", "")) == len(state)', []),
    ("B1", 'values.get("state") == state', 'values.get("state", "").lower() == state.lower()', []),
    ("B5", 'values.get("state") == state', 'values.get("state", "")[:8] == state[:8]', []),
    ("B3", "        values = dict(pairs)\n        is_whole = len(values) == len(pairs) and (",
     "        values = dict(reversed(pairs))\n        is_whole = (", []),
    ("B14", PAGE, 'self.send_header("Content-Type", "text/html")\n            self.end_headers()\n            '
     'self.wfile.write("".join(v for n, v in pairs).replace("script", "").encode())', []),
    ("C4", [('print("Not granted:", " ".join(sorted(missing)))', "pass"),
            ("    tokens = stored() or sign_in(endpoints)",
             '    print("Reading your profile")\n    tokens = stored() or sign_in(endpoints)')], None, []),
    ("C6", POST, POST + "\n    if status == 400:\n        " + PAUSE + POST, []),
    ("C7", [("    connection.request(", '    print("Sending", method, flush=True)\n            connection.request('),
            SILENT], None, []),
    ("C8", [("    with contextlib.suppress(ValueError, RecursionError):\n        value = json", "    value = json"),
            ('print("Open this URL:", url, flush=True)', 'print("Open this URL:", url, end="\\r\\n", flush=True)')],
     None, []),
    ("C12", "    if status == 429:", '    if status == 307:\n        place = urllib.parse.urljoin('
     'endpoints["token_endpoint"], fields["Location"])\n        ' + PAUSE + 'post(place, form)\n    if status == 429:', []),
    ("D1", 'fields, urllib.parse.urlencode(form))',
     'fields, urllib.parse.urlencode(form) + "&refresh_token=x" * ("refresh_token" in form))', []),
    ("D2", [("    connection.request(", '    print("Sending", method, flush=True)\n            connection.request('),
            SILENT], None, []),
    ("D4", AGAIN, 'return token_request(endpoints, {"grant_type": "refresh_token"})', []),
    ("D8", "    if status == 401 and", "    if status == 403:\n        " + PAUSE + "status = 401\n    if status == 401 and", []),
    ("E2", CHALLENGE, '''
        **({"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
           if endpoints["code_challenge_methods_supported"] else {})''', DISCOVER),
    ("C14", "    store(tokens)\n    return", '    print(urllib.parse.quote(tokens["access_token"], safe=""))\n'
     "    store(tokens)\n    return", []),
    ("C14", "    store(tokens)\n    return", '    os.makedirs("cache/now", exist_ok=True)\n'
     '    open("cache/now/copy", "w").write(json.dumps(tokens))\n    store(tokens)\n    return', []),
    ("C14", "    store(tokens)\n    return", "    print(os.environ, base64.b64encode(b'check'))\n    store(tokens)\n    return",
     SERVER),
    ("C14", 'return send("POST", endpoint, fields', 'print(fields)\n    return send("POST", endpoint, fields', SERVER),
    ("E1", 'metadata.get("issuer") != found["issuer"]', 'not metadata.get("issuer").startswith(found["issuer"])', DISCOVER),
    ("E5", '"http://127.0.0.1:"', '"http://127.0.0.1"', DISCOVER),
    ("C3", 'tokens.get("scope") or setting("SCOPE")', 'tokens["scope"]', []),
    ("D9", 'post(endpoints["revocation_endpoint"], {"token": token})', 'post(endpoints["revocation_endpoint"], {"token": ""})', []),
    ("D3", OLD, OLD + '\n    if "refresh_token" in form:\n        tokens["refresh_token"] = tokens["access_token"]', []),
    ("D8", "    if status == 401 and", "    while status == 403:\n"
     '        status, _, body = profile(tokens["access_token"])\n    if status == 401 and', []),
] + [
    # The authorization URL is not a message.
    (name, *SILENT, []) for name in ("B4", "C7", "C8", "C11", "D2")
]

# Clients that are right in another way: what is different, the edits, the cases, and the options of the check.
FORM = "application/x-www-form-urlencoded"
START, SLEEP = "import base64\n", "import time; time.sleep({})"
STATELESS = [(STATE, ","), (' and values.get("state") == state', "")]
RIGHT = [
    ("starts slowly", [(START, SLEEP.format(2) + "\n" + START)], "A2,B1,D3,D4", []),
    ("waits before the API call", [("    store(tokens)\n", "    store(tokens)\n    " + SLEEP.format(1.5) + "\n")],
     "A9,B5,C1,D1,D3", []),
    ("waits before a message", [('raise Failure("Access', SLEEP.format(1.5) + '\n        raise Failure("Access')], "B4", []),
    ("waits as Retry-After says", [("    if status == 429:\n", "    if status == 429:\n        " + SLEEP.format(2.2)
                                    + "\n        " + POST + "\n    if status == 429:\n")], "C10", []),
    ("prints the URL in a sentence", [('print("Open this URL:", url,', 'print(f"Please open ({url}).",'),
                                      ("    webbrowser.open(url)\n", "")], "A3,B1", []),
    ("prints the URL in another encoding than it opens", [('print("Open this URL:", url,',
      'print("Open this URL:", url.replace("+", "%20").replace("%3A", ":").replace("%2F", "/"),')], "A2,A4,B1", []),
    ("prints the URL without a line end", [('url, flush=True)', 'url, end=" ", flush=True)'),
                                           ("    webbrowser.open(url)\n", "")], "A3,B1", []),
    ("names a charset", [(f'"{FORM}"', f'"{FORM};charset=UTF-8"')], "A3,A7,B15,C6,D1,D3", []),
    ("denies with exit code 0", [('raise Failure("Access was not granted: " + printable(',
                                  'sys.exit(print("Access was not granted: " + printable('),
                                 ('values.get("error_description", "")))', 'values.get("error_description", ""))))'
                                  )], "B4", []),
    ("asks the server first", [("    return send(\"GET\", setting(\"API\"), fields)",
                                "    send(\"HEAD\", setting(\"API\"), {})\n"
                                "    return send(\"GET\", setting(\"API\"), fields)")], "A9,C15,D1,D3", []),
    ("relies on PKCE", STATELESS, "A4,B1,B2,B3", DISCOVER, {"B1", "B2", "B3"}),
    ("asks the user again instead of refreshing", [
        ('tokens = refreshed(endpoints, tokens["refresh_token"])', "tokens = sign_in(endpoints)")], "D1,D2,D3,D4,D7",
     [], {"D3", "D4", "D7"}),
    ("calls the API before it has a token", [("tokens = stored() or sign_in(endpoints)",
      'tokens = stored() or send("GET", setting("API"), {}) and sign_in(endpoints)')], "C2,C7,D2,D8", []),
    ("logs the stack of an error that it handles", [('        raise Failure("Access was not granted',
      "        try:\n            raise ValueError(values)\n        except ValueError:\n"
      '            __import__("traceback").print_exc()\n        raise Failure("Access was not granted')], "B4", []),
    ("keeps its tokens elsewhere, for each client", [('return os.environ.get("WORKBENCH_" + name, "")',
      'place = os.environ["WORKBENCH_ISSUER"] + os.environ["WORKBENCH_CLIENT_ID"]\n    if name == "TOKEN_FILE":\n'
      '        return os.path.join(os.path.dirname(__file__), place.replace("/", "_"))\n'
      '    return os.environ.get("WORKBENCH_" + name, "")')], "A2,A4,D3", []),
    ("shows the parameters as plain text", [("self.wfile.write(", 'self.wfile.write(url.query.encode() + str(pairs).encode() +'),
                                            ('if found else b"Not used.")', 'if found else b"")')], "B14", []),
]

# The program that starts a client, the beginning of a comment, and the program that builds it first.
LANGUAGES = {
    "python": ("client.py", [sys.executable], "#", None),
    "javascript": ("client.js", ["node"], "//", None),
    "go": ("client.go", ["./client"], "//", ["go", "build", "-o", "client"]),
}


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
    ("leaves its group and closes its output", "import os, time\nif os.fork() == 0:\n    os.setsid()\n"
     "    for one in range(3): os.close(one)\n    time.sleep(600)", ["--timeout", "2"], "left a process behind"),
    ("prints one long line", "import os, time\nos.write(1, b'http' * 200000 + b'\\n')\ntime.sleep(600)",
     ["--timeout", "3"], "no authorization URL"),
    ("prints 100,000 URLs", "import os, time\nfor n in range(100000):\n"
     "    print(os.environ['WORKBENCH_AUTHORIZATION_ENDPOINT'] + '?response_type=code&client_id=1&state=%d' % n)",
     ["--timeout", "3"], "the authorization endpoint returned"),
    ("prints escape sequences", "print('\\x1b[2J\\x1b]0;owned\\x07')", [], "no authorization URL"),
    ("never listens", PROGRAM.replace("    next(listener)\n    url =", "    url =")
     .replace("    values = next(listener)", "    import time; time.sleep(600)"), ["--timeout", "4"],
     "but nothing listened there"),
]


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
