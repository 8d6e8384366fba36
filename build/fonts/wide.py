#!/usr/bin/python3
"""Builds the faces of the screens for Chinese and Japanese and for Korean, from
Debian's Droid Sans Fallback and Nanum Gothic.

Writes ui/theme/RecourseSansHan-Regular.ttf.gz and RecourseSansHangul-Regular.ttf.gz:
unhinted, cut to the characters of these languages, in lines as high as those of
Recourse Sans, so that all stand on one baseline. The bytes are the same at every
run: wide.sha256 beside this script holds the fingerprints of sources and results
before packing, and any difference stops the build before anything is written.

Needs the Debian packages fonts-droid-fallback, fonts-nanum and python3-fonttools
(bookworm).

    build/fonts/wide.py            build, check against the list, write
    build/fonts/wide.py --record   build, write, and write the list anew
    build/fonts/wide.py --fonts DIR    take the sources from DIR
"""

import argparse
import gzip
import hashlib
import io
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "ui" / "theme"
LIST = HERE / "wide.sha256"

# Of Recourse Sans, in thousandths.
ASCENT, DESCENT = 1240, 480
EPOCH = 3691699200

# The faces: the source of each, and the blocks that ui/theme draws in it; both
# ends of a block are included. Lines are measured by a space.
FACES = {
    "Han": ("truetype/droid/DroidSansFallbackFull.ttf",
            [(0x0020, 0x0020), (0x2E80, 0x303F), (0x3041, 0x312F), (0x3190, 0x31FF), (0x321F, 0x325F), (0x3280, 0x9FFF), (0xF900, 0xFAFF), (0xFE10, 0xFE1F),
             (0xFE30, 0xFE6F), (0xFF00, 0xFFEF)]),
    "Hangul": ("truetype/nanum/NanumGothic.ttf",
               [(0x0020, 0x0020), (0x1100, 0x11FF), (0x3131, 0x318E), (0x3200, 0x321E), (0x3260, 0x327F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)]),
}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def cut(source, name, blocks):
    """Returns the bytes of a face."""
    font = TTFont(io.BytesIO(source), lazy=False, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True,
                             recalc_timestamp=False, name_IDs=[0, 7, 13, 14])
    options.drop_tables += ["gasp", "DSIG", "vhea", "vmtx", "GSUB", "GPOS", "GDEF", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in blocks for c in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, name)
    measures(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def rename(font, name):
    """Gives the face names of its own, which the licences ask for."""
    family = f"Recourse Sans {name}"
    kept = {i: font["name"].getDebugName(i) for i in (0, 7, 13, 14)}
    names = {1: family, 2: "Regular", 3: f"{family}; 1.000", 4: family, 5: "Version 1.000",
             6: f"RecourseSans{name}-Regular"}
    font["name"].names = []
    for number, text in {**kept, **names}.items():
        if text:
            font["name"].setName(text, number, 3, 1, 0x409)


def measures(font):
    """Gives lines the height that those of Recourse Sans have."""
    em = font["head"].unitsPerEm
    up, down = round(ASCENT * em / 1000), round(DESCENT * em / 1000)
    for table, a, d, gap in ((font["hhea"], "ascent", "descent", "lineGap"),
                             (font["OS/2"], "sTypoAscender", "sTypoDescender", "sTypoLineGap")):
        setattr(table, a, up)
        setattr(table, d, -down)
        setattr(table, gap, 0)
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = up, down
    font["head"].created = font["head"].modified = EPOCH


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="write the list of fingerprints anew")
    parser.add_argument("--fonts", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts"),
                        help="the folder that holds truetype/ (default: %(default)s)")
    arguments = parser.parse_args()
    prints, results = {}, {}
    for name, (path, blocks) in FACES.items():
        source, file = (arguments.fonts / path).read_bytes(), f"RecourseSans{name}-Regular.ttf"
        results[file] = data = cut(source, name, blocks)
        prints["source/" + pathlib.Path(path).name] = digest(source)
        prints["interface/" + file] = digest(data)
    text = "".join(f"{prints[name]}  {name}\n" for name in sorted(prints))
    if arguments.record:
        LIST.write_text(text)
    elif LIST.read_text() != text:
        sys.exit(f"the fingerprints differ from {LIST}; nothing was written")
    for file, data in results.items():
        (TARGET / (file + ".gz")).write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
