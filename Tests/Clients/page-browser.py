"""Checks the pages of the workbench in a real browser, from files and without a network.

    python page-browser.py PATH/TO/workbench FOLDER-FOR-SCREENSHOTS
"""

import json
import pathlib
import re
import subprocess
import sys
from base64 import b64decode

import html5lib
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser import expect, start_browser

WORKBENCH, PICTURES = sys.argv[1:3]
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
CHECKS = pathlib.Path(__file__).with_suffix(".js").read_text()


def run(*words, codes=(0,)):
    """Runs the workbench, checks its exit code, and returns the result."""
    done = subprocess.run([WORKBENCH, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    expect(f"{' '.join(words)} ends as it should", done.returncode in codes, done.stderr)
    return done


def make_pages():
    """Creates the pages and yields their names: each flow, a failed run, hostile text, and the comparison."""
    for flow in ("pkce", "code", "implicit", "client-credentials"):
        run("walk", "--flow", flow, "--format", "html", "--output", f"{flow}.html")
        yield flow
    run("walk", "--mode", "practice", "--no-pause", "--format", "html", "--output", "practice.html")
    yield "practice"
    for command in ("refresh", "profile"):
        pathlib.Path(f"{command}.html").write_text(run(command, "--format", "html").stdout)
        yield command
    run("walk", "--scenario", "state-tampered", "--format", "html", "--output", "stopped.html", codes=(1,))
    yield "stopped"
    for number in ("1", "2"):
        run("step", number, "--flow", "pkce")
    long = "x" * 3000 + "%20%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%E2%80%AE%1B"
    redirect = f"https://app.example.com/callback?code={long}&{long}={long}&state=other&error={long}"
    page = run("step", "3", "--redirect", redirect, "--format", "html", codes=(1,)).stdout
    pathlib.Path("hostile.html").write_text(page)
    yield "hostile"
    if "html" in run("help", "compare").stdout:
        pathlib.Path("compare.html").write_text(run("compare", "--format", "html").stdout)
        yield "compare"


def check_markup(name):
    """Parses a page by the HTML Living Standard, and accepts no parse error."""
    parser = html5lib.HTMLParser()
    parser.parse(pathlib.Path(f"{name}.html").read_text())
    expect(f"{name}: it is valid HTML", not parser.errors, parser.errors)


def tell(method, **parameters):
    return browser.execute_cdp_cmd(method, parameters)


def look_at(name, width, scheme):
    """Opens a page with a given width and color scheme, and runs the checks."""
    tell("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    address = pathlib.Path(f"{name}.html").resolve().as_uri()
    browser.get_log("performance")
    browser.get(address)
    expect(f"{name}, {width} pixels, {scheme}", not (wrong := browser.execute_script(CHECKS)), wrong)
    expect("  its console is empty", not (log := browser.get_log("browser")), log)
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    expect("  it loads nothing but itself", asked <= {address}, asked)
    shot = tell("Page.captureScreenshot", captureBeyondViewport=True)["data"]
    pathlib.Path(PICTURES, f"{name}-{width}-{scheme}.png").write_bytes(b64decode(shot))


def walk_with_keys(name):
    """Checks that the first Tab stop is a visible link to the main content that works."""
    press = lambda key: ActionChains(browser).send_keys(key).perform()
    press(Keys.TAB)
    link = browser.switch_to.active_element
    expect(f"{name}: Tab reaches the skip link", link.get_attribute("class") == "skip", link.get_attribute("outerHTML"))
    top = browser.execute_script("return document.activeElement.getBoundingClientRect().top")
    expect("  it can be seen", top >= 0, top)
    press(Keys.TAB)
    outline = browser.execute_script("return getComputedStyle(document.activeElement).outlineWidth")
    expect("  the next stop shows the focus", outline == "3px", outline)
    ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    press(Keys.ENTER)
    expect("  it leads to the main part", browser.switch_to.active_element.tag_name == "main")


def print_on_paper(name):
    """Checks the paper size: A4 landscape, 297 by 210 mm, in points."""
    pdf = b64decode(tell("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    pathlib.Path(PICTURES, f"{name}.pdf").write_bytes(pdf)
    boxes = set(re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf))
    right = boxes and all(abs(float(w) - 842) < 2 and abs(float(h) - 595) < 2 for w, h in boxes)
    expect(f"{name}: it prints on A4 landscape", right, boxes)


names = list(make_pages())
browser = start_browser()
try:
    for name in names:
        check_markup(name)
        for width in WIDTHS:
            for scheme in SCHEMES:
                look_at(name, width, scheme)
        walk_with_keys(name)
        print_on_paper(name)
finally:
    browser.quit()
