"""Authlib: python with-authlib.py ADDRESS SECRET OTHER

OTHER is a verifier that is not the client's own.
"""

import sys

from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from curl import API, CALLBACK, redirect

BASE, _, OTHER = sys.argv[1:]
TOKEN = BASE + "/oauth2/token"


def begin():
    oauth = OAuth2Session(
        "CLI001", scope="profile", redirect_uri=CALLBACK, code_challenge_method="S256",
        token_endpoint_auth_method="none",
    )
    verifier = generate_token(48)
    url, state = oauth.create_authorization_url(BASE + "/oauth2/authorize", code_verifier=verifier)
    # Authlib treats every redirect with a fragment as the implicit flow, and Fitbit's ends with #_=_.
    response = redirect(url).partition("#")[0]
    return oauth, {"authorization_response": response, "code_verifier": verifier, "state": state, "timeout": 10}


oauth, options = begin()
old = oauth.fetch_token(TOKEN, **options)
print("user:", oauth.get(BASE + API, timeout=10).json()["user"]["displayName"])
new = oauth.refresh_token(TOKEN, refresh_token=old["refresh_token"], timeout=10)
print("refresh:", "new" if new["access_token"] != old["access_token"] else "same")

oauth, options = begin()
try:
    token = oauth.fetch_token(TOKEN, **{**options, "code_verifier": OTHER})
    print("treated as a token:", ", ".join(sorted(token)))
except OAuthError as error:
    print(f"refused: {type(error).__name__}: {error}")
