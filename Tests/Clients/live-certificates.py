"""Sends requests to servers with good and bad certificates through `workbench-network`; prints one line per check.

    python3 live-certificates.py PROGRAM FOLDER untrusted|trusted

The folder holds the certificates that live-certificates.sh makes. With "trusted", the system trusts
their authority.
"""

import base64
import json
import socket
import ssl
import subprocess
import sys
import threading

program, folder, trust = sys.argv[1:4]
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
SECRET = "code=the-code-that-nobody-may-see"


class Server:
    """Serves one connection, with a certificate or in plain text, and stores what it received."""

    def __init__(self, certificate, version=None):
        self.received = b""
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(f"{folder}/{certificate}.pem", f"{folder}/{certificate}.key")
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        connection, _ = self.listener.accept()
        connection.settimeout(10)
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            answered = False
            # Closing with unread bytes would reset the connection and lose the response.
            while part := connection.recv(65536):
                self.received += part
                # A TLS handshake gets a response that is not TLS.
                if not answered and (self.context is None or SECRET.encode() in self.received):
                    connection.sendall(ANSWER)
                    answered = True
        except OSError:
            pass
        connection.close()


def ask(url):
    order = {
        "method": "POST", "url": url, "fields": [], "limits": {"seconds": 20, "bodyBytes": 1000},
        "body": base64.b64encode(SECRET.encode()).decode(),
    }
    result = subprocess.run(
        [program], input=json.dumps(order) + "\n", capture_output=True, text=True, timeout=60)
    if result.returncode != 0 or SECRET in result.stderr:
        sys.exit(f"wrong: the program ended with {result.returncode}: {result.stderr[-1000:]}")
    return json.loads(result.stdout)


def check(name, certificate, wanted, host="localhost", scheme="https"):
    server = Server(certificate)
    report = ask(f"{scheme}://{host}:{server.port}/oauth2/token")
    server.thread.join(15)
    kind = next(iter(report))
    inner = report[kind]["_0"]
    got = next(iter(inner)) if kind == "fault" else str(inner["status"])
    # The name of the fault does not matter, only that nothing was sent.
    leaked = wanted == "certificate" and SECRET.encode() in server.received
    if got != wanted or leaked:
        sys.exit(f"wrong {name}\n  expected: {wanted}\n  got:      {report}\n  sent:     {server.received[:300]}")
    if got == "certificate":
        detail = inner["certificate"]
        if detail["host"] != host or not detail["reason"]:
            sys.exit(f"wrong {name}\n  got: {report}")
        name += ": " + detail["reason"]
    print("ok   ", name)


if trust == "untrusted":
    check("a certificate that vouches for itself", "self", "certificate")
    check("an unknown authority", "good", "certificate")
    check("plain text where TLS is expected", None, "certificate")
else:
    check("a good certificate is accepted, by name", "good", "200")
    check("a good certificate is accepted, by address", "good", "200", host="127.0.0.1")
    check("a certificate for another host", "other", "certificate")
    check("a certificate for the name, asked by address", "name", "certificate", host="127.0.0.1")
    check("a certificate that has expired", "expired", "certificate")
    check("a certificate that vouches for itself", "self", "certificate")
