#!/usr/bin/env python3
"""Walks through flows at an independent authorization server like a user; uses only the standard library.

    python3 live-server.py PATH/TO/workbench BASE
"""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import live
import reported
from live import expect, flat
from user import Browser, Form

WORKBENCH, BASE = sys.argv[1], sys.argv[2]
SECRET = {"WORKBENCH_CLIENT_SECRET": "confidential-secret:with%odd+signs"}


seen = []


class Walk(live.Walk):
    """A walk that stores its output for the report at the end."""

    def end(self, seconds=60):
        code, output, errors = super().end(seconds)
        seen.append(("walk", output))
        return code, output, errors

    def command(self, *words, env=None):
        code, output, errors = super().command(*words, env=env)
        seen.append((words[0], output))
        return code, output, errors


def decide(url, allow=True):
    """Signs in and decides; returns the redirect, or the page if there is none."""
    go = Browser(BASE).go
    at, page = go(url)
    if page and 'name="password"' in page:
        at, page = go(at, Form(page).fields | {"username": "anna", "password": "anna-practises"})
    if page is None or "csrfmiddlewaretoken" not in page:
        return at, page
    fields = Form(page).fields
    fields.pop("allow", None)
    return go(at, fields | ({"allow": "Authorize"} if allow else {}))


def walk(*arguments, allow=True, change=None, **rest):
    """Runs a whole live walk; returns exit code, standard output, standard error, and the run."""
    run = Walk(WORKBENCH, "--scope", "read", *arguments, **rest)
    url = run.url()
    if url:
        target, page = decide(url, allow)
        if change:
            target = change(target)
        if target.startswith(run.redirect_uri):
            run.get("/callback" + target[len(run.redirect_uri):])
        else:
            run.process.terminate()
    return (*run.end(), run, url)


discover = ("--discover", BASE)

# Metadata, and the whole flow of a public client.
code, output, errors, run, url = walk(*discover, client="public")
expect("a public client completes the flow", code == 0, code, output[-3000:], errors)
expect("the description is shown", "Metadata response" in output and "code_challenge_methods_supported" in output)
expect("the issuer is compared", re.search(r"issuer_verdict.*\n\s+equal", output), output[-6000:])
expect("the URL carries an S256 challenge", "code_challenge_method=S256" in url)
values = run.values()
for name in ("access_token", "refresh_token", "code", "code_verifier"):
    expect(f"{name} is hidden", values[name]["value"] not in output + errors)
expect("the session is its owner's", os.stat(run.session_path).st_mode & 0o777 == 0o600)

# A reused code, and the state of its tokens.
reused = run.command("step", "5")
expect("a reused code is refused", reused[0] == 1 and "invalid_grant" in reused[1], reused)

# A refresh, two at the same time, and a replay.
code, output, errors, run, url = walk(*discover, client="confidential", kind="server", env=SECRET)
expect("a confidential client completes the flow", code == 0, code, output[-3000:], errors)
expect("its secret stays hidden", "confidential-secret" not in output + errors and "Basic <client_secret hidden>" in output, output[-9000:])
first = run.values()["refresh_token"]["value"]
code, output, errors = run.command("refresh", env=SECRET)
second = run.values()["refresh_token"]["value"]
expect("a refresh gives a new pair", code == 0 and first != second, code, output[-2000:], errors)
expect("neither is shown", first not in output and second not in output)
introspected = run.command("introspect", env=SECRET)
expect("introspection is refused without its scope, in the server's words", introspected[0] in (0, 1) and introspected[1], introspected)
run.rewrite(refresh_token=first)
code, output, errors = run.command("refresh", env=SECRET)
expect("a replayed refresh token is refused", code == 1 and "invalid_grant" in output, code, output[-2000:], errors)
expect("and the advice is to ask the user again", "walk --mode live" in output, output[-1500:])
run.rewrite(refresh_token=second)
code, output, errors = run.command("refresh", env=SECRET)
expect("the replay has ended the newer one, too", code == 1 and "invalid_grant" in output, code, output[-2000:], errors)

# Revoke.
code, output, errors, run, url = walk(*discover, client="confidential", kind="server", env=SECRET)
code, output, errors = run.command("revoke", env=SECRET)
expect("tokens are revoked", code == 0, code, output[-2000:], errors)
code, output, errors = run.command("refresh", env=SECRET)
expect("a revoked refresh token is invalid", code == 1, code, output[-1000:])

# A wrong verifier.
code, output, errors, run, url = walk(*discover, client="public")
fresh = Walk(WORKBENCH, "--scope", "read", *discover, client="public")
target, _ = decide(fresh.url())
fresh.process.kill()
fresh.end()
steps = [fresh.command("step", "3", "--redirect", target), fresh.command("step", "4")]
expect("steps continue a walk that was killed", [one[0] for one in steps] == [0, 0], steps)
fresh.rewrite(code_verifier="0" * 43)
code, output, errors = fresh.command("step", "5")
expect("a wrong verifier is refused", code == 1 and "invalid_grant" in output, code, output[-2000:], errors)

# A changed redirect URI at the token endpoint.
fresh = Walk(WORKBENCH, "--scope", "read", *discover, client="public")
target, _ = decide(fresh.url())
fresh.process.kill()
fresh.end()
fresh.command("step", "3", "--redirect", target)
code, output, errors = fresh.command("step", "5", "--redirect-uri", "http://127.0.0.1:1/callback")
expect("a changed redirect URI is refused", code == 1, code, output[-2000:], errors)

# A denial. This server omits the promised issuer from errors, against RFC 9207 §2.
code, output, errors, run, url = walk(*discover, client="public", allow=False)
expect(
    "a denial without the promised issuer is refused, and told", code == 1 and "no iss, and error=access_denied" in output,
    code, output[-2000:], errors)
plain = {
    "name": "a server without an issuer", "authorization_endpoint": BASE + "/authorize/", "token_endpoint": BASE + "/token/",
    "profile_endpoint": BASE + "/me",
}
code, output, errors, run, url = walk(server=plain, client="public", allow=False)
expect("a denial is a decision", code == 1 and "The user denied access." in flat(output), code, output[-2000:], errors)
code, output, errors, run, url = walk(server=plain, client="public")
expect("an issuer that cannot be compared is told", code == 0 and "the expected issuer is unknown" in flat(output), code, output[-2000:])
code, output, errors = run.command("profile")
expect("the token opens the data", code == 0 and "anna" in output, code, output[-1500:], errors)

# A redirect without the promised issuer.
code, output, errors, run, url = walk(
    *discover, client="public", change=lambda target: re.sub(r"&iss=[^&]*", "", target))
expect("a redirect without the promised issuer is refused", code == 1 and "does not name the server" in flat(output), output[-2000:])

# Without PKCE, and client credentials.
code, output, errors, run, url = walk("--flow", "code", *discover, client="confidential", kind="server", env=SECRET)
expect("without PKCE the server sends the browser back with an error", code == 1 and "invalid_request" in output, code, output[-1500:], errors)
machine = Walk(
    WORKBENCH, "--flow", "client-credentials", "--discover", BASE, client="machine", kind="server",
    env={"WORKBENCH_CLIENT_SECRET": "machine-secret:with%odd+signs"}, redirect=False)
code, output, errors = machine.end()
expect("client credentials give a token of the app's own", code == 0 and "access_token" in output, code, output[-1500:], errors)

# The issuer is compared character by character.
code, output, errors = Walk(WORKBENCH, "--discover", BASE + "/", "--scope", "read").end()
expect("an issuer with a slash too much is another one", code == 1 and "belongs to another issuer" in errors, code, errors)

reported.summary("django-oauth-toolkit", seen)
