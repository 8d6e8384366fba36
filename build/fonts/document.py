#!/usr/bin/python3
"""Builds the typefaces of the document from Debian's Noto and Droid fonts.

Writes i18n/fonts/document/: unhinted, cut to the scripts that the document sets,
with all layout features, and packed where few documents need them. The bytes are the same at
every run: the list document.sha256 beside this script holds the fingerprints of
the sources and of the results before packing, and any difference stops the build
before anything is written.

Chinese, Japanese and Korean have two faces. Noto Serif CJK holds the characters
of GB 2312, of JIS X 0208 with the names of code page 932, of KS X 1001, the first
level of Big5 and all syllables of Hangul, with the Chinese shapes of the first and
Chinese and Korean punctuation; Droid
Sans Fallback holds the rare characters that remain.

Needs the Debian packages fonts-noto-core, fonts-noto-cjk, fonts-droid-fallback
and python3-fonttools (bookworm). It takes some minutes.

    build/fonts/document.py            build, check against the list, write
    build/fonts/document.py --record   build, write, and write the list anew
    build/fonts/document.py --fonts DIR    take the sources from DIR
"""

import argparse
import gzip
import hashlib
import io
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

HERE = pathlib.Path(__file__).resolve().parent
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

# Scripts whose faces have no Latin letters of their own: spaces and marks of
# punctuation that fit their letters, the carrier of lone marks, currency signs.
# Brackets are left out where Noto Serif has the better ones.
MARKS = [(0x0020, 0x0020), (0x00A0, 0x00A0), (0x00AB, 0x00AB), (0x00BB, 0x00BB), (0x02BC, 0x02BC),
         (0x0300, 0x036F), (0x200B, 0x200D), (0x20B9, 0x20B9), (0x25CC, 0x25CC)]
INDIC = MARKS + [(0x0951, 0x0954), (0x0964, 0x0965), (0x1CD0, 0x1CFF), (0x20F0, 0x20F0)]
HEBREW = MARKS + [(0x0591, 0x05F4), (0x20AA, 0x20AA), (0xFB1D, 0xFB4F)]
DEVANAGARI = INDIC + [(0x0900, 0x097F), (0xA830, 0xA839), (0xA8E0, 0xA8FF)]
BENGALI = INDIC + [(0x0980, 0x09FF), (0xA8F1, 0xA8F1)]
TAMIL = INDIC + [(0x0B80, 0x0BFF), (0xA8F3, 0xA8F3)]
THAI = MARKS + [(0x02D7, 0x02D7), (0x0E00, 0x0E7F)]
KHMER = MARKS + [(0x1780, 0x17FF), (0x19E0, 0x19FF)]
ETHIOPIC = MARKS + [(0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)]
GEORGIAN = MARKS + [(0x0589, 0x0589), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x20BE, 0x20BE), (0x2D00, 0x2D2F)]
ARMENIAN = MARKS + [(0x0530, 0x058F), (0xFB13, 0xFB17)]

# What Chinese, Japanese and Korean have in common beside their characters; the
# quotation marks, dashes and dots of the first row are as wide as a character.
WIDE = [(0x00B7, 0x00B7), (0x2014, 0x2015), (0x2018, 0x2019), (0x201C, 0x201D), (0x2025, 0x2026),
        (0x203B, 0x203B), (0x2460, 0x2473), (0x3000, 0x30FF), (0x3105, 0x312F), (0x3131, 0x318E),
        (0x31F0, 0x31FF), (0x3231, 0x3232), (0x32A4, 0x32A8), (0xFE30, 0xFE4F), (0xFF01, 0xFFEF)]
RARE = [(0x3200, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)]

NOTO = "truetype/noto/"

# The faces: the file of each, its source, and the blocks that it is cut to.
FACES = {
    "NotoSerif-Regular.ttf": (NOTO, SERIF),
    "NotoSerif-Bold.ttf": (NOTO, SERIF),
    "NotoSerif-Italic.ttf": (NOTO, SERIF),
    "NotoSerif-BoldItalic.ttf": (NOTO, SERIF),
    "NotoNaskhArabic-Regular.ttf": (NOTO, NASKH),
    "NotoNaskhArabic-Bold.ttf": (NOTO, NASKH),
    "NotoSansSymbols2-Regular.ttf": (NOTO, SYMBOLS),
    "NotoSansMath-Regular.ttf": (NOTO, MATHEMATICS),
}
PLAIN = set(FACES)  # not packed, since nearly every document needs them
for script, blocks in (("Hebrew", HEBREW), ("Devanagari", DEVANAGARI), ("Bengali", BENGALI), ("Tamil", TAMIL),
                       ("Thai", THAI), ("Khmer", KHMER), ("Ethiopic", ETHIOPIC), ("Georgian", GEORGIAN),
                       ("Armenian", ARMENIAN)):
    for style in ("Regular", "Bold"):
        FACES[f"NotoSerif{script}-{style}.ttf"] = (NOTO, blocks)

CJK = "NotoSerifCJK-Regular.ttc"
CJK_CUT = "NotoSerifCJKjp-Regular.otf"
FALLBACK = "DroidSansFallbackFull.ttf"
FALLBACK_CUT = "DroidSansFallback.ttf"


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


def points(blocks):
    """Returns the code points of blocks."""
    return {c for first, last in blocks for c in range(first, last + 1)}


def saved(font, codes, chosen):
    """Returns the bytes of the font cut to the code points."""
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def cut(source, blocks):
    """Returns the bytes of the face cut to the code points of the blocks."""
    font = TTFont(io.BytesIO(source), lazy=False, recalcTimestamp=False)
    if blocks is NASKH:
        keep_urdu_digits_in_urdu(font)
    return saved(font, points(blocks), options())


def keep_urdu_digits_in_urdu(font):
    """Takes the Urdu shapes of 4, 6 and 7 from all languages but Urdu and Kashmiri:
    Noto Naskh Arabic gives them to Persian, too, whose digits look otherwise."""
    table = font["GSUB"].table
    systems = [(script.ScriptTag, tag, system) for script in table.ScriptList.ScriptRecord
               for tag, system in [("dflt", script.Script.DefaultLangSys)] +
               [(record.LangSysTag, record.LangSys) for record in script.Script.LangSysRecord] if system]
    local = {(script, tag): [table.FeatureList.FeatureRecord[i].Feature for i in system.FeatureIndex
                             if table.FeatureList.FeatureRecord[i].FeatureTag == "locl"] for script, tag, system in systems}
    urdu = {n for feature in local["arab", "dflt"] for n in feature.LookupListIndex}
    for (_, tag), features in local.items():
        for feature in features if tag not in ("URD ", "KSH ") else ():
            feature.LookupListIndex = [n for n in feature.LookupListIndex if n not in urdu]
            feature.LookupCount = len(feature.LookupListIndex)


def charset(codec, lead=0xFF):
    """Returns the Han characters and Hangul syllables of a two-byte character set
    whose first byte is at most lead."""
    found = set()
    for c in [*range(0x3400, 0xA000), *range(0xAC00, 0xD7A4)]:
        try:
            code = chr(c).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(code) == 2 and code[0] <= lead:
            found.add(c)
    return found


CHINESE = charset("gb2312")
COMMON = CHINESE | charset("euc_jp") | charset("cp932") | charset("euc_kr") | charset("big5", 0xC8)
SYLLABLES = set(range(0xAC00, 0xD7A4))


def cut_cjk(source):
    """Returns the face of the common characters: Japanese shapes, the Chinese
    shapes of GB 2312, and the punctuation of all languages."""
    font = TTFont(io.BytesIO(source), fontNumber=0, lazy=True, recalcTimestamp=False)
    prune(font)
    chosen = options()
    chosen.layout_features = ["locl"]
    chosen.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GPOS"]
    return saved(font, COMMON | SYLLABLES | points(WIDE), chosen)


def prune(font):
    """Keeps of the shapes by language those that are needed: of Han characters the
    simplified Chinese ones of GB 2312, of punctuation all."""
    table = font["GSUB"].table
    names = {}
    for code, glyph in font.getBestCmap().items():
        names.setdefault(glyph, set()).add(code)
    chinese = set(lookups(table, "ZHS "))
    for number in {n for tag in ("ZHS ", "ZHT ", "ZHH ", "KOR ", "JAN ") for n in lookups(table, tag)}:
        han = CHINESE if number in chinese else set()
        for part in table.LookupList.Lookup[number].SubTable:
            part = getattr(part, "ExtSubTable", part)
            part.mapping = {old: new for old, new in part.mapping.items()
                            if any(c < 0x3400 or c >= 0xFE30 or c in han for c in names.get(old, ()))}


def lookups(table, language):
    """Returns the numbers of the lookups that give a language its shapes."""
    for script in table.ScriptList.ScriptRecord:
        for record in script.Script.LangSysRecord:
            if script.ScriptTag == "hani" and record.LangSysTag == language:
                for index in record.LangSys.FeatureIndex:
                    feature = table.FeatureList.FeatureRecord[index]
                    if feature.FeatureTag == "locl":
                        yield from feature.Feature.LookupListIndex


def cut_fallback(source):
    """Returns the face of the rare characters."""
    font = TTFont(io.BytesIO(source), lazy=False, recalcTimestamp=False)
    chosen = options()
    chosen.drop_tables += ["vhea", "vmtx"]
    return saved(font, points(RARE) - COMMON, chosen)


def digest(data):
    return hashlib.sha256(data).hexdigest()


def build(fonts):
    """Returns the results by name and the fingerprints of sources and results."""
    sources = {name: fonts / folder / name for name, (folder, _) in FACES.items()}
    sources[CJK] = fonts / "opentype/noto" / CJK
    sources[FALLBACK] = fonts / "truetype/droid" / FALLBACK
    files = {name: path.read_bytes() for name, path in sources.items()}
    results = {name: cut(files[name], blocks) for name, (_, blocks) in FACES.items()}
    results[CJK_CUT] = cut_cjk(files[CJK])
    results[FALLBACK_CUT] = cut_fallback(files[FALLBACK])
    prints = {"source/" + name: digest(data) for name, data in files.items()}
    prints.update({"document/" + name: digest(data) for name, data in results.items()})
    return results, prints


def recorded():
    """Reads the list: fingerprint and name, a line each, as sha256sum writes them."""
    return {name: value for value, name in (line.split() for line in LIST.read_text().splitlines())}


def main():
    parser = argparse.ArgumentParser(description="Build the typefaces of the document.")
    parser.add_argument("--record", action="store_true", help="write the list of fingerprints anew")
    parser.add_argument("--fonts", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts"),
                        help="the folder that holds truetype/ and opentype/ (default: %(default)s)")
    arguments = parser.parse_args()
    results, prints = build(arguments.fonts)
    if arguments.record:
        LIST.write_text("".join(f"{prints[name]}  {name}\n" for name in sorted(prints)))
    wrong = sorted(name for name in prints if recorded().get(name) != prints[name])
    if wrong:
        sys.exit("document.py: fingerprint differs from document.sha256: " + ", ".join(wrong))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in results.items():
        if name not in PLAIN:
            name, data = name + ".gz", gzip.compress(data, 9, mtime=0)
        (TARGET / name).write_bytes(data)


if __name__ == "__main__":
    main()
