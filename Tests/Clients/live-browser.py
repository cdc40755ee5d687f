"""Runs a live walk in a real browser: consent page, redirect, and what stays in the browser.

    python live-browser.py PATH/TO/workbench
"""

import json
import os
import re
import subprocess
import sys
import tempfile

from selenium.webdriver.common.by import By

import live
from browser import expect, start_browser, until

WORKBENCH = sys.argv[1]
SECRET = "practice-secret-of-the-server-app"


def practice(redirect_uris):
    """Starts the practice server; returns the process and its URL."""
    output = tempfile.NamedTemporaryFile("w+")
    options = [word for uri in redirect_uris for word in ("--redirect-uri", uri)]
    process = subprocess.Popen(
        [WORKBENCH, "practice", "--port", "0", "--color", "never", *options], stdin=subprocess.DEVNULL, stdout=output,
        stderr=subprocess.STDOUT)
    found = until("the server starts", lambda: re.search(
        r"^Practice server on (\S+)$", open(output.name).read(), re.MULTILINE))
    return process, found[1]


def decide(url, name):
    browser.get(url)
    for box in browser.find_elements(By.CSS_SELECTOR, "input[type=checkbox]"):
        box.click()
    browser.find_element(By.XPATH, f"//button[normalize-space()='{name}']").click()


def left_behind(run, what):
    until(f"{what}: the last page", lambda: "terminal" in browser.page_source)
    expect(f"{what}: the page sends the user back to the terminal", "Done" in browser.title, browser.title)
    address = browser.current_url
    # An empty fragment replaces the one that the server sent.
    expect(f"{what}: the address bar holds nothing", address.rstrip("#") == run.redirect_uri, address)
    entries = browser.execute_cdp_cmd("Page.getNavigationHistory", {})["entries"]
    told = [entry["url"] for entry in entries if re.search(r"[?&#](code|access_token)=", entry["url"])]
    expect(f"{what}: the history holds neither code nor token", not told, told)


def walk(flow, kind, client, decision="Allow", **rest):
    run = live.Walk(
        WORKBENCH, "--flow", flow, "--scope", "profile activity", "--prompt", "consent", "--redirect-uri", uris[flow], client=client, kind=kind,
        discover=base, redirect=False, seconds=90, **rest)
    run.redirect_uri = uris[flow]
    url = run.url()
    expect(f"{flow}, {kind}: a URL is printed", url, run.errors)
    decide(url, decision)
    left_behind(run, f"{flow}, {kind}, {decision}")
    return (*run.end(), run)


uris = {flow: f"http://127.0.0.1:{live.free_port()}/callback" for flow in ("pkce", "code", "implicit")}
server, base = practice(uris.values())
browser = start_browser()
try:
    for flow, kind, client in [("pkce", "client", "CLI001"), ("pkce", "server", "SRV001"), ("code", "server", "SRV001"), ("implicit", "client", "CLI001")]:
        code, output, errors, run = walk(flow, kind, client, env={"WORKBENCH_CLIENT_SECRET": SECRET})
        expect(f"{flow}, {kind}: the walk ends well", code == 0, (code, output[-1500:], errors))
        values = json.load(open(os.path.join(run.folder, "session.json")))["values"]
        token = values["access_token"]["value"]
        expect(f"{flow}, {kind}: the token is kept, and not shown", token and token not in output + errors)
        words = [WORKBENCH, "profile", "--session", os.path.join(run.folder, "session.json"), "--color", "never"]
        profile = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=30)
        expect(f"{flow}, {kind}: the token opens the profile", profile.returncode == 0 and "displayName" in profile.stdout, profile)
    code, output, errors, run = walk("pkce", "client", "CLI001", decision="Deny")
    expect("a denial ends the walk in step 3", code == 1 and "The user denied access." in output, (code, output[-800:]))

    # The browser is opened with the URL as its only argument.
    opened = tempfile.mktemp()
    opener = tempfile.mktemp()
    with open(opener, "w") as file:
        file.write(f'#!/bin/sh\nprintf "%s\\n" "$#" "$1" > {opened}.new && mv {opened}.new {opened}\n')
    os.chmod(opener, 0o755)
    run = live.Walk(
        WORKBENCH, "--scope", "profile", "--redirect-uri", uris["pkce"], client="CLI001", discover=base, redirect=False,
        opens=True, env={"BROWSER": opener})
    url = run.url()
    count, told = until("the opener runs", lambda: os.path.exists(opened) and open(opened).read().split("\n")[:2])
    expect("the opener gets the printed URL, alone", (count, told) == ("1", url), (count, told, url))
    run.process.terminate()
    run.end()
finally:
    browser.quit()
    server.terminate()
    server.wait(10)
