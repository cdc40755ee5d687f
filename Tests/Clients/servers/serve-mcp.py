#!/usr/bin/env python3
"""The authorization server of the MCP Python SDK: its routes, its client authentication and its PKCE, with a
provider that keeps everything in memory.

    serve-mcp.py PORT REDIRECT_URI FOLDER
"""

import secrets
import time

from mcp.server.auth.handlers.metadata import MetadataHandler
from mcp.server.auth.provider import (
    AccessToken, AuthorizationCode, OAuthAuthorizationServerProvider, RefreshToken, construct_redirect_uri,
)
from mcp.server.auth.routes import create_auth_routes
from mcp.server.auth.settings import ClientRegistrationOptions, RevocationOptions
from mcp.shared.auth import OAuthClientInformationFull, OAuthToken
from pydantic import AnyHttpUrl
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route

from common import BASE, CONFIDENTIAL, ODD_SECRET, PAGE, PASSWORD, PUBLIC, REDIRECT_URI, SCOPES, USER, serve_asgi, version

LIFETIME = 3600


class Provider(OAuthAuthorizationServerProvider):
    def __init__(self):
        self.clients = {
            name: OAuthClientInformationFull(
                client_id=name, client_secret=secret, redirect_uris=[REDIRECT_URI], scope=" ".join(SCOPES),
                token_endpoint_auth_method=method)
            for name, secret, method in [
                (PUBLIC, None, "none"), (CONFIDENTIAL, ODD_SECRET, "client_secret_basic"),
                ("post", ODD_SECRET, "client_secret_post"),
            ]
        }
        self.transactions, self.codes, self.access, self.refresh = {}, {}, {}, {}

    async def get_client(self, client_id):
        return self.clients.get(client_id)

    async def authorize(self, client, params):
        transaction = secrets.token_urlsafe()
        self.transactions[transaction] = (client, params)
        return f"{BASE}/decide?transaction={transaction}"

    def decided(self, transaction, allows):
        client, params = self.transactions.pop(transaction)
        if not allows:
            return construct_redirect_uri(str(params.redirect_uri), error="access_denied", state=params.state)
        code = secrets.token_urlsafe()
        self.codes[code] = AuthorizationCode(
            code=code, client_id=client.client_id, scopes=params.scopes or [], expires_at=time.time() + 60,
            code_challenge=params.code_challenge, redirect_uri=params.redirect_uri,
            redirect_uri_provided_explicitly=params.redirect_uri_provided_explicitly)
        return construct_redirect_uri(str(params.redirect_uri), code=code, state=params.state)

    async def load_authorization_code(self, client, authorization_code):
        return self.codes.get(authorization_code)

    async def exchange_authorization_code(self, client, authorization_code):
        del self.codes[authorization_code.code]
        return self.issue(client, authorization_code.scopes)

    async def load_refresh_token(self, client, refresh_token):
        return self.refresh.get(refresh_token)

    async def exchange_refresh_token(self, client, refresh_token, scopes):
        await self.revoke_token(refresh_token)
        return self.issue(client, scopes)

    async def load_access_token(self, token):
        return self.access.get(token)

    async def revoke_token(self, token):
        self.access.pop(token.token, None)
        self.refresh.pop(token.token, None)

    def issue(self, client, scopes):
        access, refresh = secrets.token_urlsafe(), secrets.token_urlsafe()
        kept = {"client_id": client.client_id, "scopes": scopes}
        self.access[access] = AccessToken(token=access, expires_at=int(time.time()) + LIFETIME, **kept)
        self.refresh[refresh] = RefreshToken(token=refresh, **kept)
        return OAuthToken(
            access_token=access, token_type="Bearer", expires_in=LIFETIME, refresh_token=refresh,
            scope=" ".join(scopes))


provider = Provider()


async def decide(request):
    if request.method == "GET":
        return HTMLResponse(PAGE.format(request.query_params["transaction"]))
    form = await request.form()
    known = (form.get("username"), form.get("password")) == (USER, PASSWORD)
    return RedirectResponse(provider.decided(form["transaction"], known and "allow" in form), status_code=302)


async def userinfo(request):
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not await provider.load_access_token(token):
        return JSONResponse(
            {"error": "invalid_token"}, status_code=401, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    return JSONResponse({"sub": USER})


routes = create_auth_routes(
    provider, AnyHttpUrl(BASE),
    client_registration_options=ClientRegistrationOptions(enabled=True, valid_scopes=SCOPES),
    revocation_options=RevocationOptions(enabled=True))
routes += [Route("/decide", decide, methods=["GET", "POST"]), Route("/userinfo", userinfo)]
serve_asgi(Starlette(routes=routes), "MCP Python SDK " + version("mcp"))
