#!/usr/bin/env python3
"""Glewlwyd with its OpenID Connect plugin, set up through its own API: PKCE required, refresh tokens for one use.

    serve-glewlwyd.py PORT REDIRECT_URI FOLDER

FOLDER/root holds the Debian packages, unpacked. Only the standard library.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error

sys.path.insert(1, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from common import BASE, CONFIDENTIAL, FOLDER, PASSWORD, PORT, PUBLIC, REDIRECT_URI, SCOPES, SECRET, USER
from user import Browser

ROOT = os.path.join(FOLDER, "root")
LIBRARIES = [
    os.path.join(place, name) for place in (os.path.join(ROOT, "usr/lib"), os.path.join(ROOT, "lib"))
    if os.path.isdir(place) for name in sorted(os.listdir(place)) if name.endswith("-linux-gnu")
]
DATABASE = os.path.join(FOLDER, "glewlwyd.sqlite3")
CONFIGURATION = os.path.join(FOLDER, "glewlwyd.conf")
PLUGIN = {
    "module": "oidc", "name": "oidc", "display_name": "oidc", "parameters": {
        "iss": BASE + "/api/oidc", "jwt-type": "sha", "jwt-key-size": "256", "key": "a key of a test, of no use elsewhere",
        "code-duration": 600, "access-token-duration": 3600, "refresh-token-duration": 3600, "allow-non-oidc": True,
        "auth-type-code-enabled": True, "auth-type-code-revoke-replayed": True, "auth-type-refresh-enabled": True,
        "auth-type-token-enabled": False, "auth-type-id-token-enabled": True, "auth-type-none-enabled": False,
        "auth-type-password-enabled": False, "auth-type-client-enabled": False, "refresh-token-one-use": "always",
        "refresh-token-rolling": True, "pkce-allowed": True, "pkce-required": True, "pkce-method-plain-allowed": False,
        "introspection-revocation-allowed": True, "introspection-revocation-allow-target-client": True,
    },
}


def configure():
    with open(os.path.join(ROOT, "usr/share/dbconfig-common/data/glewlwyd/install/sqlite3")) as file:
        database = sqlite3.connect(DATABASE)
        database.executescript(file.read())
        database.commit()
    modules = os.path.join(ROOT, "usr/lib/glewlwyd")
    with open(CONFIGURATION, "w") as file:
        file.write(f"""
            port = {PORT}
            bind_address = "127.0.0.1"
            external_url = "{BASE}"
            login_url = "login.html"
            api_prefix = "api"
            log_mode = "console"
            log_level = "WARNING"
            admin_scope = "g_admin"
            profile_scope = "g_profile"
            user_module_path = "{modules}/user"
            client_module_path = "{modules}/client"
            user_auth_scheme_module_path = "{modules}/scheme"
            plugin_module_path = "{modules}/plugin"
            hash_algorithm = "SHA512"
            database = {{ type = "sqlite3"; path = "{DATABASE}"; }};
            """)


def register():
    """Signs in as the administrator of the new database, and adds what a walk needs."""
    admin = Browser(BASE)
    for _ in range(100):
        try:
            admin.send(BASE + "/api/auth/", {"username": "admin", "password": "password"})
            break
        except urllib.error.URLError:
            time.sleep(0.1)
    for name in SCOPES:
        admin.send(BASE + "/api/scope/", {"name": name, "display_name": name, "password_required": True, "scheme": {}})
    admin.send(BASE + "/api/user/", {
        "username": USER, "password": PASSWORD, "name": "Anna", "email": "anna@example.com", "enabled": True,
        "scope": ["openid", "g_profile", *SCOPES],
    })
    client = {
        "enabled": True, "redirect_uri": [REDIRECT_URI], "authorization_type": ["code", "refresh_token"], "scope": [],
    }
    admin.send(BASE + "/api/client/", client | {
        "client_id": PUBLIC, "name": PUBLIC, "confidential": False, "token_endpoint_auth_method": ["none"],
    })
    admin.send(BASE + "/api/client/", client | {
        "client_id": CONFIDENTIAL, "name": CONFIDENTIAL, "confidential": True, "client_secret": SECRET,
        "token_endpoint_auth_method": ["client_secret_basic", "client_secret_post"],
    })
    admin.send(BASE + "/api/mod/plugin/", PLUGIN)


configure()
process = subprocess.Popen(
    [os.path.join(ROOT, "usr/bin/glewlwyd"), "--config-file=" + CONFIGURATION], stdout=sys.stderr,
    env={**os.environ, "LD_LIBRARY_PATH": ":".join(LIBRARIES)})
signal.signal(signal.SIGTERM, lambda *_: process.terminate())
register()
with open(os.path.join(FOLDER, "version")) as file:
    print("listening: Glewlwyd", file.read().strip(), flush=True)
sys.exit(process.wait())
