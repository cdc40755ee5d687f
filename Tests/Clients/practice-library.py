"""Runs the whole flow with an independent client library: requests-oauthlib.

    python practice-library.py ADDRESS

The library makes the URL, the challenge, the token requests and the refresh, and checks the answers.
Only the user's part, the consent page, is done by hand.
"""

import os
import re
import sys
from urllib.parse import parse_qs, urlsplit

# oauthlib rejects http; this server is on loopback.
os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

import requests
from oauthlib.oauth2 import (
    AccessDeniedError,
    BackendApplicationClient,
    InvalidClientError,
    InvalidGrantError,
    MismatchingStateError,
    MissingTokenError,
    TokenExpiredError,
)
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session
from requests_oauthlib.compliance_fixes import fitbit_compliance_fix

ISSUER = sys.argv[1]
CALLBACK = "http://127.0.0.1:8089/callback"
SECRET = "practice-secret-of-the-server-app"
SCOPES = ["activity", "profile"]
TIMEOUT = 10


def say(text):
    print("ok   ", text, flush=True)


def expect(text, condition, got=""):
    if not condition:
        sys.exit(f"wrong {text}: {got!r}")
    say(text)


def refused(text, kind, action):
    """Checks that the library raises exactly this error, and returns it."""
    try:
        result = action()
    except kind as error:
        say(f"{text}: {type(error).__name__}")
        return error
    except Exception as error:  # Said as a finding, not as a trace.
        sys.exit(f"wrong {text}: {type(error).__name__}: {error}")
    sys.exit(f"wrong {text}: no error, but {result!r}")


def discover():
    """Reads the metadata and checks its endpoints; only the issuer is given (RFC 8414)."""
    answer = requests.get(ISSUER + "/.well-known/oauth-authorization-server", timeout=TIMEOUT)
    data = answer.json()
    expect("metadata: a JSON document", answer.headers["Content-Type"].startswith("application/json"))
    # RFC 8414 §3.3.
    expect("metadata: the issuer is the printed address", data["issuer"] == ISSUER, data["issuer"])
    expect("metadata: PKCE", set(data["code_challenge_methods_supported"]) == {"S256", "plain"})
    for name in ("authorization", "token", "revocation", "introspection"):
        url = data[name + "_endpoint"]
        expect(f"metadata: the {name} endpoint exists", requests.get(url, timeout=TIMEOUT).status_code in (400, 405), url)
    return data


def decide(url, decision, scopes=()):
    """Acts as the user's browser: opens the URL, ticks scopes, presses a button, and returns the redirect."""
    browser = requests.Session()
    page = browser.get(url, timeout=TIMEOUT, allow_redirects=False)
    if page.is_redirect:
        return page.headers["Location"]
    expect("the consent page is shown", page.status_code == 200, page.text)
    token = re.search(r'name="page_token" value="([^"]*)"', page.text)[1]
    form = [("page_token", token), ("decision", decision)] + [("scope", scope) for scope in scopes]
    answer = browser.post(
        ISSUER + "/oauth2/authorize/decision", data=form, timeout=TIMEOUT, allow_redirects=False
    )
    return answer.headers["Location"]


def session(client, pkce, fixed=True):
    oauth = OAuth2Session(client, scope=SCOPES, redirect_uri=CALLBACK, pkce=pkce)
    return fitbit_compliance_fix(oauth) if fixed else oauth


def credentials(client):
    """Returns the client authentication: Basic with a secret, client_id in the body without one."""
    if client == "SRV001":
        return {"auth": HTTPBasicAuth(client, SECRET)}
    return {"include_client_id": True}


def profile_status(token):
    """Returns the status of a profile request; the library discards its token after a rejection."""
    headers = {"Authorization": "Bearer " + token["access_token"]}
    return requests.get(ISSUER + "/1/user/-/profile.json", headers=headers, timeout=TIMEOUT).status_code


def flow(data, client, method):
    print(f"-- {client}, {method or 'no PKCE'}")
    oauth = session(client, "S256" if method == "S256" else None)
    asked, fetch = {}, {}
    if method == "plain":
        # By hand: for pkce="plain", oauthlib silently sends no challenge.
        verifier = oauth._client.create_code_verifier(43)
        asked, fetch = {"code_challenge": verifier}, {"code_verifier": verifier}
    # prompt: the server would reuse the consent of an earlier flow.
    url, state = oauth.authorization_url(data["authorization_endpoint"], prompt="consent", **asked)
    if method:
        sent = parse_qs(urlsplit(url).query)
        expect(f"the library sends {method}", sent["code_challenge_method"] == [method], url)
    location = decide(url, "allow", SCOPES)
    fetch |= {"authorization_response": location, "timeout": TIMEOUT, **credentials(client)}
    token = oauth.fetch_token(data["token_endpoint"], **fetch)
    expect("tokens: scope", set(token["scope"]) == set(SCOPES), token)
    expect("tokens: type and lifetime", token["token_type"] == "Bearer" and token["expires_in"] > 0)
    profile = oauth.get(ISSUER + "/1/user/-/profile.json", timeout=TIMEOUT)
    expect("the profile", profile.status_code == 200 and "user" in profile.json(), profile.text)

    refused("the code again", InvalidGrantError, lambda: oauth.fetch_token(data["token_endpoint"], **fetch))
    expect("the code's second use revoked the tokens", profile_status(token) == 401)


def own_plain(data):
    """Shows the effect of pkce="plain": a verifier is sent, but no challenge was."""
    print("-- the library's own plain")
    oauth = session("SRV001", "plain")
    url, _ = oauth.authorization_url(data["authorization_endpoint"], prompt="consent")
    location = decide(url, "allow", SCOPES)
    fetch = {"authorization_response": location, "timeout": TIMEOUT, **credentials("SRV001")}
    if "code_challenge=" in url:
        expect("it works", oauth.fetch_token(data["token_endpoint"], **fetch)["access_token"])
    else:
        # RFC 9700 §4.8.2.
        refused(
            "its verifier without a challenge", InvalidGrantError,
            lambda: oauth.fetch_token(data["token_endpoint"], **fetch),
        )


def renewal(data, client):
    print(f"-- refresh and revoke, {client}")
    oauth = session(client, "S256")
    url, _ = oauth.authorization_url(data["authorization_endpoint"], prompt="consent")
    location = decide(url, "allow", SCOPES)
    old = oauth.fetch_token(
        data["token_endpoint"], authorization_response=location, timeout=TIMEOUT, **credentials(client)
    )
    again = {"timeout": TIMEOUT}
    if client == "SRV001":
        again["auth"] = HTTPBasicAuth(client, SECRET)
    else:
        again["client_id"] = client
    new = oauth.refresh_token(data["token_endpoint"], refresh_token=old["refresh_token"], **again)
    expect("the refresh token rotated", new["refresh_token"] != old["refresh_token"])
    same = oauth.refresh_token(data["token_endpoint"], refresh_token=old["refresh_token"], **again)
    expect("a repeat gives the same pair", same["refresh_token"] == new["refresh_token"])

    # The library refreshes automatically if it considers the token expired.
    oauth.token = {**new, "expires_at": 1, "expires_in": -1}
    oauth.auto_refresh_url = data["token_endpoint"]
    if client == "CLI001":
        oauth.auto_refresh_kwargs = {"client_id": client}
        kept = []
        oauth.token_updater = kept.append
        profile = oauth.get(ISSUER + "/1/user/-/profile.json", timeout=TIMEOUT)
        expect("an automatic refresh", profile.status_code == 200 and len(kept) == 1, profile.text)
        new = kept[0]
    oauth.auto_refresh_url = None
    refused(
        "the library's own idea of expiry", TokenExpiredError,
        lambda: setattr(oauth, "token", {**new, "expires_at": 1}) or oauth.get(ISSUER + "/", timeout=TIMEOUT),
    )

    oauth.token = new
    url, headers, body = oauth._client.prepare_token_revocation_request(
        data["revocation_endpoint"], new["refresh_token"], "refresh_token",
        **({} if client == "SRV001" else {"client_id": client}),
    )
    auth = HTTPBasicAuth(client, SECRET) if client == "SRV001" else None
    answer = requests.post(url, headers=headers, data=body, auth=auth, timeout=TIMEOUT)
    expect("revoke", answer.status_code == 200, answer.text)
    expect("the access token is revoked", profile_status(new) == 401)
    refused(
        "the refresh token is revoked", InvalidGrantError,
        lambda: oauth.refresh_token(data["token_endpoint"], refresh_token=new["refresh_token"], **again),
    )


def refusals(data):
    print("-- refusals")
    oauth = session("CLI001", "S256")
    url, _ = oauth.authorization_url(data["authorization_endpoint"], prompt="consent")
    denied = decide(url, "deny")
    refused(
        "the user says no", AccessDeniedError,
        lambda: oauth.fetch_token(data["token_endpoint"], authorization_response=denied, include_client_id=True),
    )

    oauth = session("CLI001", "S256")
    url, _ = oauth.authorization_url(data["authorization_endpoint"], state="somebody-else's")
    planted = decide(url + "&prompt=consent", "allow", SCOPES)
    oauth._state = "mine"
    refused(
        "a planted redirect", MismatchingStateError,
        lambda: oauth.fetch_token(data["token_endpoint"], authorization_response=planted, include_client_id=True),
    )

    def with_mistake(client="CLI001", fixed=True, mistake=None, **options):
        oauth = session(client, "S256", fixed=fixed)
        url, _ = oauth.authorization_url(data["authorization_endpoint"], prompt="consent")
        location = decide(url, "allow", SCOPES)
        if mistake:
            mistake(oauth)
        return lambda: oauth.fetch_token(
            data["token_endpoint"], authorization_response=location, timeout=TIMEOUT,
            **(options or credentials(client)),
        )

    def other_verifier(oauth):
        oauth._code_verifier = "x" * 43

    def no_verifier(oauth):
        oauth._pkce = None

    def other_redirect_uri(oauth):
        oauth.redirect_uri = CALLBACK.replace("127.0.0.1", "localhost")

    refused("a wrong verifier", InvalidGrantError, with_mistake(mistake=other_verifier))
    refused("a missing verifier", InvalidGrantError, with_mistake(mistake=no_verifier))
    refused("another redirect_uri", InvalidGrantError, with_mistake(mistake=other_redirect_uri))
    refused("a wrong secret", InvalidClientError, with_mistake("SRV001", auth=HTTPBasicAuth("SRV001", "wrong")))
    refused("a secret in the body", InvalidClientError, with_mistake("SRV001", client_secret=SECRET, include_client_id=True))

    # RFC 6749 §5.1: the response names a narrower scope, which the library treats as an error.
    oauth = session("CLI001", "S256")
    url, _ = oauth.authorization_url(data["authorization_endpoint"], prompt="consent")
    fewer = decide(url, "allow", ["profile"])
    error = refused(
        "fewer scopes than asked for, which oauthlib says as a warning", Warning,
        lambda: oauth.fetch_token(data["token_endpoint"], authorization_response=fewer, include_client_id=True),
    )
    expect("the narrower scope", error.new_scope == ["profile"], error.new_scope)

    print("-- Fitbit's shape of errors, without the library's fix for Fitbit")
    error = refused("a wrong verifier: the reason is lost", MissingTokenError, with_mistake(mistake=other_verifier, fixed=False))
    expect(f"all that it says is {str(error)!r}", "invalid_grant" not in str(error) and "errors" not in str(error), str(error))


def backend(data):
    print("-- client credentials")
    oauth = OAuth2Session(client=BackendApplicationClient(client_id="SRV001"))
    token = oauth.fetch_token(data["token_endpoint"], auth=HTTPBasicAuth("SRV001", SECRET), timeout=TIMEOUT)
    expect("a token, and none to refresh it", token["access_token"] and "refresh_token" not in token)
    status = oauth.get(ISSUER + "/1/user/-/profile.json", timeout=TIMEOUT).status_code
    expect("it gives access to no profile", status == 403, status)


def main():
    data = discover()
    for client, pkce in (("CLI001", "S256"), ("CLI001", "plain"), ("SRV001", "S256"), ("SRV001", "plain"), ("SRV001", None)):
        flow(data, client, pkce)
    own_plain(data)
    for client in ("CLI001", "SRV001"):
        renewal(data, client)
    refusals(data)
    backend(data)


main()
