#!/usr/bin/python3
"""Takes the word lists of Thai and Khmer out of Debian's ICU.

Writes i18n/words/thai.txt.gz and khmer.txt.gz: a word a line, in the order of
their bytes. They are the lists by which ICU finds words in scripts that write no
spaces, under the Unicode licence that lies beside them. The list lists.sha256
beside this script holds the fingerprints of the lists and of their source; any
difference stops the build before anything is written.

Needs the Debian package libicu72 (bookworm).

    build/words/lists.py            take out, check against the list, write
    build/words/lists.py --record   take out, write, and write the list anew
"""

import argparse
import gzip
import hashlib
import pathlib
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "i18n" / "words"
LIST = HERE / "lists.sha256"
SOURCE = pathlib.Path("/usr/lib/x86_64-linux-gnu/libicudata.so.72")
NAMES = {"thai": "thaidict", "khmer": "khmerdict"}


def entry(data, name):
    """Returns one file out of the common data of ICU (its magic is CmnD): behind
    the header a count, then pairs of offsets of a name and a file."""
    start = data.index(b"CmnD") - 12
    base = start + struct.unpack_from("<H", data, start)[0]
    count = struct.unpack_from("<I", data, base)[0]
    places = [struct.unpack_from("<II", data, base + 4 + 8 * i) for i in range(count)]
    for i, (label, place) in enumerate(places):
        begin = base + label
        if data[begin:data.index(b"\0", begin)].endswith(f"/{name}.dict".encode()):
            end = base + places[i + 1][1] if i + 1 < count else len(data)
            return data[base + place:end]
    raise ValueError(f"ICU has no {name}")


def words(file):
    """Returns the words of a dictionary: behind the header eight numbers, of which
    0 is the place of the trie, 3 its end, 4 its kind, 5 what is added to a byte."""
    start = struct.unpack_from("<H", file)[0]
    numbers = struct.unpack_from("<8I", file, start)
    if numbers[4] & 7 != 0 or numbers[5] >> 24 != 1:
        raise ValueError("the dictionary is of another kind")
    trie, shift = file[start + numbers[0]:start + numbers[3]], numbers[5] & 0x1FFFFF
    special = {0xFF: "\u200d", 0xFE: "\u200c"}
    found = ("".join(special.get(b) or chr(b + shift) for b in word) for word in Trie(trie).walk(0, b""))
    return sorted(found, key=lambda word: word.encode())


class Trie:
    """A trie of bytes as ICU's bytestrie.h describes it."""

    def __init__(self, data):
        self.data = data

    def number(self, at, lead, two, three, four):
        """Reads a number whose length its first byte tells; returns it and its end."""
        more = self.data[at:at + 4]
        if lead < two[0]:
            return lead - two[1], at
        if lead < three[0]:
            return (lead - two[0]) << 8 | more[0], at + 1
        if lead < four:
            return (lead - three[0]) << 16 | more[0] << 8 | more[1], at + 2
        size = 3 if lead == four else 4
        return int.from_bytes(more[:size], "big"), at + size

    def value(self, at):
        lead = self.data[at] >> 1
        return self.number(at + 1, lead, (0x51, 0x10), (0x6C,), 0x7E)

    def jump(self, at):
        delta, end = self.number(at + 1, self.data[at], (0xC0, 0), (0xF0,), 0xFE)
        return end + delta, end

    def walk(self, at, word):
        """Yields all words below a node."""
        while True:
            node = self.data[at]
            if node >= 0x20:
                yield word
                if node & 1:
                    return
                at = self.value(at)[1]
            elif node >= 0x10:
                size = node - 0x10 + 1
                word, at = word + self.data[at + 1:at + 1 + size], at + 1 + size
            else:
                count, at = (node, at + 1) if node else (self.data[at + 1], at + 2)
                yield from self.branch(at, count + 1, word)
                return

    def branch(self, at, count, word):
        while count > 5:
            low, at = self.jump(at + 1)
            yield from self.branch(low, count >> 1, word)
            count -= count >> 1
        for _ in range(count - 1):
            letter, final = self.data[at:at + 1], self.data[at + 1] & 1
            delta, at = self.value(at + 1)
            if final:
                yield word + letter
            else:
                yield from self.walk(at + delta, word + letter)
        yield from self.walk(at + 1, word + self.data[at:at + 1])


def digest(data):
    return hashlib.sha256(data).hexdigest()


def main():
    parser = argparse.ArgumentParser(description="Take the word lists out of ICU.")
    parser.add_argument("--record", action="store_true", help="write the list of fingerprints anew")
    data = SOURCE.read_bytes()
    results, prints = {}, {}
    for name, inside in NAMES.items():
        file = entry(data, inside)
        results[name] = "".join(word + "\n" for word in words(file)).encode()
        prints[f"source/{inside}.dict"] = digest(file)
        prints[f"words/{name}.txt"] = digest(results[name])
    text = "".join(f"{prints[name]}  {name}\n" for name in sorted(prints))
    if parser.parse_args().record:
        LIST.write_text(text)
    if LIST.read_text() != text:
        sys.exit("lists.py: fingerprints differ from lists.sha256")
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, content in results.items():
        (TARGET / f"{name}.txt.gz").write_bytes(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
