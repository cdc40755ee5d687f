"""Checks the pages of the practice server in a real browser.

    python practice-browser.py PATH/TO/workbench FOLDER-FOR-SCREENSHOTS
"""

import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from base64 import b64decode
from urllib.parse import parse_qs, urlencode, urlsplit

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import expect, start_browser, until

WORKBENCH, PICTURES = sys.argv[1:3]
VERIFIER = "0123456789" * 5
SCOPES = ["activity", "heartrate", "profile", "sleep"]
WIDTHS = (360, 1280)


class App(http.server.BaseHTTPRequestHandler):
    """Serves the client at the redirect URI, and another site that puts a page into a frame."""

    arrived = []
    frame = ""

    def do_GET(self):
        App.arrived.append((self.path, dict(self.headers)))
        body = f'<!DOCTYPE html><title>app</title><iframe src="{App.frame}" width="600" height="600"></iframe>'
        body = body if self.path == "/frame" else "<!DOCTYPE html><title>app</title><p>Back at the app"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments):
        pass


class Practice:
    """A running practice server."""

    def __init__(self, *options):
        self.output = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [WORKBENCH, "practice", "--port", "0", "--color", "never", *options],
            stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT,
        )
        self.base = until("the server starts", self._address)

    def _address(self):
        found = re.search(r"^Practice server on (\S+)$", self.text, re.MULTILINE)
        return found and found[1]

    @property
    def text(self):
        return os.pread(self.output.fileno(), 1 << 22, 0).decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def url(self, **changes):
        form = {
            "response_type": "code", "client_id": "CLI001", "redirect_uri": CALLBACK,
            "scope": " ".join(SCOPES), "state": "s & 1", "prompt": "consent", "code_challenge": VERIFIER,
        }
        return f"{self.base}/oauth2/authorize?" + urlencode({**form, **changes})


def look(*keys):
    ActionChains(browser).send_keys(*keys).perform()


def focused():
    return browser.switch_to.active_element


def button(name):
    return browser.find_element(By.XPATH, f"//button[normalize-space()='{name}']")


def back(text):
    """Waits until the browser is at the redirect URI; returns its parameters."""
    until(text, lambda: browser.current_url.startswith(CALLBACK))
    return {name: values[0] for name, values in parse_qs(urlsplit(browser.current_url).query).items()}


def consent_page(practice):
    print("-- the consent page")
    browser.get(practice.url())
    expect("language and title", browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en" and browser.title)
    expect("one heading", len(browser.find_elements(By.TAG_NAME, "h1")) == 1)
    boxes = browser.find_elements(By.CSS_SELECTOR, "input[type=checkbox]")
    expect("a box for each scope", [box.get_attribute("value") for box in boxes] == SCOPES)
    expect("none is ticked", not any(box.is_selected() for box in boxes))
    for box in boxes:
        # The name that a screen reader announces.
        expect(f"the box is labelled: {box.accessible_name}", box.get_attribute("value") in box.accessible_name)
        expect("it is announced as a checkbox", box.aria_role == "checkbox", box.aria_role)
    expect("the buttons", [b.accessible_name for b in browser.find_elements(By.TAG_NAME, "button")]
           == ["Allow", "Deny", "Use another account"])
    expect("no script", not browser.find_elements(By.TAG_NAME, "script"))


def by_keyboard(practice):
    print("-- keyboard only")
    browser.get(practice.url())
    stops = []
    for _ in range(6):
        look(Keys.TAB)
        stops.append(focused().accessible_name.split("\n")[0].split(" ")[0])
    expect("Tab goes through all of them in order", stops == SCOPES + ["Allow", "Deny"], stops)
    outline = focused().value_of_css_property("outline-style"), focused().value_of_css_property("outline-width")
    expect("the focus can be seen", outline[0] == "solid" and outline[1] == "3px", outline)

    browser.get(practice.url())
    look(Keys.TAB)
    look(Keys.TAB)
    look(Keys.SPACE)
    look(Keys.TAB)
    look(Keys.SPACE)
    look(Keys.TAB)
    look(Keys.TAB)
    expect("Tab reaches Allow", focused().accessible_name == "Allow", focused().accessible_name)
    App.arrived.clear()
    look(Keys.ENTER)
    form = back("Enter on Allow leads back")
    expect("the state arrived", form.get("state") == "s & 1", form)
    expect("a code arrived", re.fullmatch(r"[0-9a-f]{40}", form.get("code", "")), form)
    came = [fields for path, fields in App.arrived if path.startswith("/callback")]
    expect("no Referer went along", came and all("Referer" not in fields for fields in came), came)
    expect("what was allowed is what was ticked", "granted: heartrate profile" in until("the log", lambda: practice.text))


def by_mouse(practice):
    print("-- Deny, and other clicks")
    browser.get(practice.url())
    browser.find_element(By.CSS_SELECTOR, "input[value=sleep]").click()
    button("Deny").click()
    form = back("Deny leads back")
    expect("Deny", form.get("error") == "access_denied" and form.get("state") == "s & 1" and "code" not in form, form)

    browser.get(practice.url())
    browser.find_element(By.XPATH, "//label[contains(., 'sleep')]").click()
    expect("the text ticks the box, too", browser.find_element(By.CSS_SELECTOR, "input[value=sleep]").is_selected())
    button("Allow").click()
    expect("Allow", "code" in back("Allow leads back"))
    browser.back()
    until("the page is back", lambda: browser.find_elements(By.XPATH, "//button[normalize-space()='Deny']"))
    # The page is not cached: this is a new, valid one.
    button("Deny").click()
    expect("Back, and another decision", back("Deny leads back").get("error") == "access_denied")

    browser.get(practice.url(prompt="none", scope="sleep"))
    expect("allowed before: no page", "code" in back("straight back"))


def signing_in(practice):
    print("-- the sign-in page")
    browser.get(practice.url(prompt="login consent"))
    expect("prompt=login shows it", browser.title == "Sign in", browser.title)
    expect("it asks for nothing", not browser.find_elements(By.CSS_SELECTOR, "input:not([type=hidden])"))
    look(Keys.TAB)
    expect("Tab reaches the button", focused().accessible_name == "Sign in as Robin Practice")
    look(Keys.ENTER)
    until("the consent page comes next", lambda: browser.title == "Allow access?")
    browser.find_element(By.CSS_SELECTOR, "input[value=sleep]").click()
    button("Allow").click()
    expect("signed in and allowed", "code" in back("Allow leads back"))
    browser.get(practice.url())
    button("Use another account").click()
    until("another account can be chosen", lambda: browser.title == "Sign in")
    button("Sign in as Alex Other").click()
    until("its consent page comes next", lambda: browser.title == "Allow access?")
    expect("it names the account", "Alex Other" in browser.find_element(By.TAG_NAME, "main").text)
    browser.get(practice.url())
    expect("the browser stays signed in", "Alex Other" in browser.find_element(By.TAG_NAME, "main").text)


def errors(practice):
    print("-- the error page")
    for text, changes in (
        ("a bad client_id", {"client_id": "<b>nobody</b>"}),
        ("a redirect_uri that only resembles", {"redirect_uri": CALLBACK + "/x"}),
        ("no challenge", {"code_challenge": ""}),
        ("a scope with markup", {"scope": "<img/src=x/onerror=document.title='owned'>"}),
    ):
        url = practice.url(**changes)
        App.arrived.clear()
        browser.get(url)
        expect(f"{text}: an error page", "Invalid request" in browser.title, browser.title)
        expect(f"{text}: no redirect", browser.current_url.startswith(practice.base) and not App.arrived)
        expect(f"{text}: no markup of the request", not browser.find_elements(By.CSS_SELECTOR, "main img, main h1 b"))


def framed():
    """Returns the number of buttons that another site could trick a user into pressing."""
    browser.get(APP + "/frame")
    frame = until("the frame exists", lambda: browser.find_elements(By.TAG_NAME, "iframe"))[0]
    time.sleep(1)
    browser.switch_to.frame(frame)
    count = len(browser.find_elements(By.TAG_NAME, "button"))
    browser.switch_to.default_content()
    return count


def framing(practice):
    print("-- a foreign page with the consent page in a frame")
    App.frame = practice.url().replace("&", "&amp;")
    browser.get_log("browser")
    expect("it stays empty", framed() == 0)
    said = [entry["message"] for entry in browser.get_log("browser")]
    expect("the browser says why", any("frame-ancestors" in line or "X-Frame-Options" in line for line in said), said)
    with Practice("--redirect-uri", CALLBACK, "--without", "no-framing") as careless:
        App.frame = careless.url().replace("&", "&amp;")
        expect("without the rule it is shown", framed() == 3)
        browser.get_log("browser")


def requests_made():
    """Returns the URLs that the browser has requested since the last call."""
    found = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return found


def walk(*options, decide):
    """Runs a walk with the real browser; returns its output."""
    return run("walk", "--browser", "--no-pause", *options, decide=decide)


def run(*words, decide, session=None):
    """Runs the program with the real browser; returns its output."""
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "browser")
        with open(script, "w") as file:
            file.write(f'#!/bin/sh\nprintf %s "$1" > "{folder}/new" && mv "{folder}/new" "{folder}/url"\n')
        os.chmod(script, 0o755)
        output = open(os.path.join(folder, "output"), "w+")
        process = subprocess.Popen(
            [WORKBENCH, *words, "--mode", "practice", "--color", "never", "--session", session or folder + "/session"],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            env={**os.environ, "BROWSER": script},
        )
        try:
            path = os.path.join(folder, "url")
            until("the program opens the browser", lambda: os.path.exists(path) or process.poll() is not None)
            if process.poll() is None:
                with open(path) as file:
                    browser.get(file.read())
                decide()
            code = process.wait(20)
        finally:
            process.kill()
            output.seek(0)
            text = output.read()
            output.close()
    return code, text


def some_scopes():
    boxes = browser.find_elements(By.CSS_SELECTOR, "input[type=checkbox]")
    boxes[0].click()
    button("Allow").click()
    until("the last page", lambda: browser.title == "Done")
    at_rest()
    pictures("done")


def deny():
    button("Deny").click()
    until("the last page", lambda: browser.title == "Done")
    at_rest()


def at_rest():
    """Checks that no response is left in the address bar or the history."""
    address = browser.execute_script("return location.href").rstrip("#")
    bare = re.fullmatch(r"http://(127\.0\.0\.1|localhost):\d+/callback", address)
    expect("the last page's address holds no answer", bare, address)
    tree = browser.execute_cdp_cmd("Page.getNavigationHistory", {})["entries"]
    kept = [entry["url"] for entry in tree if entry["url"].startswith(address) and entry["url"].rstrip("#") != address]
    own = [url for url in kept if not url.startswith(CALLBACK)]
    expect("nor does the history", not own, own)


def walks():
    print("-- workbench walk --mode practice --browser")
    code, text = walk(decide=some_scopes)
    expect("some scopes allowed: exit code 0", code == 0, text[-3000:])
    code, text = walk("--app-type", "client", "--format", "json", decide=some_scopes)
    expect("a client application: exit code 0", code == 0, text[-3000:])
    code, text = walk("--flow", "implicit", decide=some_scopes)
    expect("the implicit flow: exit code 0", code == 0 and re.search(r"Result  access_token, .*\(practice\)", text), text[-3000:])
    expect("its token is not left in the address", "access_token" not in browser.current_url, browser.current_url)
    code, text = walk(decide=deny)
    expect("denied: another exit code, and it says so", code != 0 and "access_denied" in text, (code, text[-3000:]))


def single_steps():
    print("-- workbench step 3 --mode practice --browser")
    with tempfile.TemporaryDirectory() as folder:
        session = folder + "/session"
        for words in ([1], [2], [3, "--browser"], [4], [5]):
            code, text = run("step", *map(str, words), decide=some_scopes, session=session)
            expect(f"step {words[0]}: exit code 0", code == 0, text[-3000:])
        expect("the tokens are there", "access_token (practice" in text, text[-3000:])


def pictures(name):
    """Takes screenshots of the open page, and measures its layout and colors."""
    for dark in (False, True):
        scheme = "dark" if dark else "light"
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )
        for width in WIDTHS:
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width == 360},
            )
            widest = browser.execute_script("return document.documentElement.scrollWidth")
            if widest > width:
                sys.exit(f"wrong {name} at {width}: {widest} pixels wide, one would have to scroll sideways")
            outside = browser.execute_script(OUTSIDE)
            if outside:
                sys.exit(f"wrong {name} at {width}: this sticks out of the card: {outside}")
            data = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})["data"]
            with open(os.path.join(PICTURES, f"{name}-{scheme}-{width}.png"), "wb") as file:
                file.write(b64decode(data))
            poor = browser.execute_script(CONTRASTS)
            if poor:
                sys.exit(f"wrong {name} in {scheme}: too little contrast: {poor}")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    print(f"ok    {name}: no scrolling sideways at {WIDTHS[0]}, contrast, in light and dark", flush=True)


# Elements and text that extend beyond the right edge of their card.
OUTSIDE = """
const edge = document.querySelector('main').getBoundingClientRect().right;
return [...document.querySelectorAll('main *')].filter(e => {
  const range = document.createRange(); range.selectNodeContents(e);
  return Math.max(e.getBoundingClientRect().right, range.getBoundingClientRect().right) > edge;
}).map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40));
"""


# WCAG 2.2, success criterion 1.4.3: 4.5 for text of normal size. Nothing is computed for parts without text, such
# as borders and boxes.
CONTRASTS = """
const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return {c: n.slice(0, 3), a: n[3] ?? 1}; };
const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const ground = element => { for (let e = element; e; e = e.parentElement) {
  const {c, a} = parse(getComputedStyle(e).backgroundColor); if (a > 0) return c; }
  return dark ? [18, 18, 18] : [255, 255, 255]; };
const poor = [];
for (const element of document.body.querySelectorAll('*')) {
  if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const got = ratio(parse(getComputedStyle(element).color).c, ground(element));
  if (got < 4.5) poor.push(`${element.tagName} ${got.toFixed(2)}`);
}
return poor;
"""


def looks(practice):
    print("-- looks")
    browser.get(practice.url())
    browser.find_element(By.CSS_SELECTOR, "input[value=profile]").click()
    pictures("consent")
    browser.get(practice.url(prompt="login"))
    pictures("sign-in")
    browser.get(practice.url(client_id="nobody"))
    pictures("error")
    browser.get(practice.base + "/")
    pictures("front")
    browser.get(practice.base + "/nothing-here")
    pictures("missing")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        clients = [{"client_id": "L" * 60, "type": "server", "client_secret": "s" * 90, "redirect_uris": [CALLBACK]}]
        json.dump(clients, file)
        file.flush()
        with Practice("--clients", file.name) as wide:
            browser.get(wide.base + "/")
            pictures("front-with-long-names")


app = http.server.ThreadingHTTPServer(("127.0.0.1", 0), App)
threading.Thread(target=app.serve_forever, daemon=True).start()
APP = f"http://127.0.0.1:{app.server_port}"
CALLBACK = APP + "/callback"

browser = start_browser()
try:
    with Practice("--redirect-uri", CALLBACK) as practice:
        consent_page(practice)
        by_keyboard(practice)
        by_mouse(practice)
        signing_in(practice)
        errors(practice)
        requests = requests_made()
        own = (practice.base + "/", APP + "/", "data:", "chrome:", "about:")
        strangers = [url for url in requests if not url.startswith(own)]
        expect(f"{len(requests)} requests, none to another host", requests and not strangers, strangers)
        framing(practice)
        looks(practice)
    walks()
    single_steps()
    strangers = [url for url in requests_made() if not re.match(r"https?://(127\.0\.0\.1|localhost)[:/]|data:|chrome|about:", url)]
    expect("nor later", not strangers, strangers)
finally:
    browser.quit()
