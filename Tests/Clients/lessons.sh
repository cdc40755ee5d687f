#!/usr/bin/env bash
# Runs the commands of the course in a shell, and compares their output with the lessons.
#   bash Tests/Clients/lessons.sh PATH/TO/workbench [PAGE…]
set -euo pipefail
programs=$(dirname "$(realpath "$1")")
cd "$(dirname "$0")"
source ./common.sh

needs python3=python3 || skip "python3 is not installed."
# Commands whose tool is still missing are skipped and reported.
# Pages are paths from the root of the repository; the default is the whole course.
needs curl=curl openssl=openssl || true
shift
python3 lessons.py "$programs" "$@"
