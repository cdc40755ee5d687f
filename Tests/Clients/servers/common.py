"""The clients, the user, and the listener shared by the servers in this folder."""

import importlib.metadata
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

PORT, REDIRECT_URI, FOLDER = int(sys.argv[1]), sys.argv[2], sys.argv[3]
BASE = f"http://127.0.0.1:{PORT}"
PUBLIC, CONFIDENTIAL = "public", "confidential"
SECRET = "confidential-secret"
# RFC 6749 §2.3.1: ID and secret are form-encoded for Basic authentication. Not every server decodes them.
ODD_SECRET = "confidential-secret:with%odd+signs"
USER, PASSWORD = "anna", "anna-practises"
SCOPES = ["read", "write"]

PAGE = """<!doctype html><title>Sign in</title><form method="post">
<input name="username"><input name="password" type="password"><input type="hidden" name="transaction" value="{}">
<button name="allow" value="yes">Allow</button> <button name="deny" value="yes">Deny</button></form>"""


def version(package):
    return importlib.metadata.version(package)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, text, *values):
        print(text % values, file=sys.stderr)


def serve_wsgi(app, name):
    """Listens, and prints a line when ready."""
    server = make_server("127.0.0.1", PORT, app, server_class=Server, handler_class=Quiet)
    print("listening:", name, flush=True)
    server.serve_forever()


def serve_asgi(app, name):
    """Listens with uvicorn, and prints a line when ready."""
    import uvicorn

    class Telling(uvicorn.Server):
        async def startup(self, sockets=None):
            await super().startup(sockets)
            print("listening:", name, flush=True)

    Telling(uvicorn.Config(app, host="127.0.0.1", port=PORT, log_config=None, access_log=False)).run()
