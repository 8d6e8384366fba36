#!/usr/bin/env python3
"""Presses Escape three times in the window in front and says how long after the third
press the window was gone and the process had ended, in milliseconds. The number of
the process is the argument; the sending of the key itself is not counted."""

import subprocess
import sys
import time

LONGEST = 5.0


def press() -> None:
    subprocess.run(["xdotool", "key", "--delay", "0", "Escape"], check=True)


def seen() -> bool:
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Recourse"], capture_output=True, check=False)
    return bool(found.stdout.strip())


def running(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as f:
            return f.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def main() -> int:
    process = int(sys.argv[1])
    press()
    press()
    if not running(process) or not seen():
        print("gone after two presses", file=sys.stderr)
        return 1
    press()
    began, hidden = time.monotonic(), None
    while running(process):
        if hidden is None and not seen():
            hidden = time.monotonic()
        if time.monotonic() - began > LONGEST:
            print("still there", file=sys.stderr)
            return 1
    ended = time.monotonic()
    print(f"window gone after {1000 * ((hidden or ended) - began):.0f} ms, program ended after {1000 * (ended - began):.0f} ms")
    return 0


sys.exit(main())
