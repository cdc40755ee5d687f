#!/usr/bin/env python3
"""An independent authorization server in one file: django-oauth-toolkit from PyPI, strict by default.

    live-django.py PORT FOLDER

It requires PKCE, rotates refresh tokens and ends a family when one is replayed, names itself in every redirect
(RFC 9207), and describes itself (RFC 8414). It prints a line when it listens.
"""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from socketserver import ThreadingMixIn

import django
from django.conf import settings

PORT, FOLDER = int(sys.argv[1]), sys.argv[2]
BASE = f"http://127.0.0.1:{PORT}"

settings.configure(
    DEBUG=False, SECRET_KEY=os.urandom(16).hex(), ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }],
    DATABASES={"default": {
        "ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(FOLDER, "db.sqlite3"), "OPTIONS": {"timeout": 20},
    }},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", USE_TZ=True, LOGIN_URL="/login/",
    OAUTH2_PROVIDER={
        "SCOPES": {"read": "Read your data", "write": "Change your data"}, "PKCE_REQUIRED": True,
        "REFRESH_TOKEN_REUSE_PROTECTION": True, "OAUTH2_RESPONSE_TYPES_SUPPORTED": ["code"],
        "COMPLIANT_BCP_RFC9700_IMPLICIT_GRANT": True, "COMPLIANT_BCP_RFC9700_PASSWORD_GRANT": True,
        "COMPLIANT_BCP_RFC9700_PKCE_METHOD": True, "COMPLIANT_BCP_RFC9700_ACCESS_TOKEN_TRANSPORT": True,
        "COMPLIANT_BCP_RFC9700_AUTHZ_RESPONSE_ISS": True, "COMPLIANT_BCP_RFC9700_TOKEN_STORAGE": True,
    })
django.setup()

from django.contrib.auth import get_user_model, views as auth_views
from django.core.management import call_command
from django.http import JsonResponse
from django.urls import include, path
from oauth2_provider.decorators import protected_resource
from oauth2_provider.models import get_application_model


@protected_resource(scopes=["read"])
def me(request):
    return JsonResponse({"user": {"displayName": request.resource_owner.get_username()}})


LOGIN = """<form method="post">{% csrf_token %}{{ form }}<input type="hidden" name="next" value="{{ next }}">
<button>Sign in</button></form>"""


class Login(auth_views.LoginView):
    def render_to_response(self, context, **rest):
        from django.http import HttpResponse
        from django.template import RequestContext, Template
        return HttpResponse(Template(LOGIN).render(RequestContext(self.request, context)))


urlpatterns = [
    path("login/", Login.as_view()), path("me", me), path("", include("oauth2_provider.urls", namespace="oauth2_provider")),
]

call_command("migrate", verbosity=0)
get_user_model().objects.create_user("anna", password="anna-practises")
Application = get_application_model()
for name, kind, grant in [
    ("public", "public", "authorization-code"), ("confidential", "confidential", "authorization-code"),
    ("machine", "confidential", "client-credentials"),
]:
    Application.objects.create(
        name=name, client_id=name, client_secret=name + "-secret:with%odd+signs", client_type=kind, authorization_grant_type=grant,
        redirect_uris="http://127.0.0.1/callback" if grant == "authorization-code" else "")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *words):
        print(*words, file=sys.stderr)


from django.core.wsgi import get_wsgi_application

server = make_server("127.0.0.1", PORT, get_wsgi_application(), server_class=Server, handler_class=Quiet)
print("listening", flush=True)
server.serve_forever()
