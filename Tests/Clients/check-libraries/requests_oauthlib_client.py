"""A client with requests-oauthlib.

    python requests_oauthlib_client.py [client_secret_basic|client_secret_post] [revoke]

It follows the library's chapter "OAuth 2 Workflow" and its example for native apps with PKCE. The library compares
the state. It has nothing for iss, and it leaves a 401 of the API and a rejected refresh to the application. For a
revocation, oauthlib prepares the request, and the application sends it.
"""

import json
import os

# oauthlib rejects http; this server is on loopback.
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

import requests
from oauthlib.oauth2 import InvalidGrantError, MismatchingStateError, OAuth2Error, WebApplicationClient
from requests_oauthlib import OAuth2Session

from listener import (
    METHOD, REVOKES, TIMEOUT, asks_again, forget, ignored, redirects, report, run, setting, store, stored,
)

TOKEN_ENDPOINT, SECRET = setting("TOKEN_ENDPOINT"), setting("CLIENT_SECRET")
# The documentation sends these with each refresh.
EXTRA = {"client_id": setting("CLIENT_ID")} | ({"client_secret": SECRET} if SECRET else {})


def save(token):
    store(json.dumps(token))


def sign_in(oauth):
    # With a secret, the library uses Basic; without one, the example sends the client ID in the body.
    in_body = not SECRET or METHOD == "client_secret_post"
    url, _ = oauth.authorization_url(setting("AUTHORIZATION_ENDPOINT"))
    for response in redirects(url):
        try:
            save(oauth.fetch_token(
                TOKEN_ENDPOINT, authorization_response=response, client_secret=SECRET,
                include_client_id=in_body or None, timeout=TIMEOUT))
            return
        except MismatchingStateError as error:
            ignored(error)


def revoke(token):
    url, fields, body = WebApplicationClient(setting("CLIENT_ID")).prepare_token_revocation_request(
        setting("REVOCATION_ENDPOINT"), token["refresh_token"], token_type_hint="refresh_token", **EXTRA)
    forget(requests.post(url, body, headers=fields, timeout=TIMEOUT).ok)


def main():
    text = stored()
    if REVOKES:
        return revoke(json.loads(text))
    oauth = OAuth2Session(
        setting("CLIENT_ID"), scope=setting("SCOPE").split(), redirect_uri=setting("REDIRECT_URI"), pkce="S256",
        token=json.loads(text) if text else None, auto_refresh_url=TOKEN_ENDPOINT, auto_refresh_kwargs=EXTRA,
        token_updater=save)
    if not text:
        sign_in(oauth)
    response = oauth.get(setting("API"), timeout=TIMEOUT)
    if response.status_code == 401 and oauth.token.get("refresh_token"):
        try:
            save(oauth.refresh_token(TOKEN_ENDPOINT, timeout=TIMEOUT, **EXTRA))
        except InvalidGrantError as error:
            asks_again(error)
            sign_in(oauth)
        response = oauth.get(setting("API"), timeout=TIMEOUT)
    report(response)


run(main, OAuth2Error, requests.RequestException)
