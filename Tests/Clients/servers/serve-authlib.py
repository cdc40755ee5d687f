#!/usr/bin/env python3
"""An authorization server of Authlib's parts, strict as far as it goes: PKCE required, refresh tokens rotate, an
issuer in each redirect (RFC 9207), metadata (RFC 8414), introspection and revocation.

    serve-authlib.py PORT REDIRECT_URI FOLDER
"""

import os
import time

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import flask
from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector, current_token
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin, grants, list_to_scope, scope_to_list
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc7662 import IntrospectionEndpoint
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from authlib.oauth2.rfc9207 import IssuerParameter

from common import BASE, CONFIDENTIAL, ODD_SECRET, PAGE, PASSWORD, PUBLIC, REDIRECT_URI, SCOPES, USER, serve_wsgi, version

WAYS = ["client_secret_basic", "client_secret_post", "none"]
METADATA = {
    "issuer": BASE, "authorization_endpoint": BASE + "/authorize", "token_endpoint": BASE + "/token",
    "revocation_endpoint": BASE + "/revoke", "introspection_endpoint": BASE + "/introspect",
    "userinfo_endpoint": BASE + "/userinfo", "scopes_supported": SCOPES, "response_types_supported": ["code"],
    "grant_types_supported": ["authorization_code", "refresh_token"],
    "token_endpoint_auth_methods_supported": WAYS, "code_challenge_methods_supported": ["S256"],
    "revocation_endpoint_auth_methods_supported": WAYS, "introspection_endpoint_auth_methods_supported": WAYS[:2],
    "authorization_response_iss_parameter_supported": True,
}


class Client(ClientMixin):
    def __init__(self, name, secret):
        self.client_id, self.secret = name, secret

    def get_client_id(self):
        return self.client_id

    def get_default_redirect_uri(self):
        return REDIRECT_URI

    def get_allowed_scope(self, scope):
        return list_to_scope([name for name in scope_to_list(scope or "") if name in SCOPES])

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri == REDIRECT_URI

    def check_client_secret(self, client_secret):
        return client_secret == self.secret

    def check_endpoint_auth_method(self, method, endpoint):
        return (method == "none") == (self.secret is None)

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type in METADATA["grant_types_supported"]


class Code(dict):
    def get_redirect_uri(self):
        return self["redirect_uri"]

    def get_scope(self):
        return self["scope"]

    @property
    def code_challenge(self):
        return self["challenge"]

    @property
    def code_challenge_method(self):
        return self["method"]


class Token(TokenMixin):
    def __init__(self, values, client):
        self.values, self.client, self.issued, self.revoked = values, client, int(time.time()), set()

    def check_client(self, client):
        return self.client == client.client_id

    def get_scope(self):
        return self.values.get("scope", "")

    def get_expires_in(self):
        return self.values["expires_in"]

    def is_expired(self):
        return self.issued + self.get_expires_in() < time.time()

    def is_revoked(self):
        return "access_token" in self.revoked


clients = {PUBLIC: Client(PUBLIC, None), CONFIDENTIAL: Client(CONFIDENTIAL, ODD_SECRET)}
codes, tokens = {}, []


def token_of(text, *kinds):
    return next((token for token in tokens for kind in kinds if token.values.get(kind) == text), None)


class AuthorizationCodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = WAYS

    def save_authorization_code(self, code, request):
        data = request.payload.data
        codes[code] = Code(
            client=request.client.client_id, redirect_uri=request.payload.redirect_uri, scope=request.scope, code=code,
            challenge=data.get("code_challenge"), method=data.get("code_challenge_method"))

    def query_authorization_code(self, code, client):
        found = codes.get(code)
        return found if found and found["client"] == client.client_id else None

    def delete_authorization_code(self, authorization_code):
        del codes[authorization_code["code"]]

    def authenticate_user(self, authorization_code):
        return USER


class RefreshTokenGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = WAYS
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        found = token_of(refresh_token, "refresh_token")
        return found if found and "refresh_token" not in found.revoked else None

    def authenticate_user(self, refresh_token):
        return USER

    def revoke_old_credential(self, refresh_token):
        refresh_token.revoked |= {"access_token", "refresh_token"}


class Lookup:
    def query_token(self, token_string, token_type_hint):
        return token_of(token_string, "access_token", "refresh_token")


class Revocation(Lookup, RevocationEndpoint):
    CLIENT_AUTH_METHODS = WAYS

    def revoke_token(self, token, request):
        token.revoked |= {"access_token", "refresh_token"}


class Introspection(Lookup, IntrospectionEndpoint):
    CLIENT_AUTH_METHODS = WAYS[:2]

    def check_permission(self, token, client, request):
        return token.check_client(client)

    def introspect_token(self, token):
        return {
            "active": True, "client_id": token.client, "token_type": token.values["token_type"], "username": USER,
            "scope": token.get_scope(), "sub": USER, "aud": token.client, "iss": BASE, "iat": token.issued,
            "exp": token.issued + token.get_expires_in(),
        }


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return token_of(token_string, "access_token")


class Issuer(IssuerParameter):
    def get_issuer(self):
        return BASE


app = flask.Flask("authlib-server")
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
server = AuthorizationServer(
    app, query_client=clients.get,
    save_token=lambda values, request: tokens.append(Token(values, request.client.client_id)))
server.register_grant(AuthorizationCodeGrant, [CodeChallenge(required=True)])
server.register_grant(RefreshTokenGrant)
server.register_endpoint(Revocation)
server.register_endpoint(Introspection)
server.register_extension(Issuer())
protect = ResourceProtector()
protect.register_token_validator(Validator())


@app.get("/.well-known/oauth-authorization-server")
def metadata():
    return AuthorizationServerMetadata(METADATA)


@app.route("/authorize", methods=["GET", "POST"])
def authorize():
    if flask.request.method == "GET":
        try:
            server.get_consent_grant(end_user=USER)
        except Exception as error:
            if not hasattr(error, "error"):
                raise
            return server.handle_error_response(None, error)
        return PAGE.format("")
    form = flask.request.form
    known = (form.get("username"), form.get("password")) == (USER, PASSWORD)
    return server.create_authorization_response(grant_user=USER if known and "allow" in form else None)


@app.post("/token")
def token():
    return server.create_token_response()


@app.post("/revoke")
def revoke():
    return server.create_endpoint_response("revocation")


@app.post("/introspect")
def introspect():
    return server.create_endpoint_response("introspection")


@app.get("/userinfo")
@protect("read")
def userinfo():
    return {"sub": USER, "name": "Anna", "client": current_token.client}


serve_wsgi(app, "Authlib " + version("authlib"))
