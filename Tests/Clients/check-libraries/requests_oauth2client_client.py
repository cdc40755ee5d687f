"""A client with requests_oauth2client.

    python requests_oauth2client_client.py [client_secret_basic|client_secret_post] [revoke]

It follows the library's README. The library compares the state, and iss if the issuer is given. It leaves a 401 of
the API and a rejected refresh to the application. Its own timeout for a token request is 10 seconds.
"""

import requests
from requests_oauth2client import (
    AuthorizationResponseError, ClientSecretBasic, InvalidAuthResponse, InvalidGrant, MismatchingIssuer,
    MismatchingState, OAuth2AccessTokenAuth, OAuth2Client, OAuth2Error, TokenSerializer, oauth2_discovery_document_url,
)

from listener import (
    METHOD, REVOKES, TIMEOUT, asks_again, forget, ignored, redirects, report, run, setting, store, stored,
)

TOKENS = TokenSerializer()


def client():
    options = {
        "issuer": setting("ISSUER"), "redirect_uri": setting("REDIRECT_URI"),
        "testing": True,  # The library rejects http; this server is on loopback.
    }
    # Without a method, a secret is sent in the body.
    if METHOD == "client_secret_basic":
        options["auth"] = ClientSecretBasic(setting("CLIENT_ID"), setting("CLIENT_SECRET"))
    else:
        options |= {"client_id": setting("CLIENT_ID"), "client_secret": setting("CLIENT_SECRET")}
    if setting("TOKEN_ENDPOINT"):
        return OAuth2Client(
            setting("TOKEN_ENDPOINT"), authorization_endpoint=setting("AUTHORIZATION_ENDPOINT"),
            revocation_endpoint=setting("REVOCATION_ENDPOINT"), **options)
    return OAuth2Client.from_discovery_endpoint(oauth2_discovery_document_url(setting("ISSUER")), **options)


def save(token):
    store(TOKENS.dumps(token).decode())


def sign_in(oauth):
    request = oauth.authorization_request(scope=setting("SCOPE"))
    for response in redirects(request.uri):
        try:
            return oauth.authorization_code(request.validate_callback(response))
        except (MismatchingState, MismatchingIssuer) as error:
            ignored(error)


def main():
    oauth, text = client(), stored()
    if REVOKES:
        return forget(oauth.revoke_refresh_token(TOKENS.loads(text.encode()), {"timeout": TIMEOUT}))
    auth = OAuth2AccessTokenAuth(oauth, TOKENS.loads(text.encode()) if text else sign_in(oauth))
    save(auth.token)
    response = requests.get(setting("API"), auth=auth, timeout=TIMEOUT)
    if response.status_code == 401 and auth.token.refresh_token:
        try:
            auth.renew_token()
        except InvalidGrant as error:
            asks_again(error)
            auth.token = sign_in(oauth)
        save(auth.token)
        response = requests.get(setting("API"), auth=auth, timeout=TIMEOUT)
    report(response)


run(main, OAuth2Error, AuthorizationResponseError, InvalidAuthResponse, requests.RequestException)
