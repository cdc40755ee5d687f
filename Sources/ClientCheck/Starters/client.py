"""An OAuth 2.0 client with PKCE: prints the user's name, or revokes its tokens (revoke)."""
import base64
import contextlib
import fcntl
import hashlib
import http.client
import http.server
import json
import os
import secrets
import socketserver
import sys
import urllib.parse
import webbrowser


def setting(name):
    return os.environ.get("WORKBENCH_" + name, "")


class Failure(SystemExit):
    """Ends the client with a message for the user and exit code 1."""


class InvalidGrant(Failure):
    """The code or the refresh token is invalid: only the user can grant access again."""


def printable(text):  # Text from outside can contain control characters.
    return "".join(c if c.isprintable() else "?" for c in str(text))[:300]


def send(method, url, fields, body=None):
    """Returns status, header fields, and JSON object. A followed redirect could leak a code."""
    kinds = {"https": http.client.HTTPSConnection, "http": http.client.HTTPConnection}
    try:
        parts = urllib.parse.urlsplit(url)
        path = parts._replace(scheme="", netloc="").geturl()
        with contextlib.closing(kinds[parts.scheme](parts.netloc, timeout=5)) as connection:
            connection.request(method, path, body, fields)
            response = connection.getresponse()
            text = response.read(1_000_000)
    except (OSError, KeyError, ValueError, http.client.HTTPException) as error:
        raise Failure(f"No response from {printable(url)}: {printable(error)}") from error
    value = None
    with contextlib.suppress(ValueError, RecursionError):
        value = json.loads(text)
    return response.status, response.headers, value if isinstance(value, dict) else {}


def server():  # The endpoints, from the environment or from the issuer's metadata (RFC 8414).
    names = ("authorization_endpoint", "token_endpoint", "revocation_endpoint")
    found = {name: setting(name.upper()) for name in ("issuer", *names)}
    if found["token_endpoint"]:
        return found
    parts = urllib.parse.urlsplit(found["issuer"])
    path = "/.well-known/oauth-authorization-server" + parts.path.rstrip("/")
    _, _, metadata = send("GET", parts._replace(path=path).geturl(), {})
    #> TODO 8 (E1): Reject another issuer, and http endpoints except on this machine.
    if metadata.get("issuer") != found["issuer"]:
        raise Failure("The metadata belongs to another issuer.")
    for name in names[:2 + ("revocation_endpoint" in metadata)]:
        endpoint = printable(metadata.get(name))
        if not endpoint.startswith(("https://", "http://127.0.0.1:", "http://[::1]:")):
            raise Failure(f"The {name} is not secure: {endpoint}")
    #<
    return metadata


def challenge(verifier):
    #> TODO 3 (A3): Return base64url(SHA-256(verifier)) without padding (RFC 7636 §4.2).
    #= return verifier
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    #<


def redirect_parameters(uri, accepts):
    """Yields when it listens, and then yields the parameters of the first accepted redirect."""
    found = []

    class Handler(http.server.BaseHTTPRequestHandler):
        timeout = 1  # A browser can open a connection in advance, and send nothing.

        def do_GET(self):
            url = urllib.parse.urlsplit(self.path)
            pairs = urllib.parse.parse_qsl(url.query, keep_blank_values=True)
            if self.headers["Host"] == uri.netloc and url.path == uri.path and accepts(pairs):
                found.append(dict(pairs))
            self.send_response(200 if found else 400)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"You can close this page." if found else b"Not used.")

        def log_message(self, *arguments):
            pass  # The request line contains the code.

    socketserver.TCPServer.allow_reuse_address = True  # HTTPServer looks up names, slow on a Mac.
    with socketserver.TCPServer(("127.0.0.1", uri.port), Handler) as listener:
        yield
        while not found:
            listener.handle_request()
    yield found[0]


def sign_in(endpoints):
    #> TODO 2 (A2): Generate a new state of 16 random bytes and a new verifier of 32, in base64url.
    #= state, verifier = "state", "v" * 43
    state, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(32)
    #<
    issuer = endpoints["issuer"]
    promises = endpoints.get("authorization_response_iss_parameter_supported") is True

    def accepts(pairs):
        #> TODO 4 (B1): Accept only this state, no repeated parameter, the right iss, code or error.
        #= return True
        values = dict(pairs)
        is_whole = len(values) == len(pairs) and (values.get("code") or "error" in values)
        is_from_issuer = values.get("iss", None if promises else issuer) == issuer
        return is_whole and is_from_issuer and values.get("state") == state
        #<

    listener = redirect_parameters(urllib.parse.urlsplit(setting("REDIRECT_URI")), accepts)
    next(listener)
    url = endpoints["authorization_endpoint"]
    url += ("&" if "?" in url else "?") + urllib.parse.urlencode({
        "response_type": "code", "client_id": setting("CLIENT_ID"),
        "redirect_uri": setting("REDIRECT_URI"), "scope": setting("SCOPE"), "state": state,
        "code_challenge": challenge(verifier), "code_challenge_method": "S256"})
    print("Open this URL:", url, flush=True)
    webbrowser.open(url)
    values = next(listener)
    if "error" in values:
        raise Failure("Access was not granted: " + printable(
            values["error"] + " " + values.get("error_description", "")))
    return token_request(endpoints, {
        "grant_type": "authorization_code", "code": values["code"], "code_verifier": verifier,
        "redirect_uri": setting("REDIRECT_URI")})


def post(endpoint, form):
    fields = {"Content-Type": "application/x-www-form-urlencoded"}
    if setting("CLIENT_SECRET"):  # RFC 6749 §2.3.1: both are encoded first.
        pair = [urllib.parse.quote_plus(setting(n)) for n in ("CLIENT_ID", "CLIENT_SECRET")]
        fields["Authorization"] = "Basic " + base64.b64encode(":".join(pair).encode()).decode()
    else:
        form = {**form, "client_id": setting("CLIENT_ID")}
    return send("POST", endpoint, fields, urllib.parse.urlencode(form))


def token_request(endpoints, form):  # It stores the tokens before anything uses them.
    status, fields, tokens = post(endpoints["token_endpoint"], form)
    #> TODO 5 (C2): Report 429 and other errors. Check the token, its type, and the scopes.
    #= if status != 200:
    #=     raise Failure(f"No token: status {status}.")
    if status == 429:
        raise Failure(f"429: try again later. Retry-After: {printable(fields['Retry-After'])}")
    if status != 200 or not isinstance(tokens.get("access_token"), str):
        # RFC 6749 §5.2 has error; Fitbit has errors, a list of objects.
        reason = printable(tokens.get("error") or tokens.get("errors") or "no reason")
        kind = InvalidGrant if "invalid_grant" in reason else Failure
        raise kind(f"No token: status {status}, {reason}.")
    if str(tokens.get("token_type")).lower() != "bearer":
        raise Failure(f"Unknown token type: {printable(tokens.get('token_type'))}")
    missing = {*setting("SCOPE").split()} - {*str(tokens.get("scope") or setting("SCOPE")).split()}
    if missing:
        print("Not granted:", " ".join(sorted(missing)))
    #<
    tokens["refresh_token"] = tokens.get("refresh_token") or form.get("refresh_token")
    store(tokens)
    return tokens


def store(tokens):
    name = setting("TOKEN_FILE")
    #> TODO 6 (C14): Make the file readable by the owner only, and replace it in one step.
    #= with open(name, "w") as file: json.dump(tokens, file)
    with open(name + ".new", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        json.dump(tokens, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name + ".new", name)
    #<


def stored():
    with contextlib.suppress(OSError, ValueError), open(setting("TOKEN_FILE")) as file:
        return json.load(file)
    return None


def refreshed(endpoints, old):
    """Refreshes once. If another process has done so meanwhile, its tokens are the valid ones."""
    with open(setting("TOKEN_FILE") + ".lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        latest = stored()
        if latest and latest["refresh_token"] != old:
            return latest
        with contextlib.suppress(InvalidGrant):
            return token_request(endpoints, {"grant_type": "refresh_token", "refresh_token": old})
    return sign_in(endpoints)


def revoke(endpoints):
    tokens = stored()
    if not tokens:
        raise Failure("There are no tokens to revoke.")
    token = tokens["refresh_token"] or tokens["access_token"]
    status, _, _ = post(endpoints["revocation_endpoint"], {"token": token})
    if status != 200:  # After a 503, the tokens may still exist (RFC 7009 §2.2.1).
        raise Failure(f"Status {status}: the tokens may still be valid. Try again later.")
    os.remove(setting("TOKEN_FILE"))


def profile(token):
    #> TODO 1 (A1): Present the access token in the header field Authorization (RFC 6750 §2.1).
    #= fields = {}
    fields = {"Authorization": "Bearer " + token}
    #<
    return send("GET", setting("API"), fields)


def main():
    endpoints = server()
    if "revoke" in sys.argv:
        return revoke(endpoints)
    tokens = stored() or sign_in(endpoints)
    status, _, body = profile(tokens["access_token"])
    #> TODO 7 (D1): After a 401, call refreshed(), and repeat the API call once.
    if status == 401 and tokens.get("refresh_token"):
        tokens = refreshed(endpoints, tokens["refresh_token"])
        status, _, body = profile(tokens["access_token"])
    #<
    if status != 200:
        raise Failure(f"The API returned status {status}.")
    print("Hello,", printable(body.get("user", {}).get("displayName", "user")))


if __name__ == "__main__":
    try:
        main()
    except OSError as error:  # For example, the port is in use, or the disk is full.
        sys.exit(f"The client failed: {printable(error)}")
