#!/usr/bin/env bash
# The commands of the course, typed into a shell, and what they print held against what the lessons show.
#   bash Tests/Clients/lessons.sh PATH/TO/workbench [PAGE…]
set -euo pipefail
programs=$(dirname "$(realpath "$1")")
cd "$(dirname "$0")"
source ./common.sh

needs python3=python3 || skip "python3 is not installed."
# A command whose tool is missing all the same is left out, and named.
# The pages are named from the root of the repository; without any, it is the whole course.
needs curl=curl openssl=openssl || true
shift
python3 lessons.py "$programs" "$@"
