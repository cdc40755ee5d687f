"""The user's browser, for the clients in Python: curl, which prints redirects instead of following them."""

import subprocess

CALLBACK = "http://127.0.0.1:8089/callback"
API = "/1/user/-/profile.json"


def redirect(url):
    """Returns the redirect of the authorization endpoint of a server with --auto-approve."""
    command = ["curl", "--silent", "--max-time", "10", "--output", "/dev/null", "--write-out", "%{redirect_url}", url]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
