"""Reads what the program printed: departures, remarks, and names that it calls unknown."""

import re

DEPARTURES = "Departures from the specifications"
# The end of a heading: the flow, the server, and the mode, on the same line or on the next one.
HEADING = r"^(\S[^\n]*?)(?:  +|\n)((?:PKCE|Code without PKCE|Implicit|Client credentials) · [^\n]*)$"
UNKNOWN = "Unknown: the workbench knows no specification that defines it."
# Every answer that a server gives.
ANSWERS = re.compile(r"answer|Step 3|Step 5")


def screens(output):
    """The steps of a run: each heading with its text, wrapped nowhere."""
    pieces = re.split(HEADING, output, flags=re.M)
    return list(zip(pieces[1::3], pieces[3::3]))


def departures(output):
    """Each departure with the section that it names."""
    found = []
    for _, text in screens(output):
        if DEPARTURES not in text:
            continue
        for line in text.split(DEPARTURES, 1)[1].lstrip("\n").split("\n"):
            if line.startswith("  - "):
                found.append([line[4:], ""])
            elif line.startswith("  ") and found:
                # A line of the section has two blanks more than one of the text.
                part = line.startswith("    ")
                found[-1][part] = (found[-1][part] + " " + line.strip()).strip()
            else:
                break
    return [tuple(one) for one in found]


def answers(output):
    """The answers that came: status, header fields and body of each, as shown."""
    found = []
    for _, text in screens(output):
        if message := re.search(r"^  HTTP/1.1 (\d+).*\n((?:  \S+: .*\n)*)((?:\n|  .*\n)*)", text, re.M):
            found.append((int(message[1]), message[2], message[3].strip()))
    return found


def remarks(output):
    """What is said of an answer in a paragraph of its own."""
    found = []
    for heading, text in screens(output):
        if not ANSWERS.search(heading):
            continue
        for paragraph in text.split("\n\n")[1:]:
            lines = paragraph.strip("\n").split("\n")
            first = lines[0].split(" ")[0]
            if first and first != "Step" and all(line and line[0] != " " for line in lines):
                found.append(" ".join(lines))
    return found


def unknown(output):
    """The names that the program does not explain."""
    return re.findall(r"^  (\S*) ?\(\w+.*\)\n    .*\n    " + re.escape(UNKNOWN), output, re.M)


def shown(output):
    """The names of all values that came from a server."""
    return re.findall(r"^  (\S+?)(?:\[\])? \(live.*\)$", output, re.M)


def advised(output):
    """The commands that the user is advised to type."""
    return re.findall(r"^    (?:swift run )?(workbench .*)$", output, re.M)


def summary(title, seen):
    """Prints what was reported of a server; seen holds pairs of a command and what it printed."""
    print(f"\n{title}: what was reported")
    for kind, texts_of in (
        ("departure", lambda output: [" ".join(one) for one in departures(output)]), ("remark", remarks),
    ):
        found = {}
        for what, output in seen:
            for text in texts_of(output):
                found.setdefault(text, set()).add(what)
        for text, whats in found.items():
            print(f"  {kind} ({', '.join(sorted(whats))}): {text}")
    names = {name or "(a value without a name)" for _, output in seen for name in unknown(output)}
    print(f"  not explained: {' '.join(sorted(names)) or 'nothing'}")
