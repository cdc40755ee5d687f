"""An OAuth 2.0 client with PKCE: signs the user in, keeps the tokens, prints the user's name."""
import base64
import hashlib
import http.server
import json
import os
import secrets
import sys
import urllib.error
import urllib.parse
import urllib.request
import webbrowser

TIMEOUT, LIMIT = 5, 1_000_000


def setting(name):
    return os.environ.get("WORKBENCH_" + name, "")


class Failure(Exception):
    """A message for the user; the client ends after it."""


def printable(text):  # Text from outside can contain control characters.
    return "".join(c if c.isprintable() else "?" for c in str(text))[:300]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):  # It would send the code to another place.
        return None


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)


def send(request):
    """Sends a request and returns the status, the header fields, and the JSON object."""
    try:
        response = OPENER.open(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        response = error
    except (OSError, ValueError) as error:
        raise Failure(f"No response from {request.host}: {printable(error)}") from error
    try:
        body = response.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise Failure(f"The response of {request.host} broke off.") from error
    if len(body) > LIMIT:
        raise Failure(f"The response of {request.host} is too large.")
    try:
        value = json.loads(body)
    except ValueError:
        value = None
    return response.status, response.headers, value if isinstance(value, dict) else {}


def server():
    """The endpoints: from the environment, or from the metadata of the issuer (RFC 8414)."""
    names = ("issuer", "authorization_endpoint", "token_endpoint")
    found = {name: setting(name.upper()) for name in names}
    if found["token_endpoint"]:
        return found
    parts = urllib.parse.urlsplit(found["issuer"])
    path = "/.well-known/oauth-authorization-server" + parts.path.rstrip("/")
    url = parts._replace(path=path).geturl()
    _, _, metadata = send(urllib.request.Request(url))
    #> TODO 8: Reject metadata of another issuer, and endpoints without TLS beyond this machine.
    if metadata.get("issuer") != found["issuer"]:
        raise Failure("The metadata belongs to another issuer.")
    for name in ("authorization_endpoint", "token_endpoint"):
        endpoint = urllib.parse.urlsplit(str(metadata.get(name)))
        if endpoint.scheme != "https" and endpoint.hostname not in ("127.0.0.1", "::1"):
            raise Failure(f"The {name} is not secure: {printable(metadata.get(name))}")
    #<
    return metadata


def challenge(verifier):
    #> TODO 2: Return base64url(SHA-256(verifier)) without padding (RFC 7636 §4.2).
    #= return verifier
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    #<


def redirect_parameters(port, path, accepts):
    """Yields once it listens, and then the parameters of the first redirect that it accepts."""
    found = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            url = urllib.parse.urlsplit(self.path)
            pairs = urllib.parse.parse_qsl(url.query, keep_blank_values=True)
            is_ours = self.headers.get("Host") == f"127.0.0.1:{port}" and url.path == path
            is_used = is_ours and not found and accepts(pairs)
            if is_used:
                found.append(dict(pairs))
            body = b"You can close this page." if is_used else b"Not used."
            self.send_response(200 if is_used else 400)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass  # The request line has the code in it.

    with http.server.HTTPServer(("127.0.0.1", port), Handler) as listener:
        yield
        listener.timeout = 120
        while not found:
            listener.handle_request()
    yield found[0]


def authorize(endpoints):
    #> TODO 3: Generate a new state of 16 random bytes and a new verifier of 32, in base64url.
    #= state, verifier = "state", "v" * 43
    state = secrets.token_urlsafe(16)
    verifier = secrets.token_urlsafe(32)
    #<
    uri = urllib.parse.urlsplit(setting("REDIRECT_URI"))
    promises = endpoints.get("authorization_response_iss_parameter_supported") is True

    def accepts(pairs):
        #> TODO 4: Accept only this transaction's state, each parameter once, and the right iss.
        #= return True
        names = [name for name, _ in pairs]
        values = dict(pairs)
        if len(names) != len(set(names)) or values.get("state") != state:
            return False
        if promises or "iss" in values:
            return values.get("iss") == endpoints["issuer"]
        return True
        #<

    listener = redirect_parameters(uri.port, uri.path, accepts)
    next(listener)
    url = endpoints["authorization_endpoint"] + "?" + urllib.parse.urlencode({
        "response_type": "code", "client_id": setting("CLIENT_ID"),
        "redirect_uri": setting("REDIRECT_URI"), "scope": setting("SCOPE"), "state": state,
        "code_challenge": challenge(verifier), "code_challenge_method": "S256",
    })
    print("Open this URL:", url, flush=True)
    webbrowser.open(url)
    values = next(listener)
    if "error" in values:
        raise Failure("Access was not granted: " + printable(
            values["error"] + " " + values.get("error_description", "")))
    if not values.get("code"):
        raise Failure("The redirect has neither a code nor an error.")
    return values["code"], verifier


def token_request(endpoints, form, old=None):
    """Sends a token request once, and stores the tokens before anything uses them."""
    request = urllib.request.Request(endpoints["token_endpoint"], method="POST")
    if setting("CLIENT_SECRET"):
        pair = [urllib.parse.quote_plus(setting(n)) for n in ("CLIENT_ID", "CLIENT_SECRET")]
        basic = base64.b64encode(":".join(pair).encode()).decode()
        request.add_header("Authorization", "Basic " + basic)
    else:
        form["client_id"] = setting("CLIENT_ID")
    request.data = urllib.parse.urlencode(form).encode()
    status, fields, tokens = send(request)
    #> TODO 5: Explain 410, 429, and other errors. Check the token, its type, and the scopes.
    #= if status != 200: raise Failure(f"No token: status {status}.")
    if status == 410:
        raise Failure("410: the server says that this service no longer exists.")
    if status == 429:
        raise Failure(f"429: try again in {printable(fields.get('Retry-After', '60'))} seconds.")
    if status != 200 or not isinstance(tokens.get("access_token"), str):
        errors = tokens.get("errors") or [{}]
        reason = tokens.get("error") or (errors[0].get("errorType") if errors else None)
        raise Failure(f"No token: status {status}, {printable(reason or 'no reason')}.")
    if str(tokens.get("token_type")).lower() != "bearer":
        raise Failure(f"Unknown token type: {printable(tokens.get('token_type'))}")
    missing = set(setting("SCOPE").split()) - set(tokens.get("scope", setting("SCOPE")).split())
    if missing:
        print("Not granted:", " ".join(sorted(missing)))
    #<
    tokens.setdefault("refresh_token", old)
    store(tokens)
    return tokens


def store(tokens):
    name = setting("TOKEN_FILE")
    #> TODO 6: Make the file readable by the owner only, and replace it in one step.
    #= with open(name, "w") as file: json.dump(tokens, file)
    descriptor = os.open(name + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(tokens, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(name + ".new", name)
    #<


def sign_in(endpoints):
    code, verifier = authorize(endpoints)
    return token_request(endpoints, {
        "grant_type": "authorization_code", "code": code, "code_verifier": verifier,
        "redirect_uri": setting("REDIRECT_URI"),
    })


def profile(token):
    request = urllib.request.Request(setting("API"))
    #> TODO 1: Present the access token in the header field Authorization (RFC 6750 §2.1).
    request.add_header("Authorization", "Bearer " + token)
    #<
    return send(request)


def main():
    endpoints = server()
    try:
        with open(setting("TOKEN_FILE"), encoding="utf-8") as file:
            tokens = json.load(file)
    except (OSError, ValueError):
        tokens = sign_in(endpoints)
    status, _, body = profile(tokens["access_token"])
    #> TODO 7: After a 401, refresh once, store the new tokens, and repeat the call once.
    if status == 401 and tokens.get("refresh_token"):
        old = tokens["refresh_token"]
        form = {"grant_type": "refresh_token", "refresh_token": old}
        tokens = token_request(endpoints, form, old)
        status, _, body = profile(tokens["access_token"])
    #<
    if status != 200:
        raise Failure(f"The API returned status {status}.")
    print("Hello,", printable(body.get("user", {}).get("displayName", "user")))


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(str(failure))
