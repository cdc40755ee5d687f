"""The user of a live walk: a browser without a screen that signs in and decides; uses only the standard library."""

import html.parser
import http.cookiejar
import json
import urllib.error
import urllib.parse
import urllib.request


class Form(html.parser.HTMLParser):
    """Parses the inputs of the first form of a page."""

    def __init__(self, page):
        super().__init__()
        self.fields = {}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "input" and values.get("name"):
            self.fields.setdefault(values["name"], values.get("value") or "")


class StayHere(urllib.request.HTTPRedirectHandler):
    """Follows redirects within the server, and stops at one to another server."""

    def __init__(self, base):
        self.base = base

    def redirect_request(self, request, file, code, message, fields, url):
        if url.startswith(self.base):
            return super().redirect_request(request, file, code, message, fields, url)
        raise urllib.error.HTTPError(url, code, "leaves", fields, file)


class Browser:
    """A browser for one server, with its own cookies."""

    def __init__(self, base):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()),
            StayHere(base))

    def go(self, target, form=None, data=None, kind=None, method=None):
        """Opens a page; returns the final URL, and the page or None after a redirect to another server."""
        if form is not None:
            data = urllib.parse.urlencode(form).encode()
        fields = {"Referer": target, **({"Content-Type": kind} if kind else {})}
        request = urllib.request.Request(target, data, fields, method=method)
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            if error.msg == "leaves":
                return error.filename, None
            return error.url, error.read().decode()

    def send(self, target, value, method="POST"):
        """Sends JSON like a script on a page, and returns the response."""
        at, page = self.go(target, data=json.dumps(value).encode(), kind="application/json", method=method)
        return json.loads(page) if page else None
