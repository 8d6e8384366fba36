#!/usr/bin/env python3
"""Lists the files that a program has made, changed or removed outside of the
given folders, by what strace -ff -y -z has written of its calls.

usage: written.py FOLDER-OF-CALLS ALLOWED-PREFIX...
"""
import os
import re
import sys

# A call, its arguments and its result; strace writes one to a line.
CALL = re.compile(r'^(\w+)\((.*)\)\s+= (\d+)')
# A folder that a path is relative to, where there is one, and the path.
PATH = re.compile(r'(?:(AT_FDCWD|\d+)(?:<([^>]*)>)?, )?"((?:[^"\\]|\\.)*)"')
WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE")


def paths(line):
    """Yields the paths that a call changes."""
    found = CALL.match(line)
    if not found:
        return
    call, arguments, result = found.groups()
    if call.startswith("open") and not any(flag in arguments for flag in WRITES):
        return
    for _, folder, path in PATH.findall(arguments):
        yield call, os.path.normpath(os.path.join(folder or "", path))


def main():
    calls, allowed = sys.argv[1], sys.argv[2:]
    strange, seen = set(), 0
    for name in os.listdir(calls):
        with open(os.path.join(calls, name), errors="replace") as lines:
            for line in lines:
                for call, path in paths(line):
                    seen += 1
                    if not any(path == a or path.startswith(a.rstrip("/") + "/") for a in allowed):
                        strange.add((path, call))
    if not seen:
        sys.exit("written: no call is seen at all")
    for path, call in sorted(strange):
        print(call, path)


main()
