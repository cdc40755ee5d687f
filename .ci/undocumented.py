"""Names every public declaration in symbol graphs that has no doc comment of its own.

The formatter's rule looks at what is marked `public`, and so misses enum cases, the requirements of
protocols and the members of public extensions.

    python3 .ci/undocumented.py FILE…
"""

import json
import sys

count = 0
missing = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    for symbol in graph["symbols"]:
        # The compiler made the symbols without a location.
        if "location" not in symbol:
            continue
        count += 1
        if not symbol.get("docComment", {}).get("lines"):
            place = symbol["location"]
            file = place["uri"].rpartition("/Sources/")[2]
            line = place["position"]["line"] + 1
            name = ".".join(symbol["pathComponents"])
            missing.append(f"Sources/{file}:{line}: {name} has no doc comment.")
print(*sorted(missing), sep="\n", end="\n" if missing else "")
if missing or not count:
    sys.exit(f"{len(missing)} of {count} public declarations have no doc comment.")
print(f"{count} public declarations, each with a doc comment")
