"""Checks in a real browser what a client in a page of another origin may read, and what it may not.

    python cross-origin.py PATH/TO/workbench

RFC 9700 §2.6: the endpoints that a script calls may answer scripts of other origins, and the authorization endpoint
must not.
"""

import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
from urllib.parse import urlencode

from browser import expect, start_browser, until

WORKBENCH = sys.argv[1]

# The client: the verifier and the state stay in this tab, and the redirect returns to this page.
CLIENT = """<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>client</title><script>
const base = new URLSearchParams(location.search).get('base') ?? sessionStorage.base
const text = octets => btoa(String.fromCharCode(...octets)).replace(/[+]/g, '-').replace(/[/]/g, '_').replace(/=/g, '')
const random = () => text(crypto.getRandomValues(new Uint8Array(32)))
const post = (path, form) => fetch(base + path, {method: 'POST', body: new URLSearchParams(form)})
const api = token => fetch(base + '/1/user/-/profile.json', {headers: {Authorization: 'Bearer ' + token}})

async function begin() {
  Object.assign(sessionStorage, {base, state: random(), verifier: random()})
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sessionStorage.verifier))
  location = base + '/oauth2/authorize?' + new URLSearchParams({
    response_type: 'code', client_id: 'CLI001', redirect_uri: location.origin + '/callback', scope: 'profile',
    state: sessionStorage.state, code_challenge: text(new Uint8Array(digest)), code_challenge_method: 'S256'})
}

async function exchange(verifier) {
  const answer = new URLSearchParams(location.search)
  if (answer.get('state') !== sessionStorage.state) throw Error('another state')
  return post('/oauth2/token', {grant_type: 'authorization_code', client_id: 'CLI001', code: answer.get('code'),
    redirect_uri: location.origin + '/callback', code_verifier: verifier ?? sessionStorage.verifier})
}
</script>"""


class Page(http.server.BaseHTTPRequestHandler):
    """Serves the client's page at every path of its origin."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(CLIENT.encode())

    def log_message(self, *arguments):
        pass


class Practice:
    """A running practice server with the page's redirect URI registered."""

    def __init__(self, *options):
        self.output = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [WORKBENCH, "practice", "--port", "0", "--color", "never", "--redirect-uri", PAGE + "/callback",
             *options],
            stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT,
        )
        found = until("the server starts", lambda: re.search(r"^Practice server on (\S+)$", self.text, re.MULTILINE))
        self.base = found[1]

    @property
    def text(self):
        return os.pread(self.output.fileno(), 1 << 22, 0).decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def script(code):
    """Returns the value of an expression in the page, or the name of its error."""
    return browser.execute_async_script(
        f"const done = arguments[0]; (async () => {{ {code} }})().then(done, error => done(error.name))")


def authorize(practice):
    browser.get(PAGE + "/?" + urlencode({"base": practice.base}))
    browser.execute_script("begin()")
    until("the code comes back to the page", lambda: browser.current_url.startswith(PAGE + "/callback?"))
    until("the page is ready", lambda: browser.execute_script("return document.readyState") == "complete")


def allowed(practice):
    authorize(practice)
    expect("a refusal can be read, too", script(
        "const answer = await exchange('0'.repeat(43)); return [answer.status, (await answer.text()).includes('invalid_grant')]")
        == [400, True])
    # A wrong verifier does not use up the code here.
    expect("the page exchanges its code", script(
        "window.tokens = await (await exchange()).json(); return tokens.token_type") == "Bearer")
    # Authorization makes the browser send a preflight request first (Fetch standard).
    expect("the page reads the API", script(
        "const answer = await api(tokens.access_token); return (await answer.json()).user.displayName") == "Robin Practice")
    expect("a refused call can be read, and its WWW-Authenticate", script(
        "const answer = await api('x'); return [answer.status, answer.headers.get('WWW-Authenticate').includes('Bearer')]")
        == [401, True])
    expect("the metadata", script(
        "return (await (await fetch(base + '/.well-known/oauth-authorization-server')).json()).issuer") == practice.base)
    expect("a refresh", script(
        "window.tokens = await (await post('/oauth2/token', {grant_type: 'refresh_token', client_id: 'CLI001', "
        "refresh_token: tokens.refresh_token})).json(); return tokens.token_type") == "Bearer")
    expect("revocation", script(
        "return (await post('/oauth2/revoke', {client_id: 'CLI001', token: tokens.refresh_token})).status") == 200)
    kept_back(practice)


def kept_back(practice):
    """Checks that the script cannot read the user's pages, with or without a cookie."""
    query = urlencode({
        "response_type": "code", "client_id": "CLI001", "redirect_uri": PAGE + "/callback", "scope": "profile",
        "state": "s", "code_challenge": "c" * 43, "code_challenge_method": "S256"})
    for path in ("/oauth2/authorize?" + query, "/oauth2/authorize/decision", "/"):
        for credentials in ("omit", "include"):
            got = script(f"return (await fetch('{practice.base}{path}', {{credentials: '{credentials}'}})).status")
            expect(f"{path.partition('?')[0]} cannot be read, credentials: {credentials}", got == "TypeError", got)
    said = " ".join(entry["message"] for entry in browser.get_log("browser"))
    expect("the browser says why", "Access-Control-Allow-Origin" in said, said)


def switched_off(practice):
    authorize(practice)
    got = script("return (await exchange()).status")
    expect("the answer with the tokens cannot be read", got == "TypeError", got)
    # A form is sent without a preflight: only reading the response is blocked.
    until("it was sent anyway", lambda: "POST /oauth2/token 200" in practice.text)
    got = script("return (await api('x')).status")
    expect("the API cannot be called", got == "TypeError", got)
    expect("that was asked first, and not sent", "GET /1/user" not in practice.text, practice.text[-1000:])
    kept_back(practice)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
threading.Thread(target=server.serve_forever, daemon=True).start()
PAGE = f"http://127.0.0.1:{server.server_port}"
browser = start_browser()
browser.set_script_timeout(20)
try:
    print("-- practice")
    with Practice() as practice:
        browser.get(PAGE)
        kept_back(practice)
        expect("the consent page was among what was kept back", " 200 consent page" in practice.text, practice.text[-900:])
    for options in (("--auto-approve",), ("--auto-approve", "--profile", "rfc")):
        print("-- practice", *options)
        with Practice(*options) as practice:
            allowed(practice)
    print("-- practice --auto-approve --without cross-origin")
    with Practice("--auto-approve", "--without", "cross-origin") as practice:
        switched_off(practice)
finally:
    browser.quit()
    server.shutdown()
