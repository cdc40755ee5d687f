"""requests-oauthlib: python with-requests-oauthlib.py ADDRESS SECRET OTHER

OTHER is a verifier that is not the client's own. Without the library's compliance fix for Fitbit, so that it
shows what the library itself makes of a refusal.
"""

import os
import sys

from curl import CALLBACK, API, redirect

# oauthlib rejects http; this server is on loopback.
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

from oauthlib.oauth2 import OAuth2Error
from requests_oauthlib import OAuth2Session

BASE, _, OTHER = sys.argv[1:]
TOKEN = BASE + "/oauth2/token"


def begin():
    oauth = OAuth2Session("CLI001", scope=["profile"], redirect_uri=CALLBACK, pkce="S256")
    url, _ = oauth.authorization_url(BASE + "/oauth2/authorize")
    # include_client_id: without it, the library sends a Basic header with an empty secret.
    return oauth, {"authorization_response": redirect(url), "include_client_id": True, "timeout": 10}


oauth, options = begin()
old = oauth.fetch_token(TOKEN, **options)
print("user:", oauth.get(BASE + API, timeout=10).json()["user"]["displayName"])
new = oauth.refresh_token(TOKEN, refresh_token=old["refresh_token"], client_id="CLI001", timeout=10)
print("refresh:", "new" if new["access_token"] != old["access_token"] else "same")

oauth, options = begin()
oauth._code_verifier = OTHER
try:
    print("accepted:", oauth.fetch_token(TOKEN, **options))
except OAuth2Error as error:
    print(f"refused: {type(error).__name__}: {error}")
