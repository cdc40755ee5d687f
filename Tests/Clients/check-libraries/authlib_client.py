"""A client with Authlib: python authlib_client.py [client_secret_basic|client_secret_post] [revoke]

It follows the library's chapters "OAuth 2 Session" and "RFC7636". The library compares the state if it is passed
to fetch_token. It has nothing for iss, and it leaves a 401 of the API, a rejected refresh, and the status of a
revocation to the application. OAuth2Session reads no metadata.
"""

import json

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session, OAuthError
from authlib.oauth2.rfc6749.errors import MismatchingStateException

from listener import (
    METHOD, REVOKES, TIMEOUT, asks_again, forget, ignored, redirects, report, run, setting, store, stored,
)

TOKEN_ENDPOINT = setting("TOKEN_ENDPOINT")


def save(token, refresh_token=None, access_token=None):
    store(json.dumps(token))


def sign_in(oauth):
    verifier = generate_token(48)
    url, state = oauth.create_authorization_url(setting("AUTHORIZATION_ENDPOINT"), code_verifier=verifier)
    for response in redirects(url):
        try:
            save(oauth.fetch_token(
                TOKEN_ENDPOINT, authorization_response=response, code_verifier=verifier, state=state))
            return
        except MismatchingStateException as error:
            ignored(error)


def main():
    # Without a method: client_secret_basic if there is a secret, otherwise none.
    oauth = OAuth2Session(
        setting("CLIENT_ID"), setting("CLIENT_SECRET"), scope=setting("SCOPE"),
        redirect_uri=setting("REDIRECT_URI"), code_challenge_method="S256", token_endpoint=TOKEN_ENDPOINT,
        token_endpoint_auth_method=METHOD, revocation_endpoint_auth_method=METHOD,
        update_token=save, default_timeout=TIMEOUT)
    text = stored()
    if text:
        oauth.token = json.loads(text)
    if REVOKES:
        return forget(oauth.revoke_token(setting("REVOCATION_ENDPOINT"), token_type_hint="refresh_token").ok)
    if not text:
        sign_in(oauth)
    response = oauth.get(setting("API"))
    if response.status_code == 401 and oauth.token.get("refresh_token"):
        try:
            oauth.refresh_token(TOKEN_ENDPOINT, refresh_token=oauth.token["refresh_token"])
        except OAuthError as error:
            if error.error != "invalid_grant":
                raise
            asks_again(error)
            sign_in(oauth)
        response = oauth.get(setting("API"))
    report(response)


run(main, AuthlibBaseError, requests.RequestException)
