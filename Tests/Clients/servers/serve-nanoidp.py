#!/usr/bin/env python3
"""nanoidp with its OAuth 2.1 profile: PKCE required, S256 only, refresh tokens that rotate.

    serve-nanoidp.py PORT REDIRECT_URI FOLDER
"""

import json
import os

from common import (
    BASE, CONFIDENTIAL, FOLDER, ODD_SECRET, PASSWORD, PORT, PUBLIC, REDIRECT_URI, SECRET, USER, serve_wsgi, version,
)

folder = os.path.join(FOLDER, "nanoidp")
os.makedirs(os.path.join(folder, "keys"))
clients = [
    {
        "client_id": name, "client_secret": secret, "redirect_uris": [REDIRECT_URI],
        "token_endpoint_auth_method": method,
    }
    for name, secret, method in [
        (PUBLIC, "", "none"), (CONFIDENTIAL, SECRET, "client_secret_basic"), ("odd", ODD_SECRET, "client_secret_basic"),
    ]
]
settings = {
    "config_version": 1, "server": {"host": "127.0.0.1", "port": PORT}, "security_profile": "oauth21",
    "oauth": {"issuer": BASE, "audience": "api", "clients": clients, "refresh_token_rotation": True},
}
users = {
    "config_version": 1, "default_user": USER,
    "users": {USER: {"password": PASSWORD, "email": "anna@example.com", "roles": ["USER"]}},
}
# JSON is YAML.
for name, value in [("settings.yaml", settings), ("users.yaml", users)]:
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file)

from nanoidp.app import create_app

serve_wsgi(create_app(folder), "nanoidp " + version("nanoidp"))
