"""Types command lines with a Tab in a shell, and compares the arguments that the program receives.

python3 completions.py SHELL FOLDER, where FOLDER has `a bin/workbench`, which prints its arguments, and `home`.
"""

import os
import pty
import select
import sys
import time

shell, folder = sys.argv[1:]
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SET_UP = {
    "bash": "source <(workbench completions bash)",
    "zsh": "autoload -Uz compinit; compinit -u -D; source <(workbench completions zsh)",
    "fish": "workbench completions fish | source",
}
# The text typed before Tab, and the arguments that the program then receives.
CASES = [
    ("wa", ["walk"]),
    ("compare pkce im", ["compare", "pkce", "implicit"]),
    ("compare --mode li", ["compare", "--mode", "li"]),
    ("walk --flow=cod", ["walk", "--flow=code"]),
    ("walk --flow code --scenario wrong-s", ["walk", "--flow", "code", "--scenario", "wrong-secret"]),
    ("walk --flow=implicit --scenario wrong-s", ["walk", "--flow=implicit", "--scenario", "wrong-s"]),
    ("glossary authorization\\ c", ["glossary", "authorization code"]),
    ("glossary 'back c", ["glossary", "back channel"]),
    ("lesson token-req", ["lesson", "token-request"]),
    ("servers goo", ["servers", "google-health"]),
    ("attack cs", ["attack", "csrf"]),
    ("walk --prompt sel", ["walk", "--prompt", "select_account"]),
    ("walk --output=a", ["walk", "--output=a file"]),
    ("walk --output a", ["walk", "--output", "a file"]),
    ("explain a", ["explain", "a file"]),
    ("session a", ["session", "a"]),
]

work = os.path.join(folder, "work-" + shell)
os.mkdir(work)
open(os.path.join(work, "a file"), "w").close()
process, terminal = pty.fork()
if process == 0:
    os.chdir(work)
    os.environ.update(
        PATH=os.path.join(folder, "a bin") + ":" + os.environ["PATH"],
        HOME=os.path.join(folder, "home"), TERM="dumb", COLUMNS="200", fish_history="")
    os.execvp(shell, START[shell])

screen = ""


def read_until(word, seconds=20):
    """Reads until a word is on the screen, and returns the text before it."""
    global screen
    end = time.monotonic() + seconds
    while word not in screen:
        if time.monotonic() > end:
            raise SystemExit(f"{shell}: no {word!r} came, but:\n{screen}")
        if select.select([terminal], [], [], 0.1)[0]:
            screen += os.read(terminal, 65536).decode(errors="replace")
    before, screen = screen.split(word, 1)
    return before


def type_line(text):
    os.write(terminal, text.encode())


type_line(SET_UP[shell] + "; echo RE''ADY\n")
read_until("READY")
failures = 0
for typed, words in CASES:
    type_line("workbench " + typed + "\t")
    # Fast typing would look like a paste, in which a Tab completes nothing.
    time.sleep(0.4)
    # If the shell left a quotation mark open, it would now wait for its end.
    type_line("\n")
    read_until("GOT")
    got = read_until("END").strip()
    want = "".join(f"<{word}>" for word in words)
    if got != want:
        failures += 1
        print(f"{shell}: {typed!r} and Tab became {got}, not {want}")
os.close(terminal)
print(f"{shell}: {len(CASES) - failures} of {len(CASES)} lines completed as they should be")
sys.exit(failures > 0)
