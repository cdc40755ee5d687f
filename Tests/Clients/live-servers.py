#!/usr/bin/env python3
"""Walks through flows at a server of servers/ like a user; uses only the standard library.

    python3 live-servers.py PATH/TO/workbench NAME BASE REDIRECT_PORT WHAT_IT_IS [TRANSCRIPT]

It says of each expectation whether it holds, and at the end what the program reported of the server, so that a person
can hold each departure against its section. All that the program printed goes into the file TRANSCRIPT.
"""

import os
import re
import shlex
import sys
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import live
import reported
from live import flat
from user import Browser, Form

WORKBENCH, NAME, BASE, PORT, TITLE = *sys.argv[1:4], int(sys.argv[4]), sys.argv[5]
TRANSCRIPT = sys.argv[6] if len(sys.argv) > 6 else None
REDIRECT_URI = f"http://127.0.0.1:{PORT}/callback"
WIDE = {"COLUMNS": "100"}

NO_REALM = "WWW-Authenticate: Basic has no realm, which is required. RFC 7617 §2 The 'Basic' Authentication Scheme"
NO_CHALLENGE = "A 401 must name an authentication scheme in WWW-Authenticate. RFC 9110 §15.5.2 401 Unauthorized"
NO_BEARER = (
    "A 401 response must name the Bearer scheme in WWW-Authenticate; this one has no such field. RFC 6750 §3 "
    "The WWW-Authenticate Response Header Field")

# Known faults of the program, with the servers that reveal them. The script reports a fixed one, which must be
# removed here.
KNOWN = {}

# Members that a registered specification defines.
REGISTERED = {
    "id_token": "OpenID Connect Core 1.0 §3.1.3.3", "sub": "OpenID Connect Core 1.0 §5.1, RFC 7662 §2.2",
    "name": "OpenID Connect Core 1.0 §5.1", "preferred_username": "OpenID Connect Core 1.0 §5.1",
    "email": "OpenID Connect Core 1.0 §5.1", "email_verified": "OpenID Connect Core 1.0 §5.1",
    "error": "RFC 6749 §5.2", "error_description": "RFC 6749 §5.2", "aud": "RFC 7662 §2.2", "iss": "RFC 7662 §2.2",
    "jti": "RFC 7662 §2.2", "nbf": "RFC 7662 §2.2", "username": "RFC 7662 §2.2",
}


class Server:
    """The differences between the servers."""

    issuer = BASE
    scope = "read"
    secret = "confidential-secret"
    # Whether it describes an endpoint for these, and grants them to a client without a secret.
    profile = introspects = revokes = True
    public = public_revokes = True
    # The error for a code that it does not accept.
    refused = "invalid_grant"
    # Whether it compares the verifier with the challenge.
    checks_verifier = True
    # Whether it rotates refresh tokens.
    rotates = True
    # The departures that it really has: the program's text, and the section.
    departures = set()
    # Unregistered members of its metadata.
    own = ()
    # How long the program waits for the browser.
    seconds = 10
    # Additional tests for it.
    more = ()

    def decide(self, url, allow=True):
        """Signs in and decides; returns the redirect, or the page if there is none."""
        browser = Browser(BASE)
        at, page = browser.go(url)
        if page is None or 'name="password"' not in page:
            return at, page
        fields = Form(page).fields | {"username": "anna", "password": "anna-practises"}
        return browser.go(at, form=fields | ({"allow": "yes"} if allow else {"deny": "yes"}))

    def denial(self):
        """Returns the walk of a user who denies, and the text required in its output."""
        return walk(allow=False), "The user denied access."


class Authlib(Server):
    secret = "confidential-secret:with%odd+signs"
    departures = {NO_REALM}


class Mock(Server):
    # The user denies, and the program keeps waiting.
    seconds = 4
    scope = "openid profile"
    public = introspects = revokes = checks_verifier = rotates = False
    departures = {NO_REALM}

    def decide(self, url, allow=True):
        return Browser(BASE).go(url, form={"sub": "anna"} if allow else {"action": "deny"})


class Nanoidp(Server):
    scope = "openid profile offline_access"
    more = ("without_a_challenge", "client_credentials", "odd_secret")
    departures = {NO_CHALLENGE, NO_BEARER}

    def denial(self):
        return None, None


class MCP(Server):
    # pydantic appends a slash.
    issuer = BASE + "/"
    secret = "confidential-secret:with%odd+signs"
    profile = introspects = public_revokes = False
    more = ("without_a_challenge", "described_in_a_file")
    departures = {
        NO_CHALLENGE,
        "The error unauthorized_client has status 401, not 400. Status 401 is for invalid_client. RFC 6749 §5.2 Error "
        "Response",
    }

    def denial(self):
        return walk(allow=False, pastes=True), "The user denied access."


class Glewlwyd(Server):
    issuer = BASE + "/api/oidc"
    public_revokes = False
    refused = "invalid_code"
    own = ("access_token_signing_alg_values_supported",)
    more = ("without_a_challenge", "nonce")
    departures = {
        NO_CHALLENGE, NO_BEARER, "The rejection gives no reason: error is missing. RFC 6749 §5.2 Error Response",
        "No specification known here defines the error 'invalid_code' for a token response. RFC 6749 §5.2 Error Response",
        "The error has status 403, not 400 or 401. RFC 6749 §5.2 Error Response",
    }

    def decide(self, url, allow=True):
        browser = Browser(BASE)
        at, page = browser.go(url)
        if page is None:
            return at, page
        # The requests that its pages send when the user types and clicks.
        browser.send(BASE + "/api/auth/", {"username": "anna", "password": "anna-practises"})
        client = re.search(r"client_id=(\w+)", url)[1]
        browser.send(f"{BASE}/api/auth/grant/{client}", {"scope": self.scope}, method="PUT")
        return browser.go(url + "&g_continue")

    def denial(self):
        return walk("--prompt", "none"), "error=interaction_required"


SERVERS = {"authlib": Authlib, "oidc-mock": Mock, "nanoidp": Nanoidp, "mcp": MCP, "glewlwyd": Glewlwyd}
server = SERVERS[NAME]()
counts = {"ok": 0, "open": 0, "wrong": 0, "fixed": 0}
told = set()
seen = []


if TRANSCRIPT:
    open(TRANSCRIPT, "w").close()


def is_known(text):
    return NAME in KNOWN.get(text, "").split()


def expect(text, condition, *got):
    """Prints whether an expectation holds, and continues."""
    if text in told:
        return
    told.add(text)
    word = ("fixed" if is_known(text) else "ok") if condition else ("open" if is_known(text) else "wrong")
    counts[word] += 1
    print(f"{word:5} {text}", flush=True)
    if word == "wrong":
        for one in got:
            print("      " + (one if isinstance(one, str) else "\n".join(map(str, one)) if isinstance(one, tuple) else str(one)))


def keep(what, result):
    """Stores the output of a command for the report at the end."""
    seen.append((what, result[1]))
    if TRANSCRIPT:
        with open(TRANSCRIPT, "a") as file:
            print(f"#### {what}: exit code {result[0]}", result[1], "#### and on standard error", result[2], sep="\n", file=file)
    return result


def walk(*arguments, allow=True, pastes=False, client="public", **rest):
    """Runs a whole live walk; returns exit code, standard output, standard error, and the run."""
    env = WIDE | ({"WORKBENCH_CLIENT_SECRET": server.secret} if client != "public" else {})
    run = live.Walk(
        WORKBENCH, "--scope", server.scope, *arguments, client=client, kind="client" if client == "public" else "server",
        port=PORT, pastes=pastes, env=env | rest.pop("env", {}),
        **{"discover": server.issuer, "seconds": server.seconds} | rest)
    url = run.url()
    target = None
    if url:
        target, _ = server.decide(url, allow)
        if not target.startswith(REDIRECT_URI):
            run.process.terminate()
        elif pastes:
            run.paste(target)
        else:
            run.get(target[len(REDIRECT_URI) - len("/callback"):])
    run.target, run.env = target, env
    return (*keep("walk", run.end()), run)


def use(run, *words):
    """Runs a command on the session of a walk."""
    return keep(words[0], run.command(*words, env=run.env))


def advises_a_secret(result):
    """Returns whether the user is told to check a secret, and not told that none was sent."""
    text = flat(result[1] + result[2])
    return "WORKBENCH_CLIENT_SECRET" in text and "No secret was sent" not in text


def public_client():
    code, output, errors, run = walk()
    expect("discovery finds the issuer, and compares it", "Metadata response" in output, code, errors)
    hidden = set(re.findall(r"<hidden name of (\d+) characters>", output)) - {str(len(name)) for name in server.own}
    expect("no registered name is hidden in the description", not hidden, *hidden)
    expect("no header field is treated as a secret", not re.search(r"<Access-Control\S* hidden>", output))
    if not server.public:
        expect("a public client is refused, and told why", code == 1 and "invalid_client" in output, code, output[-2000:])
        expect("no advice to check a secret if the client sent none", not advises_a_secret((code, output, errors)))
        return
    expect("a public client completes the flow through the listener", code == 0, code, output[-3000:], errors)
    values = run.values()
    for name in ("access_token", "refresh_token", "code", "code_verifier"):
        expect(f"{name} is hidden", values[name]["value"] not in output + errors)
    after(run, is_public=True)


def confidential_client():
    code, output, errors, run = walk(client="confidential", pastes=True)
    if not server.checks_verifier:
        without_pkce(output)
    expect("a confidential client completes the flow by pasting", code == 0, code, output[-3000:], errors)
    expect("its secret is hidden", server.secret not in output + errors)
    reused = use(run, "step", "5")
    expect("a reused code is refused", reused[0] == 1 and server.refused in reused[1], reused)
    # This may have revoked the tokens.
    code, output, errors, run = walk(client="confidential", pastes=True)
    after(run, is_public=False)


def after(run, is_public):
    """Uses the tokens: API call, refresh, introspection, and revocation."""
    who = "public" if is_public else "confidential"
    profile = use(run, "profile")
    if server.profile:
        expect(f"{who}: the token opens the data", profile[0] == 0 and "200" in profile[1], profile)
    else:
        expect(f"{who}: no address of data is named", profile[0] == 1 and "has no known API endpoint" in profile[2], profile)
    introspection(run, is_public)
    first = run.values()["refresh_token"]["value"]
    code, output, errors = use(run, "refresh")
    second = run.values()["refresh_token"]["value"]
    expect(f"{who}: a refresh returns new tokens", code == 0 and (first != second) == server.rotates, code, output[-2000:])
    expect(f"{who}: neither refresh token is shown", first not in output and second not in output)
    revocation(run, is_public)


def introspection(run, is_public):
    who = "public" if is_public else "confidential"
    result = code, output, errors = use(run, "introspect")
    if not server.introspects:
        expect(f"{who}: no introspection endpoint is named", code == 1 and "has no known introspection endpoint" in errors, result)
    elif is_public:
        # RFC 7662 §2.1: the endpoint requires authorization, so this is rejected.
        expect("public: introspection without authentication is refused", code == 1, result)
        expect("public: no advice to check a secret after introspection", not advises_a_secret(result), result)
        expect("public: a refused introspection says nothing of the token", "does not know this token" not in output, result)
    else:
        expect("confidential: introspection is answered", code == 0 and "  active (live)" in output, result)


def revocation(run, is_public):
    who = "public" if is_public else "confidential"
    result = code, output, errors = use(run, "revoke")
    if not server.revokes:
        expect(f"{who}: no revocation endpoint is named", code == 1 and "has no known revocation endpoint" in errors, result)
        return
    revokes = server.public_revokes if is_public else NAME != "mcp"
    expect(f"{who}: revocation is answered as the server does", (code == 0) == revokes, result)
    expect(f"{who}: no value without a name is shown", not re.search(r"^ +\(live\)$", output, re.M), result)
    if not revokes:
        # RFC 7009 §2.2.1: the client or its request was rejected; the token is still valid.
        expect(f"{who}: a refused revocation does not call the token dead", "does not know this token" not in output, result)
        expect(f"{who}: nothing lets the user go through it again", "step 1" not in errors and "walk" not in errors, result)
        refreshed = use(run, "refresh")
        expect(f"{who}: the refresh token lives", refreshed[0] == 0, refreshed)
        return
    refreshed = use(run, "refresh")
    expect(f"{who}: a revoked refresh token is invalid", refreshed[0] == 1, refreshed)
    if server.profile:
        profile = use(run, "profile")
        expect(f"{who}: the access token is invalid, too", profile[0] == 1 and "HTTP/1.1 401" in profile[1], profile)


def steps():
    """Runs the flow in five commands, and with a wrong verifier."""
    fresh = live.Walk(
        WORKBENCH, "--scope", server.scope, client="confidential", kind="server", port=PORT, discover=server.issuer,
        env=WIDE | {"WORKBENCH_CLIENT_SECRET": server.secret})
    target, _ = server.decide(fresh.url())
    fresh.process.kill()
    fresh.end()
    fresh.env = WIDE | {"WORKBENCH_CLIENT_SECRET": server.secret}
    done = [use(fresh, "step", "3", "--redirect", target)[0], use(fresh, "step", "4")[0], use(fresh, "step", "5")[0]]
    expect("the steps continue a walk that ended", done == [0, 0, 0], done)
    begun = [use(fresh, "step", "1", "--mode", "live")[0], use(fresh, "step", "2")]
    url = re.search(r"^  (http\S+response_type=\S+)$", begun[1][1], re.M)
    expect("and start again with the values in the session", begun[0] == 0 and url, begun)
    target, _ = server.decide(url[1])
    done = [use(fresh, "step", "3", "--redirect", target)[0], use(fresh, "step", "4")[0]]
    expect("a pasted redirect is read", done == [0, 0], done)
    fresh.rewrite(code_verifier="0" * 43)
    code, output, errors = use(fresh, "step", "5")
    if server.checks_verifier:
        expect("a wrong verifier is refused", code == 1 and server.refused in output, code, output[-2000:])
    else:
        # RFC 8414 §2: without code_challenge_methods_supported a server does not support PKCE.
        expect("a wrong verifier is accepted by a server without PKCE", code == 0, code, output[-2000:])


def denial():
    result, words = server.denial()
    if result is None:
        print("      It has no page on which a user can say no.")
        return
    code, output, errors, run = result
    if NAME != "oidc-mock":
        expect("a denial is told", code == 1 and words in flat(output), code, output[-2000:], errors)
        advised = shlex.split(reported.advised(output)[0])[1:]
        begun = [use(run, *advised), *([use(run, "step", "2")] if advised[1] == "1" else [])]
        asked = f"\n  {BASE}/" in begun[-1][1] and urllib.parse.quote(REDIRECT_URI, safe="") in begun[-1][1]
        expect("the advice asks again, at the same server", asked, advised, begun)
        return
    # This server omits state from errors, against RFC 6749 §4.1.2.1. So the redirect matches no request.
    expect("a denial without state is not believed, and told", "It has no state" in errors, code, errors)
    expect("the end of the wait says that a redirect came", "No redirect arrived" not in output + errors, output[-900:])
    pasted = use(run, "step", "3", "--redirect", run.target)
    expect("nor is it when it is pasted", pasted[0] == 1 and "state" in pasted[1], pasted)
    code, output, errors, run = walk("--prompt", "none", client="confidential")
    expect("a rejection of a request without pages is reported", code == 1 and "error=login_required" in output, output[-1500:])


def without_pkce(output):
    """RFC 8414 §2: a server that names no challenge methods does not support PKCE."""
    expect("the description is said to lack PKCE", "has no code_challenge_methods_supported" in output)
    expect("PKCE is not said to protect the code there", "PKCE stops the thief" not in output, output[-1500:])


def described_in_a_file():
    """Sends the secret in the body to the MCP server, which accepts it at each endpoint."""
    described = {
        "name": "the MCP server", "authorization_endpoint": BASE + "/authorize", "token_endpoint": BASE + "/token",
        "revocation_endpoint": BASE + "/revoke", "profile_endpoint": BASE + "/userinfo",
        "token_endpoint_auth_method": "client_secret_post",
    }
    code, output, errors, run = walk(client="post", pastes=True, discover=None, server=described)
    expect("file: a client with its secret in the body completes the flow", code == 0, code, output[-2000:], errors)
    expect("file: its secret is hidden", server.secret not in output + errors)
    done = [use(run, one)[0] for one in ("profile", "refresh", "revoke", "refresh")]
    expect("file: data, refresh, and revocation, and then the token is invalid", done == [0, 0, 0, 1], done)


def nonce():
    """Glewlwyd requires a nonce, which is optional in this flow (OpenID Connect Core 1.0 §3.1.2.1)."""
    server.scope = "openid read"
    code, output, errors, run = walk()
    expect("a server that wants more is told in its own words", code == 1 and "nonce required" in output, output[-1500:])
    expect("the advice says how to send it", "--parameter NAME=VALUE" in output, output[-900:])
    described = {
        "name": "Glewlwyd", "issuer": server.issuer, "authorization_endpoint": server.issuer + "/auth",
        "token_endpoint": server.issuer + "/token", "profile_endpoint": server.issuer + "/userinfo",
        "authorization_parameters": {"nonce": "a-nonce-of-a-test"},
    }
    code, output, errors, run = walk(discover=None, server=described)
    expect("file: a parameter of the file is sent", code == 0 and "nonce=a-nonce-of-a-test" in errors, code, output[-1500:], errors)


def without_a_challenge():
    """A server that requires PKCE rejects the flow without it (RFC 7636 §4.4.1)."""
    code, output, errors, run = walk("--flow", "code", client="confidential")
    expect("without PKCE the server sends the browser back with an error", code == 1 and "invalid_request" in output,
           code, output[-1500:])
    expect("PKCE is named as the remedy", "--flow pkce" in output.split(" failed: ", 1)[-1], output[-900:])
    advised = re.search(r"send the user again:\s+\S*workbench (step 2.*)", errors)
    expect("the user is sent again", advised, errors)
    code, output, errors = use(run, *(advised[1].split() if advised else ["step", "2"]))
    expect("to the same server", f"\n  {BASE}/" in output, output[-1500:])


def client_credentials():
    machine = live.Walk(
        WORKBENCH, "--flow", "client-credentials", client="confidential", kind="server", discover=server.issuer,
        env=WIDE | {"WORKBENCH_CLIENT_SECRET": server.secret}, redirect=False)
    code, output, errors = keep("walk", machine.end())
    expect("client credentials give a token of the app's own", code == 0 and "access_token" in output, code, output[-1500:], errors)


def odd_secret():
    """A secret that this server does not decode, against RFC 6749 §2.3.1."""
    server.secret = "confidential-secret:with%odd+signs"
    code, output, errors, run = walk(client="odd")
    expect("a server that does not decode the Basic header refuses an odd secret", code == 1 and "invalid_client" in output,
           code, output[-1500:])
    expect("the encoding is named as a reason", "2.3.1" in flat(output).split(" failed: ", 1)[-1], output[-1500:])


def slash():
    """Checks that the issuer is compared character by character."""
    other = server.issuer[:-1] if server.issuer.endswith("/") else server.issuer + "/"
    code, output, errors, run = walk(discover=other)
    expect("an issuer that differs in its last slash is another one, or nowhere", code != 0 and not run.target, code, errors)


def has_an_option_twice(command):
    options = re.findall(r"--[a-z-]+", command)
    return len(set(options)) < len(options)


def truths():
    """Checks what must be true of every response and every piece of advice."""
    twice = [one for _, output in seen for one in reported.advised(output) if has_an_option_twice(one)]
    expect("an advised command has each option once", not twice, *twice)
    masked = [one for _, output in seen for one in re.findall(r"\w+: <\w+ hidden> required", output)]
    expect("what the server says of a parameter can be read", not masked, *masked)
    for what, output in seen:
        said = " ".join(text for text, _ in reported.departures(output))
        for status, fields, body in reported.answers(output):
            if status == 401 and "WWW-Authenticate:" not in fields:
                expect(f"{what}: a 401 without WWW-Authenticate is reported (RFC 9110 §15.5.2)", "WWW-Authenticate" in said)
            if re.search(r"WWW-Authenticate: Basic (?!.*realm=)", fields):
                expect(f"{what}: a Basic challenge without realm is reported (RFC 7617 §2)", "realm" in said)
            if status == 400 and not body and what in ("refresh", "step"):
                expect(f"{what}: a refusal without error is reported (RFC 6749 §5.2)", "error" in said)
            if what == "introspect" and status == 200:
                expect(f"{what}: what active is can be read", re.search(r"  active \(live\)\n    (true|false)\n", output))


def names_are_explained():
    """Checks that registered names are not called unknown."""
    unknown = {name.removesuffix("[]") for _, output in seen for name in reported.unknown(output)}
    shown = {name for _, output in seen for name in reported.shown(output)}
    for name in sorted(set(REGISTERED) & shown):
        expect(f"{name} is explained ({REGISTERED[name]})", name not in unknown)


def departures_are_true():
    """Checks that the reported departures are those of the server."""
    found = {" ".join(one) for _, output in seen for one in reported.departures(output)}
    for text in sorted(found - server.departures):
        expect("not a departure: " + text, False)
    for text in sorted(server.departures):
        expect("reported: " + text, text in found)


print(f"== {TITLE}, by discovery at {server.issuer}")
public_client()
confidential_client()
steps()
denial()
slash()
for more in server.more:
    globals()[more]()
truths()
names_are_explained()
departures_are_true()
for text in KNOWN:
    if is_known(text) and text not in told:
        expect(text, True)
reported.summary(TITLE, seen)
print(f"\n{TITLE}: " + ", ".join(f"{number} {word}" for word, number in counts.items()))
if counts["fixed"]:
    print("What is fixed has to be taken out of KNOWN in live-servers.py.")
print()
sys.exit(1 if counts["wrong"] or counts["fixed"] else 0)
