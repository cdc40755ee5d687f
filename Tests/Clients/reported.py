"""Reads the program's output: departures, remarks, and names reported as unknown."""

import re

DEPARTURES = "Departures from the specifications"
# The end of a heading: the flow, the server, and the mode, on the same line or on the next one.
HEADING = r"^(\S[^\n]*?)(?:  +|\n)((?:PKCE|Code without PKCE|Implicit|Client credentials) · [^\n]*)$"
UNKNOWN = "Unknown: not in a specification that the workbench covers."
# The headings that show a server's response.
ANSWERS = re.compile(r"response|Step 3|Step 5")


def screens(output):
    """Returns the steps of a run: each heading with its text, unwrapped."""
    pieces = re.split(HEADING, output, flags=re.M)
    return list(zip(pieces[1::3], pieces[3::3]))


def departures(output):
    """Returns each departure with its section."""
    found = []
    for _, text in screens(output):
        if DEPARTURES not in text:
            continue
        for line in text.split(DEPARTURES, 1)[1].lstrip("\n").split("\n"):
            if line.startswith("  - "):
                found.append([line[4:], ""])
            elif line.startswith("  ") and found:
                # The line with the section is indented by two more spaces than the text.
                part = line.startswith("    ")
                found[-1][part] = (found[-1][part] + " " + line.strip()).strip()
            else:
                break
    return [tuple(one) for one in found]


def answers(output):
    """Returns the responses as shown: status, header fields, and body."""
    found = []
    for _, text in screens(output):
        if message := re.search(r"^  HTTP/1.1 (\d+).*\n((?:  \S+: .*\n)*)((?:\n|  .*\n)*)", text, re.M):
            found.append((int(message[1]), message[2], message[3].strip()))
    return found


def remarks(output):
    """Returns the remarks about a response, each a separate paragraph."""
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
    """Returns the names that the program does not explain."""
    return re.findall(r"^  (\S*) ?\(\w+.*\)\n    .*\n    " + re.escape(UNKNOWN), output, re.M)


def shown(output):
    """Returns the names of all values received from a server."""
    return re.findall(r"^  (\S+?)(?:\[\])? \(live.*\)$", output, re.M)


def advised(output):
    """Returns the commands that the program suggests."""
    return re.findall(r"^ {2,4}(?:swift run |\S*/)?(workbench .*)$", output, re.M)


def summary(title, seen):
    """Prints the reports about a server; seen contains pairs of a command and its output."""
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
