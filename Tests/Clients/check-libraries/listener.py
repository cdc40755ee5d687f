"""The parts that OAuth libraries leave to the application: listener, browser, token file, and messages."""

import http.server
import os
import socketserver
import sys
import urllib.parse
import webbrowser


# The arguments of a client: [client_secret_basic|client_secret_post] [revoke]
METHOD = next((word for word in sys.argv[1:] if word != "revoke"), None)
REVOKES = "revoke" in sys.argv[1:]
# The seconds that a server has for a response.
TIMEOUT = 5


def setting(name):
    return os.environ.get("WORKBENCH_" + name)


def printable(text):
    return "".join(c if c.isprintable() else "?" for c in str(text))[:300]


def redirects(url):
    """Listens at the redirect URI, opens a URL in the browser, and yields the URL of each redirect."""
    own = urllib.parse.urlsplit(setting("REDIRECT_URI"))
    found = []

    class Handler(http.server.BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self):
            is_ours = self.headers.get("Host") == own.netloc and self.path.partition("?")[0] == own.path
            if is_ours:
                found.append(f"{own.scheme}://{own.netloc}{self.path}")
            body = b"You can close this page." if is_ours else b"Not found."
            self.send_response(200 if is_ours else 404)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass  # The request line has the code in it.

    # HTTPServer looks up a host name, which can take 35 seconds on a Mac.
    socketserver.TCPServer.allow_reuse_address = True
    with socketserver.TCPServer((own.hostname, own.port), Handler) as listener:
        print("Open this URL:", url, flush=True)
        webbrowser.open(url)
        while True:
            listener.handle_request()
            while found:
                yield found.pop(0)


def store(text):
    """Replaces the token file, which only its owner can read."""
    name = setting("TOKEN_FILE")
    descriptor = os.open(name + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(name + ".new", name)


def stored():
    """Returns the content of the token file, or `None` if there is none."""
    try:
        with open(setting("TOKEN_FILE"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def forget(is_revoked):
    """Deletes the token file if the server has revoked the tokens; otherwise it ends with a message."""
    if not is_revoked:
        sys.exit("The server did not revoke the tokens: they may still be valid. Try again later.")
    os.remove(setting("TOKEN_FILE"))


def asks_again(error):
    """Says why the user must authorize again."""
    print("The refresh was rejected:", printable(error), flush=True)


def ignored(error):
    """Says why a redirect was ignored; the client keeps waiting."""
    print("Ignored a redirect:", printable(error), flush=True)


def report(response):
    """Prints the user's name, or ends with the status of the API."""
    if response.status_code != 200:
        sys.exit(f"The API returned status {response.status_code}.")
    print("Hello,", printable(response.json()["user"]["displayName"]))


def run(main, *errors):
    """Runs a client; the errors that its library documents, and those of requests, end it with a message."""
    try:
        main()
    except errors as error:
        sys.exit(f"{type(error).__name__}: {printable(error)}")
