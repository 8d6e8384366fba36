#!/usr/bin/python3
"""Builds "Recourse Sans", the typeface of the screens, from Debian's Noto fonts.

Fyne takes one font for each style, so all scripts have to be in one file. Writes
ui/theme/RecourseSans-Regular.ttf and -Bold.ttf, unhinted, with all layout
features, and proves for a sentence of each script that the merged font shapes
it as the original does and that no mark leaves the line. The bytes are the same
at every run: interface.sha256 beside this script holds the fingerprints of the
sources and of the results, and any difference stops the build before anything
is written.

Needs the Debian packages fonts-noto-core, python3-fonttools and
libharfbuzz-bin (bookworm).

    build/fonts/interface.py            build, check against the list, write
    build/fonts/interface.py --record   build, write, and write the list anew
"""

import argparse
import hashlib
import io
import json
import logging
import pathlib
import subprocess
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import BaseTable

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = pathlib.Path("/usr/share/fonts/truetype/noto")
TARGET = HERE.parent.parent / "ui" / "theme"
LIST = HERE / "interface.sha256"

FAMILY = "Recourse Sans"
WEIGHTS = ["Regular", "Bold"]
ASCENT, DESCENT = 1240, 480  # holds every sentence of SENTENCES
EPOCH = 3691699200  # 25 December 2020, of the sources, in seconds since 1904
JOINERS = {0x200C: "joiner.non", 0x200D: "joiner.zero"}

# The first font gives Latin, Greek, Cyrillic, digits and punctuation to all.
BASE = "NotoSans"
SCRIPTS = [
    "Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Khmer",
    "Ethiopic", "Myanmar", "Sinhala", "Georgian", "Armenian", "Gujarati",
    "Gurmukhi", "Telugu", "Kannada", "Malayalam", "Lao",
]
# Signs that stand beside words; there is one weight of them.
SIGNS = {
    "NotoSansMath-Regular.ttf": "←↑→↓↔",
    "NotoSansSymbols2-Regular.ttf": "✓✗▲▴▶▸▼▾◀◂●○■□☐☑☒☰⚠",
}
LARGER = {c: 1.7 for c in "▴▸▾◂"}  # as large as the letters that they follow

# "Everyone has the right to be heard within a reasonable time", or near it.
SENTENCES = {
    "": "Łódź, Straße, Ελλάδα, Україна: 12 (b) – “ok” €",
    "Arabic": "لكلِّ شخصٍ الحقُّ في أن يُسمَع، پژوهش گچ ٹھیک",
    "Hebrew": "לְכָל אָדָם הַזְּכוּת לְהִשָּׁמֵעַ",
    "Devanagari": "प्रत्येक व्यक्ति को न्याय का अधिकार है। क्ष त्र ज्ञ श्री र्‍य",
    "Bengali": "প্রত্যেক ব্যক্তির ন্যায়বিচারের অধিকার আছে। ক্ষ র‍্যা",
    "Tamil": "ஒவ்வொருவருக்கும் நீதி கேட்கும் உரிமை உண்டு ஸ்ரீ",
    "Thai": "ทุกคนมีสิทธิที่จะได้รับความยุติธรรม ปิ่น น้ำ กี้",
    "Khmer": "មនុស្សគ្រប់រូបមានសិទ្ធិទទួលយុត្តិធម៌ ក្រុម ស្ត្រី",
    "Ethiopic": "ሁሉም ሰው ፍትሕ የማግኘት መብት አለው።",
    "Myanmar": "လူတိုင်းတွင် တရားမျှတမှု ရပိုင်ခွင့် ရှိသည်။ ကြွေး",
    "Sinhala": "සෑම කෙනෙකුටම යුක්තිය ලැබීමේ අයිතිය ඇත ශ්‍රී ක්‍ය ක්‍ෂ",
    "Georgian": "ყველას აქვს სამართლის უფლება",
    "Armenian": "Յուրաքանչյուր ոք ունի արդարության իրավունք։",
    "Gujarati": "દરેક વ્યક્તિને ન્યાયનો અધિકાર છે ક્ષ શ્રી",
    "Gurmukhi": "ਹਰ ਵਿਅਕਤੀ ਨੂੰ ਨਿਆਂ ਦਾ ਹੱਕ ਹੈ। ਸ੍ਰੀ",
    "Telugu": "ప్రతి ఒక్కరికీ న్యాయం పొందే హక్కు ఉంది శ్రీ క్ష",
    "Kannada": "ಪ್ರತಿಯೊಬ್ಬರಿಗೂ ನ್ಯಾಯ ಪಡೆಯುವ ಹಕ್ಕು ಇದೆ ಶ್ರೀ ಕ್ಷ",
    "Malayalam": "എല്ലാവർക്കും നീതിക്കുള്ള അവകാശമുണ്ട് ശ്രീ ക്ഷ ന്‍",
    "Lao": "ທຸກຄົນມີສິດໄດ້ຮັບຄວາມຍຸດຕິທຳ ນ້ຳ ຢູ່",
}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def sources(weight):
    """The files that make one weight, and what to take of each."""
    files = [(f"{BASE}-{weight}.ttf", None)]
    files += [(f"{BASE}{script}-{weight}.ttf", None) for script in SCRIPTS]
    return files + list(SIGNS.items())


def wanted(font, signs, first):
    """The characters to take: the first file gives the common ones to all."""
    if signs:
        return {ord(c) for c in signs}
    covered = set(font.getBestCmap())
    return covered if first else covered - set(range(0x20, 0x250))


def prepared(path, signs, first):
    """One source, cut to its own characters. Its joiners are renamed, so that
    they can be found again: the merger drops them for those of the first."""
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=["*"], name_IDs=["*"],
        notdef_outline=True, glyph_names=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted(font, signs, first))
    cutter.subset(font)
    enlarge(font, signs or "")
    data = io.BytesIO()
    font.save(data)
    if first:
        return data.getvalue()
    return without_joiners(data, path.stem)


def enlarge(font, signs):
    """Scales some signs around the middle of the letters."""
    for sign in signs:
        if sign not in LARGER:
            continue
        name, scale = font.getBestCmap()[ord(sign)], LARGER[sign]
        glyph = font["glyf"][name]
        glyph.coordinates.scale((scale, scale))
        glyph.coordinates.translate((0, round(322 * (1 - scale))))
        glyph.coordinates.toInt()
        glyph.recalcBounds(font["glyf"])
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (round(advance * scale), glyph.xMin)


def without_joiners(data, stem):
    data.seek(0)
    font = TTFont(data, recalcTimestamp=False)
    cmap, order = font.getBestCmap(), list(font.getGlyphOrder())
    names = {cmap[c]: f"{name}.{stem}" for c, name in JOINERS.items() if c in cmap}
    font = TTFont(io.BytesIO(data.getvalue()), recalcTimestamp=False)
    font.setGlyphOrder([names.get(glyph, glyph) for glyph in order])
    font["post"].glyphOrder = font.getGlyphOrder()  # read, so that it is written anew
    for table in font["cmap"].tables:
        for c in JOINERS:
            table.cmap.pop(c, None)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def replace_glyphs(thing, names):
    """Puts other glyph names into a layout table, wherever they stand."""
    if isinstance(thing, str):
        return names.get(thing, thing)
    if isinstance(thing, list):
        thing[:] = [replace_glyphs(part, names) for part in thing]
    elif isinstance(thing, dict):
        parts = [(replace_glyphs(k, names), replace_glyphs(v, names)) for k, v in thing.items()]
        thing.clear()
        thing.update(parts)
    elif isinstance(thing, BaseTable):
        thing.ensureDecompiled()
        replace_glyphs(thing.__dict__, names)
    return thing


def rename(font, weight):
    style = f"{FAMILY} {weight}"
    names = {1: FAMILY, 2: weight, 3: f"{style}; 1.000", 4: style, 5: "Version 1.000",
             6: f"RecourseSans-{weight}"}
    kept = {i: font["name"].getDebugName(i) for i in (0, 13, 14)}
    font["name"].names = []
    for number, text in {**kept, **names}.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def measures(font):
    for table, up, down, gap in (
            (font["hhea"], "ascent", "descent", "lineGap"),
            (font["OS/2"], "sTypoAscender", "sTypoDescender", "sTypoLineGap")):
        setattr(table, up, ASCENT)
        setattr(table, down, -DESCENT)
        setattr(table, gap, 0)
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = ASCENT, DESCENT
    font["head"].created = font["head"].modified = EPOCH


def merged(weight):
    """The bytes of one weight."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (name, signs) in enumerate(sources(weight)):
            file = pathlib.Path(folder) / f"{number:02}.ttf"
            file.write_bytes(prepared(SOURCES / name, signs, number == 0))
            files.append(str(file))
        font = merge.Merger().merge(files)
        unite_joiners(font)
        rename(font, weight)
        measures(font)
        font["post"].formatType = 3
        font.recalcTimestamp = False
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()


def unite_joiners(font):
    """Lets the rules of each script match the joiners of the first font."""
    cmap = font.getBestCmap()
    names = {}
    for glyph in font.getGlyphOrder():
        for c, name in JOINERS.items():
            if glyph.startswith(name + "."):
                names[glyph] = cmap[c]
    for tag in ("GSUB", "GPOS", "GDEF"):
        replace_glyphs(font[tag].table, names)


def shaped(path, text):
    """Places and advances of the glyphs of text, and its top and bottom."""
    out = subprocess.run(
        ["hb-shape", "--output-format=json", "--show-extents", "--no-glyph-names", str(path), text],
        check=True, capture_output=True, text=True).stdout
    glyphs = json.loads(out)
    places = [tuple(g[k] for k in ("cl", "dx", "dy", "ax", "ay", "xb", "yb", "w", "h")) for g in glyphs]
    if any(g["g"] == 0 for g in glyphs):
        sys.exit(f"{path} has no glyph for a character of: {text}")
    top = max(g["dy"] + g["yb"] for g in glyphs)
    bottom = min(g["dy"] + g["yb"] + g["h"] for g in glyphs)
    return places, top, bottom


def prove(data, weight):
    """Stops the build where a sentence is shaped otherwise than by its source,
    or leaves the line."""
    with tempfile.NamedTemporaryFile(suffix=".ttf") as file:
        file.write(data)
        file.flush()
        for script, text in SENTENCES.items():
            for word in text.split():
                prove_word(file.name, SOURCES / f"{BASE}{script}-{weight}.ttf", word)


def prove_word(result, source, word):
    got, top, bottom = shaped(result, word)
    if top > ASCENT or bottom < -DESCENT:
        sys.exit(f"{word} reaches from {bottom} to {top} and leaves the line")
    covered = TTFont(source, lazy=True).getBestCmap()
    if all(ord(c) in covered for c in word) and not any(c.isascii() for c in word):
        want, _, _ = shaped(source, word)
        if got != want:
            sys.exit(f"{word} is not shaped as by {source.name}:\n{got}\n{want}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="write the list of fingerprints anew")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    sums, results = {}, {}
    for weight in WEIGHTS:
        for name, _ in sources(weight):
            sums[f"source/{name}"] = digest((SOURCES / name).read_bytes())
        results[f"RecourseSans-{weight}.ttf"] = data = merged(weight)
        sums[f"interface/RecourseSans-{weight}.ttf"] = digest(data)
        prove(data, weight)
    text = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
    print(text, end="")
    if arguments.record:
        LIST.write_text(text)
    elif LIST.read_text() != text:
        sys.exit(f"the fingerprints differ from {LIST}; nothing was written")
    for name, data in results.items():
        (TARGET / name).write_bytes(data)


if __name__ == "__main__":
    main()
