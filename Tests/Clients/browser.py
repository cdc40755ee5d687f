"""Functions shared by the browser scripts: a headless Chromium, and reports of failures."""

import os
import shutil
import sys
import time

from selenium import webdriver


def expect(text, condition, got=""):
    if not condition:
        sys.exit(f"wrong {text}: {got!r}")
    print("ok   ", text, flush=True)


def until(text, condition, seconds=15):
    """Waits for a condition to become true, with a time limit."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        got = condition()
        if got:
            return got
        time.sleep(0.05)
    sys.exit(f"wrong {text}: it did not happen within {seconds} s")


def start_browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        # The names of other machines are not resolved.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    browser = webdriver.Chrome(options=options, service=service)
    browser.set_page_load_timeout(20)
    return browser
