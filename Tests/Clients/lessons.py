"""Runs the commands of the course in a shell, and compares their output with the lessons.

Usage: lessons.py FOLDER_WITH_THE_PROGRAMS [PAGE …]

A `sh` block is run line by line, the whole lesson in one shell, as a learner would type it. The next block in any
other language, except `swift`, shows the output of its last line: groups of consecutive lines, with a line of `…`
for each omission; a `…` within a line represents any text. `sh background` runs in parallel to the lesson. `sh by
hand` needs a person and is not run. If the sentence above a block ends in "exits with code 1:", its commands must
exit with that code, otherwise with 0.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

LESSONS = Path(__file__).resolve().parents[2] / "Lessons"
SERVER = "http://127.0.0.1:8088/"
TOOLS = ("openssl", "curl")


def blocks(text):
    """Returns the fenced blocks of a page: the words after the fence, the lines, and the first line's number."""
    found, info = [], None
    for number, line in enumerate(text.split("\n")):
        if not line.startswith("```"):
            if info is not None:
                content.append(line)
        elif info is None:
            info, content, start = line[3:].split(), [], number + 1
        else:
            found.append((info, content, start))
            info = None
    return found


def provocations(text):
    """Returns the table rows whose last cell is a command: the text to be seen, and the command."""
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        command = re.fullmatch(r"`((?:swift run|curl) .*)`", cells[-1])
        seen = re.match(r"`([^`]*)`", cells[0])
        if line.startswith("|") and command and seen:
            yield seen.group(1), command.group(1)


def groups(lines):
    """Splits the lines of an excerpt at omissions."""
    cut = [[]]
    for line in lines:
        if line.strip() == "…":
            cut.append([])
        else:
            cut[-1].append(line)
    return [group for group in cut if group]


def fits(shown, printed):
    """Returns whether a line of the lesson matches a printed one; `…` represents any text."""
    pattern = ".*".join(re.escape(part) for part in shown.rstrip().split("…"))
    return re.fullmatch(pattern, printed.rstrip()) is not None


def missing(shown, printed):
    """Returns the first group of an excerpt that does not follow the previous groups in the output."""
    position = 0
    for group in groups(shown):
        while position + len(group) <= len(printed):
            if all(map(fits, group, printed[position:])):
                break
            position += 1
        else:
            return group
        position += len(group)
    return None


def lacks(command):
    """Returns whether a command needs a tool that is not installed."""
    return any(tool in command.split() and not shutil.which(tool) for tool in TOOLS)


class Course:
    """Runs the commands of one lesson in one shell and one folder."""

    def __init__(self, programs, folder):
        self.programs, self.folder, self.count = programs, Path(folder), 0
        # `swift run NAME` starts the program that is already built.
        self.shell = subprocess.Popen(
            ["bash"], cwd=folder, stdin=subprocess.PIPE, text=True, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "80"})
        self.say('swift() { shift; local name=$1; shift; "%s/$name" "$@"; }' % programs)
        self.servers = []

    def say(self, text):
        self.shell.stdin.write(text + "\n")
        self.shell.stdin.flush()

    def run(self, command):
        """Runs a line; returns its standard output, standard error, and exit code."""
        self.count += 1
        output, errors, end = (self.folder / f"{self.count}.{kind}" for kind in ("out", "err", "end"))
        self.say("{ %s\n} > '%s' 2> '%s' < /dev/null" % (command, output, errors))
        self.say(f"echo $? > '{end}.new'; mv '{end}.new' '{end}'")
        deadline = time.time() + 60
        while not end.exists():
            if time.time() > deadline or self.shell.poll() is not None:
                sys.exit(f"did not end: {command}")
            time.sleep(0.005)
        # The program prints the command that started it: a path here, `swift run` for a reader.
        texts = [
            file.read_text().replace(f"{self.programs}/workbench", "swift run workbench") for file in (output, errors)]
        return *texts, int(end.read_text())

    def start(self, command):
        """Starts the server of a second terminal, and waits until it responds."""
        words = command.split()
        assert words[:2] == ["swift", "run"], command
        self.servers.append(
            subprocess.Popen(
                [self.programs / words[2], *words[3:]], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        for _ in range(200):
            try:
                urllib.request.urlopen(SERVER, timeout=1)
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"did not answer: {command}")

    def close(self):
        for server in self.servers:
            server.terminate()
            server.wait()
        self.shell.stdin.close()
        self.shell.wait()


def wanted_end(text, start):
    """Returns the exit code of a block's commands, from the sentence above it."""
    above = [line for line in text.split("\n")[:start - 1] if line]
    found = re.findall(r"\bexits? with code (\d+)", above[-1] if above else "")
    return int(found[-1]) if found else 0


def check(path, programs):
    """Runs a lesson; returns the number of commands run, and the mismatches."""
    with tempfile.TemporaryDirectory() as folder:
        course = Course(programs, folder)
        try:
            return followed(course, path)
        finally:
            course.close()


def followed(course, path):
    text, wrong, ran, printed, lacking = path.read_text(), [], 0, None, False
    for info, lines, start in blocks(text):
        language, way = info[0], " ".join(info[1:])
        place = f"{path.name}:{start + 1}"
        if language == "sh" and way == "background":
            for line in lines:
                course.start(line)
        elif language == "sh" and not way:
            printed, lacking = None, False
            for line in lines:
                if lacks(line):
                    print(f"Skipped, since a tool is missing: {line}")
                    lacking = True
                    continue
                output, errors, end = course.run(line)
                ran += 1
                printed = output.split("\n")
                if end != wanted_end(text, start):
                    wrong.append(f"{place}: exit code {end} of: {line}\n{errors}")
        elif language not in ("sh", "swift") and printed is None:
            if not lacking:
                wrong.append(f"{place}: nothing was run that could print this")
        elif language not in ("sh", "swift"):
            group = missing(lines, printed)
            if group:
                wrong.append(f"{place}: not printed:\n" + "\n".join(group))
    for seen, command in provocations(text):
        if lacks(command):
            print(f"Skipped, since a tool is missing: {command}")
            continue
        output, errors, end = course.run(command)
        ran += 1
        if seen not in " ".join((output + errors).split()):
            wrong.append(f"{path.name}: '{seen}' was not printed by: {command}")
    return ran, wrong


def main():
    programs = Path(sys.argv[1]).resolve()
    failed = False
    paths = [LESSONS.parent / name for name in sys.argv[2:]] or sorted(LESSONS.glob("*.md"))
    for path in paths:
        ran, wrong = check(path, programs)
        print(f"{path.name}: {ran} commands")
        for sentence in wrong:
            print(sentence)
            failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
