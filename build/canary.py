#!/usr/bin/env python3
"""Lists where below folders a word is left, in names or in files: as UTF-8, as
UTF-16 in both orders, and as base64 however it is cut.

usage: canary.py WORD FOLDER...
"""
import base64
import os
import sys


def forms(word):
    """Yields the names and bytes of the ways in which a word may lie in a file."""
    text = word.encode()
    yield "UTF-8", text
    yield "UTF-16LE", word.encode("utf-16-le")
    yield "UTF-16BE", word.encode("utf-16-be")
    for phase in range(3):
        yield f"base64 at {phase}", base64.b64encode(b"x" * phase + text)[4:-4]


def main():
    word, folders = sys.argv[1], sys.argv[2:]
    looked = 0
    for folder in folders:
        for place, _, files in os.walk(folder):
            for name in files:
                path = os.path.join(place, name)
                if os.path.islink(path) or not os.path.isfile(path):
                    continue
                with open(path, "rb") as file:
                    data = path.encode(errors="replace") + b"\0" + file.read()
                looked += 1
                for form, coded in forms(word):
                    if coded in data:
                        print(form, "in", path)
    if not looked:
        sys.exit("canary: there is no file at all")


main()
