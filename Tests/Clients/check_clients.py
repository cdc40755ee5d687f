"""Edits of the finished Python client: clients that are wrong on purpose, and clients that are right in another way."""

import pathlib

PROGRAM = (pathlib.Path(__file__).parents[2] / "Sources/ClientCheck/Starters/client.py").read_text()
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
TASKS = '''    async def group():
        async with __import__("asyncio").TaskGroup() as tasks:
            tasks.create_task(__import__("asyncio").to_thread(main))
    try:
        __import__("asyncio").run(group())'''
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
    ("A7", 'send("POST", endpoint, fields', 'send("POST", endpoint + "?grant_type=" + form.get("grant_type", ""), fields', []),
    ("D1", "    store(tokens)\n    return", '    "refresh_token" in form and print(form)\n    store(tokens)\n    return', []),
    ("D1", 'send("POST", endpoint, fields', 'send("POST", endpoint + "?x=" + urllib.parse.quote_plus('
     'form.get("refresh_token", "")), fields', []),
    ("D1", 'fields["Authorization"] = "Basic "', 'form.update({"client_secret": setting("CLIENT_SECRET")} '
     'if "refresh_token" in form else {})\n        fields["Authorization"] = "Basic "', SERVER),
    ("D1", 'form = {**form, "client_id": setting("CLIENT_ID")}',
     'form = {**form, **({} if "refresh_token" in form else {"client_id": setting("CLIENT_ID")})}', []),
    ("C15", "secrets.token_urlsafe(16)", 'os.environ.setdefault("ONE", secrets.token_urlsafe(16))', []),
    ("D7", "secrets.token_urlsafe(32)", 'os.environ.setdefault("ONE", secrets.token_urlsafe(32))', []),
    ("B2", 'values.get("state") == state', 'state.startswith(values.get("state", "x"))', []),
    ("B12", '(values.get("code") or "error" in values)', '("code" in values or "error" in values)', []),
    ("A5", 'return send("GET", setting("API"), fields)', 'send("GET", setting("API") + "?access_token=" + token, {})\n'
     '    return send("GET", setting("API"), fields)', []),
    ("A9", 'return send("GET", setting("API"), fields)', 'send("GET", setting("API") + "?access_token=" + token, {})\n'
     '    return send("GET", setting("API"), fields)', []),
    ("A9", "    tokens = stored() or sign_in(endpoints)\n", "    tokens = stored() or sign_in(endpoints)\n"
     '    profile(tokens["refresh_token"])\n', []),
    ("B3", "        values = dict(pairs)\n        is_whole = len(values) == len(pairs) and (",
     "        values = dict(reversed(pairs))\n        is_whole = (", []),
    ("B14", PAGE, 'self.send_header("Content-Type", "text/html")\n            self.end_headers()\n            '
     'self.wfile.write("".join(v for n, v in pairs).replace("script", "").encode())', []),
    ("C14", "    store(tokens)\n    return", '    open("settings.json", "w").write(setting("CLIENT_SECRET"))\n'
     "    store(tokens)\n    return", SERVER),
    ("C14", "    store(tokens)\n    return", '    open(b"caf\\xe9", "w").write(json.dumps(tokens))\n'
     "    store(tokens)\n    return", []),
    ("C8", [("contextlib.suppress(ValueError, RecursionError)", "contextlib.suppress(MemoryError)"),
            ("    try:\n        main()", TASKS)], None, []),
    ("D5", 'return token_request(endpoints, {"grant_type": "refresh_token", "refresh_token": old})\n    return sign_in(endpoints)',
     'token_request(endpoints, {"grant_type": "refresh_token", "refresh_token": old})\n'
     '    raise RuntimeError(sign_in(endpoints))', []),
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
        ('tokens = refreshed(endpoints, tokens["refresh_token"])', "tokens = sign_in(endpoints)")], "D1,D2,D3,D4,D5,D6,D7",
     [], {"D3", "D4", "D5", "D6", "D7"}),
    ("has a decimal state", [("secrets.token_urlsafe(16)", "str(secrets.randbits(128) | 1 << 127)")], "A2,A4,B1", []),
    ("decodes a state that is a UUID", [("secrets.token_urlsafe(16)", 'str(__import__("uuid").uuid4())'),
      ('values.get("state") == state', 'len(values.get("state", "")) == 36 and __import__("uuid").UUID('
       'values["state"]) == __import__("uuid").UUID(state)')], "A4,B1,B2,B5", []),
    ("logs what failed with its stack", [('        raise Failure("Access was not granted: " + printable(',
      '        try:\n            raise ValueError("denied")\n        except ValueError:\n'
      '            __import__("logging").exception("Access was not granted")\n        sys.exit(1)\n'
      '        raise Failure("" + printable(')], "B4", []),
    ("revokes its tokens when it gives up", [('        raise Failure(f"The API returned status {status}.")',
      '        print("Giving up.", flush=True)\n        revoke(endpoints)\n        sys.exit(1)')], "D2", []),
    ("is slower after its first run", [('    print("Open this URL:"', '    os.path.exists(__file__ + ".ran") and '
      + SLEEP.format(1.2).replace("import time; time", '__import__("time")') + '\n    open(__file__ + ".ran", "w").close()\n'
      '    print("Open this URL:"')], "A2,B1,B6,B9,C4,E2", DISCOVER),
    ("logs its URL as JSON", [('print("Open this URL:", url,', 'print(json.dumps({"url": url}).replace("&", "\\\\u0026"),'),
                              ("    webbrowser.open(url)\n", "")], "A3,B1", []),
    ("decodes the state", [(' and values.get("state") == state', ' and len(values.get("state", "")) == 22 and '
      'base64.urlsafe_b64decode(values["state"] + "==") == base64.urlsafe_b64decode(state + "==")')], "B1,B2,B5", []),
    ("logs a handled stack at the end", [('"displayName", "user")))', '"displayName", "user")))\n    try:\n'
      '        raise ValueError("cache")\n    except ValueError:\n        __import__("traceback").print_exc()')],
     "D5,D6", []),
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
    ("writes many large files", PROGRAM.replace("    store(tokens)\n", "    for n in range(300):\n"
     "        os.makedirs(f'f{n % 6}', exist_ok=True); open(f'f{n % 6}/{n}', 'w').truncate(1000000)\n"
     "    store(tokens)\n    raise Failure('full')\n", 1), [], "its last line: full"),
    ("prints escape sequences", "print('\\x1b[2J\\x1b]0;owned\\x07')", [], "no authorization URL"),
    ("never listens", PROGRAM.replace("    next(listener)\n    url =", "    url =")
     .replace("    values = next(listener)", "    import time; time.sleep(600)"), ["--timeout", "4"],
     "but nothing listened there"),
]
