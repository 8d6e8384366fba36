#!/usr/bin/python3
"""Builds the typefaces of the document from Debian's Noto fonts.

Writes i18n/fonts/document/*.ttf: unhinted, cut to the scripts that the document
sets, with all layout features. The bytes are the same at every run: the list
document.sha256 beside this script holds the fingerprints of the sources and of
the results, and any difference stops the build before anything is written.

Needs the Debian packages fonts-noto-core and python3-fonttools (bookworm).

    build/fonts/document.py            build, check against the list, write
    build/fonts/document.py --record   build, write, and write the list anew
"""

import argparse
import hashlib
import io
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = pathlib.Path("/usr/share/fonts/truetype/noto")
TARGET = HERE.parent.parent / "i18n" / "fonts" / "document"
LIST = HERE / "document.sha256"

# Unicode blocks by script; both ends are included.
PUNCTUATION = [(0x0020, 0x007E), (0x00A0, 0x00FF), (0x2000, 0x206F)]
LATIN = [
    (0x0100, 0x036F),  # Latin Extended-A and -B, phonetic letters, combining marks
    (0x1AB0, 0x1AFF), (0x1D00, 0x1EFF),  # phonetic extensions, Latin Extended Additional
    (0x2070, 0x209F), (0x20A0, 0x20CF),  # superscripts, currency signs
    (0x2100, 0x218F),  # letter-like signs, number forms
    (0x25CC, 0x25CC),  # the carrier of a lone combining mark
    (0x2C60, 0x2C7F), (0x2E00, 0x2E5D), (0xA720, 0xA7FF), (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0xFFFD, 0xFFFD),
]
GREEK = [(0x0370, 0x03FF), (0x1F00, 0x1FFF)]
CYRILLIC = [(0x0400, 0x052F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)]
ARABIC = [(0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x25CC, 0x25CC),
          (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]
SYMBOLS = [(0x25A0, 0x27BF), (0x2B00, 0x2BFF)]
MATHEMATICS = [(0x2190, 0x22FF)]

SERIF = PUNCTUATION + LATIN + GREEK + CYRILLIC
NASKH = PUNCTUATION + ARABIC

FACES = {
    "NotoSerif-Regular.ttf": SERIF,
    "NotoSerif-Bold.ttf": SERIF,
    "NotoSerif-Italic.ttf": SERIF,
    "NotoSerif-BoldItalic.ttf": SERIF,
    "NotoNaskhArabic-Regular.ttf": NASKH,
    "NotoNaskhArabic-Bold.ttf": NASKH,
    "NotoSansSymbols2-Regular.ttf": SYMBOLS,
    "NotoSansMath-Regular.ttf": MATHEMATICS,
}


def listed(coverage, font):
    """Writes the glyphs of a lookup as a list, never as ranges.

    The shaper of the program, go-text v0.3.5, forgets what follows a range of 64
    glyphs (setDigest.addRange in its package harfbuzz) and so would lose kerning.
    """
    numbers = [font.getGlyphID(glyph) for glyph in coverage.glyphs]
    if numbers != sorted(numbers):
        raise ValueError("a coverage table is not in the order of its glyphs")
    coverage.Format = 1
    return {"GlyphArray": coverage.glyphs}


otTables.Coverage.preWrite = listed


def options():
    """The options of the subsetter: everything that shaping needs, nothing else."""
    chosen = subset.Options()
    chosen.layout_features = ["*"]
    chosen.hinting = False
    chosen.glyph_names = False
    chosen.notdef_outline = True
    chosen.recalc_timestamp = False
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]  # 7, 13, 14: trademark and licence
    chosen.drop_tables += ["gasp", "DSIG"]
    return chosen


def cut(source, blocks):
    """Returns the bytes of the face cut to the code points of the blocks."""
    font = TTFont(io.BytesIO(source), lazy=False, recalcTimestamp=False)
    subsetter = subset.Subsetter(options())
    subsetter.populate(unicodes=[c for first, last in blocks for c in range(first, last + 1)])
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def digest(data):
    return hashlib.sha256(data).hexdigest()


def build():
    """Returns the results by name and the fingerprints of sources and results."""
    results, prints = {}, {}
    for name, blocks in FACES.items():
        source = (SOURCES / name).read_bytes()
        results[name] = cut(source, blocks)
        prints["source/" + name] = digest(source)
        prints["document/" + name] = digest(results[name])
    return results, prints


def recorded():
    """Reads the list: fingerprint and name, a line each, as sha256sum writes them."""
    return {name: value for value, name in (line.split() for line in LIST.read_text().splitlines())}


def main():
    parser = argparse.ArgumentParser(description="Build the typefaces of the document.")
    parser.add_argument("--record", action="store_true", help="write the list of fingerprints anew")
    arguments = parser.parse_args()
    results, prints = build()
    if arguments.record:
        LIST.write_text("".join(f"{prints[name]}  {name}\n" for name in sorted(prints)))
    wrong = sorted(name for name in prints if recorded().get(name) != prints[name])
    if wrong:
        sys.exit("document.py: fingerprint differs from document.sha256: " + ", ".join(wrong))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in results.items():
        (TARGET / name).write_bytes(data)


if __name__ == "__main__":
    main()
