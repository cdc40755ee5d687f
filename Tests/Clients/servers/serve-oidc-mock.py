#!/usr/bin/env python3
"""oidc-provider-mock with its defaults: any client, any secret, no PKCE, no introspection, and no revocation.

    serve-oidc-mock.py PORT REDIRECT_URI FOLDER
"""

import os

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import oidc_provider_mock
from oidc_provider_mock._storage import User

from common import USER, serve_wsgi, version

serve_wsgi(
    oidc_provider_mock.app(user_claims=[User(sub=USER, claims={"name": "Anna", "email": "anna@example.com"})]),
    "oidc-provider-mock " + version("oidc-provider-mock"))
