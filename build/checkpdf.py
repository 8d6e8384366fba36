#!/usr/bin/python3
"""Checks PDF files against PDF/UA-1 (ISO 14289-1) and PDF/A-2a or 3a (ISO 19005-2, -3).

    build/checkpdf.py FILE...
    build/checkpdf.py --tree FILE

The first form prints a line for each fault, "FILE: CODE: what is wrong", and ends
with 1 where there is one. The second prints the structure as a screen reader
has it: elements with their languages, what they head and how they count, and
their words.

It checks what the documents of Recourse can get wrong: bytes, metadata, colours,
fonts, content, structure, annotations, attachments. What they never have (forms,
scripts, sound, layers, encryption) is a fault as such. It reads with qpdf, not
with the program's own code, and needs Debian's
python3-pikepdf, and python3-fonttools for faces with PostScript outlines.
"""

import io
import re
import struct
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict

try:
    import pikepdf
    from pikepdf import Array, Dictionary, Name, Stream, String
except ImportError:
    sys.exit("checkpdf.py: pikepdf is not there: install the Debian package python3-pikepdf")

GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
LISTS = {"L", "LI", "LBody", "Table", "TR", "THead", "TBody", "TFoot"}  # hold no words themselves, but for LBody
HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}
WORDS = {"P", "Lbl", "LBody", "TH", "TD", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
         "Figure", "Formula", "Form", "Caption"} | HEADINGS
STANDARD = GROUPS | LISTS | WORDS
KIDS = {"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
        "TR": {"TH", "TD"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
        "TOC": {"TOC", "TOCI", "Caption"}, "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}}
PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
           "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = SHOWS | {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
OPERATORS = PAINTS | set("""b* c cm d g G h i j J l m M n q Q re RG rg ri v w W W* y gs CS cs SC SCN sc scn k K
                        BT ET Tc Td TD Tf TL Tm Tr Ts Tw Tz T* BMC BDC EMC MP DP""".split())  # ISO 32000-1, annex A
ARTIFACTS = {"/Pagination", "/Layout", "/Page", "/Background"}
FORBIDDEN = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/AcroForm", "/XFA", "/OCProperties", "/Requirements",
             "/Encrypt", "/SMask", "/TR", "/HTP", "/Alternates", "/OPI", "/PS", "/Perms", "/Collection", "/Threads"}
SPACES = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
          "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/",
          "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
          "ext": "http://www.aiim.org/pdfa/ns/extension/", "schema": "http://www.aiim.org/pdfa/ns/schema#",
          "property": "http://www.aiim.org/pdfa/ns/property#"}
PROPERTIES = {"pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title", "dc:language", "xmp:CreateDate", "xmp:ModifyDate",
              "pdf:Producer", "ext:schemas"}  # ISO 19005-2, 6.6.2.3: no others are known or described


def kind(elem):
    return str(elem.get("/S", "/?"))[1:]


def key(obj):
    """The identity of an indirect object."""
    return obj.objgen


def right_to_left(text):
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


class Checker:
    def __init__(self, path):
        self.path, self.faults = path, []
        with open(path, "rb") as file:
            self.raw = file.read()

    def fault(self, code, message):
        self.faults.append((code, message))

    def need(self, holds, code, message):
        if not holds:
            self.fault(code, message)
        return holds

    def check(self):
        self.bytes()
        try:
            self.pdf = pikepdf.open(io.BytesIO(self.raw))
        except pikepdf.PdfError as error:
            self.fault("syntax", str(error))
            return self.faults
        self.root = self.pdf.Root
        self.part = None
        for step in (self.trailer, self.metadata, self.catalog, self.colours, self.objects, self.content,
                     self.fonts, self.structure, self.headings, self.tables, self.parents, self.spoken,
                     self.annotations, self.bookmarks, self.attachments):
            try:
                step()
            except Exception as error:  # a broken file must be a fault, not the end of the checks
                self.fault("broken", f"{step.__name__}: {type(error).__name__}: {error}")
        for warning in self.pdf.get_warnings():
            self.fault("syntax", str(warning))
        return self.faults

    # Bytes: ISO 19005-2, 6.1.2 to 6.1.9.

    def bytes(self):
        raw = self.raw
        self.need(re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", raw), "header", "no header with a binary comment behind it")
        self.need(re.search(rb"%%EOF(\r\n|\r|\n)?\Z", raw), "eof", "something stands behind %%EOF")
        at = 0
        while found := re.compile(rb"(?<![0-9])[0-9]+ [0-9]+ obj\b").search(raw, at):
            ends = re.compile(rb"\bendobj\b|>>\s*stream\b").search(raw, found.end())
            if not self.need(ends, "eof", "an object has no end"):
                return
            at = ends.end()
            if ends.group() != b"endobj":
                at = self.stream_bytes(raw[found.end():ends.end()], at)

    def stream_bytes(self, head, at):
        """Checks a stream whose keyword ends at a place; returns where its data end."""
        raw = self.raw
        eol = re.compile(rb"\r\n|\n").match(raw, at)
        length = re.search(rb"/Length ([0-9]+)(?! [0-9]+ R)", head)
        start = eol.end() if eol else at
        self.need(eol, "stream-eol", f"no line end behind the keyword stream at byte {at}")
        if length:
            end = start + int(length.group(1))
            if self.need(re.compile(rb"(\r\n|\r|\n)endstream\b").match(raw, end), "stream-length",
                         f"the stream at byte {at} is not as long as it says, or no line end is before endstream"):
                return end
        end = raw.find(b"endstream", start)
        return end if end >= 0 else len(raw)

    def trailer(self):
        trailer = self.pdf.trailer
        ids = trailer.get("/ID", [])
        self.need(len(ids) == 2 and all(len(bytes(i)) >= 8 for i in ids), "id", "no /ID of two strings in the trailer")
        self.need("/Encrypt" not in trailer, "encrypted", "the file is encrypted")

    # Metadata: ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1.

    def metadata(self):
        stream = self.root.get("/Metadata")
        if not self.need(isinstance(stream, Stream), "xmp", "no metadata"):
            return
        self.need("/Filter" not in stream, "xmp", "the metadata are compressed")
        raw = bytes(stream.read_bytes())
        self.need(b"encoding=" not in raw[:200] and b"bytes=" not in raw[:200], "xmp", "the packet has attributes that are not allowed")
        xmp = ElementTree.fromstring(raw)
        self.part = self.one(xmp, "pdfaid:part")
        self.need(self.part in ("2", "3"), "pdfaid", f"part of PDF/A is {self.part}")
        self.need(self.one(xmp, "pdfaid:conformance") == "A", "pdfaid", "PDF/A without conformance A")
        self.need(self.one(xmp, "pdfuaid:part") == "1", "pdfuaid", "no part of PDF/UA")
        known = {"{" + SPACES[p.partition(":")[0]] + "}" + p.partition(":")[2] for p in PROPERTIES}
        for told in xmp.iterfind(".//rdf:Description/*", SPACES):
            self.need(told.tag in known, "xmp", f"the metadata have {told.tag}, which nothing describes")
        self.extension(xmp)
        title = [t.text for t in xmp.iterfind(".//dc:title/rdf:Alt/rdf:li", SPACES)]
        self.need(title and title[0], "title", "no dc:title")
        info = self.pdf.trailer.get("/Info", Dictionary())
        for name, value in (("/Title", title[0] if title else None), ("/Producer", self.one(xmp, "pdf:Producer"))):
            self.need(str(info.get(name, "")) == (value or ""), "info", f"{name} is not what the metadata say")
        for name, tag in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            digits = re.sub(r"[^0-9]", "", self.one(xmp, tag) or "")[:14]
            self.need(re.sub(r"[^0-9]", "", str(info.get(name, "")))[:14] == digits, "info", f"{name} is not what the metadata say")
        self.need(not set(info.keys()) - {"/Title", "/Producer", "/CreationDate", "/ModDate"}, "info", "Info says more than the metadata")

    def one(self, xmp, tag):
        found = xmp.find(".//" + tag, SPACES)
        return found.text if found is not None else None

    def extension(self, xmp):
        """PDF/A must be told what the properties of pdfuaid are."""
        for schema in xmp.iterfind(".//ext:schemas/rdf:Bag/rdf:li", SPACES):
            if self.one(schema, "schema:namespaceURI") == SPACES["pdfuaid"]:
                ok = self.one(schema, "schema:prefix") == "pdfuaid" and self.one(schema, "schema:schema")
                part = schema.find(".//schema:property/rdf:Seq/rdf:li", SPACES)
                told = part is not None and [self.one(part, "property:" + p) for p in ("name", "valueType", "category")]
                if ok and told == ["part", "Integer", "internal"] and self.one(part, "property:description"):
                    return
        self.fault("extension", "pdfuaid without a sound pdfaExtension schema")

    # Catalog: ISO 14289-1, 7.1 and 7.2.

    def catalog(self):
        root = self.root
        self.need(LANGUAGE.match(str(root.get("/Lang", ""))), "lang", "the document has no language")
        self.need(root.get("/MarkInfo", {}).get("/Marked") is True, "marked", "MarkInfo does not say Marked")
        self.need(root.get("/MarkInfo", {}).get("/Suspects", False) is False, "marked", "tags are suspect")
        self.need(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "display-title", "DisplayDocTitle is not true")
        self.need("/StructTreeRoot" in root, "structure", "no structure tree")

    def colours(self):
        """ISO 19005-2, 6.2.3: what device colours mean."""
        intents = [i for i in self.root.get("/OutputIntents", []) if i.get("/S") == "/GTS_PDFA1"]
        if not self.need(len(intents) == 1 and "/DestOutputProfile" in intents[0], "output-intent", "no OutputIntent with a profile"):
            return
        self.need(str(intents[0].get("/OutputConditionIdentifier", "")), "output-intent", "no OutputConditionIdentifier")
        profile = intents[0].DestOutputProfile
        data = bytes(profile.read_bytes())
        sound = len(data) > 128 and struct.unpack(">I", data[:4])[0] == len(data) and data[36:40] == b"acsp"
        self.need(sound and data[8] < 5 and data[12:16] in (b"mntr", b"prtr"), "output-intent", "the profile is not sound")
        self.need(data[16:20] == b"RGB " and profile.get("/N") == 3, "output-intent", "the profile is not of RGB")
        if sound:
            names = set()
            for i in range(struct.unpack(">I", data[128:132])[0]):
                name, offset, size = struct.unpack(">4sII", data[132 + 12 * i:144 + 12 * i])
                names.add(name)
                self.need(offset % 4 == 0 and offset + size <= len(data), "output-intent", f"tag {name} lies beyond the profile")
            self.need(names >= {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"},
                      "output-intent", "the profile lacks tags")

    def objects(self):
        """ISO 19005-2, 6.1.13: limits; and what no document of ours has."""
        for obj in self.pdf.objects:
            self.object(obj)
            if isinstance(obj, Stream):
                filters = obj.get("/Filter", Array())
                for name in filters if isinstance(filters, Array) else [filters]:
                    self.need(name in ("/FlateDecode", "/DCTDecode"), "filter", f"filter {name}")
                self.need(not {"/F", "/FFilter", "/FDecodeParms"} & set(obj.keys()), "filter", "a stream lies outside of the file")
                if obj.get("/Subtype") == "/Image":
                    self.image(obj)

    def image(self, image):
        """ISO 19005-2, 6.2.4.3 and 6.2.8."""
        parts = {"/DeviceGray": 1, "/DeviceRGB": 3}.get(str(image.get("/ColorSpace", "")))
        bits = image.get("/BitsPerComponent")
        self.need(image.get("/Interpolate", False) is False, "image", "a picture is to be smoothed")
        if self.need(parts, "image", f"a picture has the colours {image.get('/ColorSpace')}") and \
                self.need(bits in (1, 2, 4, 8, 16), "image", f"a picture has {bits} bits for a colour") and image.get("/Filter") == "/FlateDecode":
            size = (int(image.Width) * parts * int(bits) + 7) // 8 * int(image.Height)
            self.need(len(image.read_bytes()) == size, "image", "a picture has more or fewer dots than it says")

    def object(self, obj, depth=0):
        if depth > 60:
            return
        if isinstance(obj, String):
            self.need(len(bytes(obj)) <= 32767, "limit", "a string is longer than 32767 bytes")
        elif isinstance(obj, Name):
            self.need(len(str(obj).encode()) <= 128, "limit", "a name is longer than 127 bytes")
        elif isinstance(obj, (Dictionary, Stream)):
            for name, value in obj.items():
                self.need(name not in FORBIDDEN, "forbidden", f"{name} is in the file")
                self.value(value, depth)
        elif isinstance(obj, Array):
            for value in obj:
                self.value(value, depth)
        elif isinstance(obj, int) and not isinstance(obj, bool):
            self.need(-2**31 <= obj < 2**31, "limit", "a number is too big")

    def value(self, value, depth):
        if not getattr(value, "is_indirect", False):
            self.object(value, depth + 1)

    # Content: ISO 14289-1, 7.1: all is either tagged or an artifact.

    def content(self):
        self.marks = {}  # (page, MCID): the text of that content
        self.codes = defaultdict(set)  # font: codes used
        self.font_of, self.maps = {}, {}
        for number, page in enumerate(self.pdf.pages):
            self.page_content(number, page)

    def page_content(self, number, page):
        self.page(page.obj, f"page {number + 1}")
        stack, saved, font = [], [], None
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        where = f"page {number + 1}"
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                self.begin(number, operands, stack, where)
            elif name == "EMC":
                self.need(stack, "nesting", f"{where}: EMC without a beginning")
                stack = stack[:-1]
            elif name == "q":
                saved.append(font)
                self.need(len(saved) <= 28, "limit", f"{where}: q within q more than 28 times")
            elif name == "Q":
                font = saved.pop() if saved else None
            elif name == "Tf":
                font = fonts[str(operands[0])]
                self.font_of[key(font)] = font
            elif name in ("k", "K"):
                self.fault("colour", f"{where}: a colour of CMYK")
            self.need(name in OPERATORS, "operator", f"{where}: no operator {name} is known")
            if name in PAINTS:
                self.need(any(m is not None for m in stack), "untagged", f"{where}: {name} is neither tagged nor an artifact")
            if name in SHOWS:
                self.show(number, operands, font, stack)
        self.need(not stack, "nesting", f"{where}: marked content is not ended")

    def page(self, page, where):
        """ISO 19005-2, 6.1.13 and 6.2.10."""
        left, bottom, right, top = (float(v) for v in page.get("/MediaBox", [0, 0, 0, 0]))
        self.need(all(3 <= abs(side) <= 14400 for side in (right - left, top - bottom)), "page", f"{where} has no size that is allowed")
        self.need("/CS" in page.get("/Group", Dictionary(CS=0)), "page", f"{where} is blended in no colour space")

    def begin(self, number, operands, stack, where):
        """Opens marked content: "artifact", the number of tagged content, or None for neither."""
        tag, properties = str(operands[0]), operands[1] if len(operands) > 1 else None
        mark = None
        if tag == "/Artifact":
            mark = "artifact"
            self.need(not isinstance(properties, Dictionary) or properties.get("/Type") in ARTIFACTS, "artifact", f"{where}: an artifact of no type")
            self.need(not any(isinstance(m, int) for m in stack), "artifact-in-tag", f"{where}: an artifact inside tagged content")
        elif isinstance(properties, Dictionary) and "/MCID" in properties:
            mark = int(properties.MCID)
            self.need("artifact" not in stack, "tag-in-artifact", f"{where}: tagged content inside an artifact")
            self.need(not any(isinstance(m, int) for m in stack), "nesting", f"{where}: tagged content inside tagged content")
            self.need((number, mark) not in self.marks, "mcid", f"{where}: MCID {mark} occurs twice")
            self.marks[number, mark] = ""
        stack.append(mark)

    def show(self, number, operands, font, stack):
        if not self.need(font is not None, "font", f"page {number + 1}: text without a font"):
            return
        strings = [s for s in operands[-1] if isinstance(s, String)] if isinstance(operands[-1], Array) else [operands[-1]]
        text = ""
        for string in strings:
            raw = bytes(string)
            self.need(len(raw) <= 32767, "limit", "a string of the content is longer than 32767 bytes")
            codes = struct.unpack(f">{len(raw) // 2}H", raw[:len(raw) // 2 * 2])
            self.codes[key(font)].update(codes)
            table = self.to_unicode(font)
            text += "".join(table.get(c, "") for c in codes)
        for mark in stack:
            if isinstance(mark, int):
                self.marks[number, mark] += text

    # Fonts: ISO 19005-2, 6.2.11.

    def to_unicode(self, font):
        if key(font) not in self.maps:
            table = {}
            cmap = bytes(font.ToUnicode.read_bytes()).decode("ascii") if "/ToUnicode" in font else ""
            for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
                for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
                    table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be", "replace")
            for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
                for low, high, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
                    for i, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                        table[code] = chr(int(text, 16) + i)
            self.maps[key(font)] = table
        return self.maps[key(font)]

    def fonts(self):
        for ident, codes in self.codes.items():
            font = self.font_of[ident]
            name = str(font.get("/BaseFont", "?"))
            if not self.need(font.get("/Subtype") == "/Type0" and font.get("/Encoding") == "/Identity-H", "font", f"{name} is no composite font"):
                continue
            cid = font.DescendantFonts[0]
            descriptor = cid.get("/FontDescriptor", Dictionary())
            self.descriptor(font, cid, descriptor, name)
            table = self.to_unicode(font)
            for code in codes:
                text = table.get(code, "")
                self.need(len(text) <= 8, "to-unicode", f"{name}: code {code} stands for more characters than readers take")
                self.need(text and not set(text) & {"\0", "\ufeff", "\ufffe", "\ufffd"}, "to-unicode", f"{name}: code {code} stands for {text!r}")
            self.program(cid, descriptor, codes, name)

    def descriptor(self, font, cid, descriptor, name):
        self.need(re.match(r"/[A-Z]{6}\+.", name), "font-name", f"{name} has no mark of a subset")
        # The name of a font of CID-keyed outlines ends with that of its encoding: ISO 32000-1, 9.7.6.2.
        inner = name.removesuffix("-Identity-H") if cid.get("/Subtype") == "/CIDFontType0" else name
        self.need(cid.get("/BaseFont") == inner == descriptor.get("/FontName"), "font-name", f"{name} has other names within")
        for field in ("/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"):
            self.need(field in descriptor, "descriptor", f"{name}: its descriptor lacks {field}")
        info = cid.get("/CIDSystemInfo", Dictionary())
        self.need(all(f in info for f in ("/Registry", "/Ordering", "/Supplement")), "descriptor", f"{name}: CIDSystemInfo is not whole")

    def program(self, cid, descriptor, codes, name):
        """The glyphs and widths of the embedded program are those that the file tells."""
        if "/FontFile2" in descriptor:
            widths = true_type_widths(bytes(descriptor.FontFile2.read_bytes()))
            glyphs = cid.get("/CIDToGIDMap")
            if not self.need(isinstance(glyphs, Stream) or glyphs == "/Identity", "glyph", f"{name}: no CIDToGIDMap"):
                return
            table = bytes(glyphs.read_bytes()) if isinstance(glyphs, Stream) else None
            glyph = {c: int.from_bytes(table[2 * c:2 * c + 2], "big") if table is not None else c for c in codes}
        elif "/FontFile3" in descriptor:
            self.need(descriptor.FontFile3.get("/Subtype") == "/CIDFontType0C", "font", f"{name}: not a CID-keyed program")
            self.keyed(cid, bytes(descriptor.FontFile3.read_bytes()), name)
            widths = cff_widths(bytes(descriptor.FontFile3.read_bytes()))
            glyph = {c: c for c in codes}
        else:
            self.fault("embedded", f"{name} is not embedded")
            return
        told = told_widths(cid)
        for code in sorted(codes):
            width = widths.get(glyph[code]) if isinstance(widths, dict) else widths[glyph[code]] if glyph[code] < len(widths) else None
            if not self.need(glyph[code] != 0 and width is not None, "notdef", f"{name}: code {code} draws no glyph of the program"):
                continue
            self.need(abs(width - told.get(code, cid.get("/DW", 1000))) <= 1, "widths",
                      f"{name}: code {code} is {told.get(code)} wide, its glyph {width:.1f}")

    def keyed(self, cid, data, name):
        """A CFF program is keyed by CID where its dictionary begins with the order of
        its characters (Adobe Technical Note 5176, 9). Some readers know it only with
        numbers in their shortest form, and take it for a face of names otherwise."""
        _, top = cff_index(data, data[2])
        top = cff_index(data, top)[0]
        self.need(re.match(rb"(?s)([\xf7-\xfe].){2}[\x20-\xf6]\x0c\x1e", top), "cff", f"{name}: its program is not keyed by CID, or not so that all see it")
        self.need("/CIDToGIDMap" not in cid, "cff", f"{name}: a map of glyphs belongs to TrueType")

    # Structure: ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.

    def structure(self):
        self.elems = []  # every element in the order of the tree, with its ancestors
        self.owner = {}  # (page, MCID): the element that holds it
        self.objects_in = defaultdict(list)  # element: the objects that it holds
        self.page_number = {key(p.obj): i for i, p in enumerate(self.pdf.pages)}
        tree = self.root.get("/StructTreeRoot", Dictionary())
        self.need(tree.get("/Type") == "/StructTreeRoot", "structure", "the structure tree has no type")
        for kid in self.kids(tree):
            self.walk(kid, [], tree)
        self.need(self.elems and kind(self.elems[0][0]) == "Document", "structure", "the tree does not begin with Document")
        for mark in self.marks:
            self.need(mark in self.owner, "orphan", f"page {mark[0] + 1}: content {mark[1]} is in no element")
        for mark in self.owner:
            self.need(mark in self.marks, "mcid", f"page {mark[0] + 1}: an element has content {mark[1]}, which is not there")

    def kids(self, elem):
        kids = elem.get("/K", Array())
        return list(kids) if isinstance(kids, Array) else [kids]

    def walk(self, elem, above, parent):
        name = kind(elem)
        self.elems.append((elem, above))
        self.need(key(elem.get("/P", Dictionary())) == key(parent), "parent", f"{name} does not name its parent")
        self.need(name in STANDARD, "structure", f"{name} is no standard type")
        outer = kind(above[-1]) if above else None
        self.need(outer not in KIDS or name in KIDS[outer], "structure", f"{name} inside {outer}")
        self.need(name not in PARENTS or outer in PARENTS[name], "structure", f"{name} inside {outer}")
        if "/Lang" in elem:
            self.need(LANGUAGE.match(str(elem.Lang)), "lang", f"{name} has the language {elem.Lang}")
        if name in ("Figure", "Formula"):
            self.need(str(elem.get("/Alt", elem.get("/ActualText", ""))), "alt", f"{name} without alternative text")
            self.need(len(elem.get("/A", Dictionary()).get("/BBox", [])) == 4, "bbox", f"{name} without its place on the page")
        if name == "Note":
            self.need(str(elem.get("/ID", "")), "note", "a note without an identifier")
        for kid in self.kids(elem):
            self.kid(elem, kid, above, name)

    def kid(self, elem, kid, above, name):
        if isinstance(kid, int):
            self.own(elem, elem.get("/Pg"), kid, name)
        elif kid.get("/Type") == "/MCR":
            self.own(elem, kid.get("/Pg", elem.get("/Pg")), int(kid.MCID), name)
        elif kid.get("/Type") == "/OBJR":
            self.objects_in[key(elem)].append(key(kid.Obj))
        else:
            self.walk(kid, above + [elem], elem)

    def own(self, elem, page, mcid, name):
        if not self.need(page is not None and key(page) in self.page_number, "structure", f"{name} has content without a page"):
            return
        self.need(name in WORDS, "structure", f"{name} holds words itself")
        mark = (self.page_number[key(page)], mcid)
        self.need(mark not in self.owner, "mcid", f"page {mark[0] + 1}: content {mcid} is in two elements")
        self.owner[mark] = elem

    def headings(self):
        last = 0
        for elem, _ in self.elems:
            if kind(elem) in HEADINGS:
                level = int(kind(elem)[1])
                self.need(level <= last + 1, "heading", f"heading H{level} follows " + (f"H{last}" if last else "none"))
                self.need(self.words(elem).strip(), "heading", f"a heading H{level} is empty")
                last = level

    def words(self, elem, below=True):
        """The words of the content of an element, and of all below it."""
        text = ""
        for kid in self.kids(elem):
            page = elem.get("/Pg")
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
                page, kid = kid.get("/Pg", page), int(kid.MCID)
            if isinstance(kid, int):
                text += self.marks.get((self.page_number.get(key(page)), kid), "")
            elif below and kid.get("/Type") != "/OBJR":
                text += self.words(kid)
        return text

    def tree(self, elem, indent=""):
        """The lines of an element: its kind and properties, then its words and kids."""
        said = [str(elem.Lang)] if "/Lang" in elem else []
        said += [str(elem.A[name])[1:] for name in ("/Scope", "/ListNumbering") if name in elem.get("/A", Dictionary())]
        yield indent + " ".join([kind(elem)] + said)
        indent += "  "
        if "/ActualText" in elem:
            yield f"{indent}= {elem.ActualText}"
            return
        words = ""
        for kid in self.kids(elem):
            below = isinstance(kid, Dictionary) and "/S" in kid
            if not below:
                words += self.words(Dictionary(K=Array([kid]), Pg=elem.get("/Pg", Dictionary())), below=False)
                continue
            if words.strip():
                yield f"{indent}- {words.strip()}"
            words = ""
            yield from self.tree(kid, indent)
        if words.strip():
            yield f"{indent}- {words.strip()}"

    def tables(self):
        for elem, _ in self.elems:
            name, kids = kind(elem), [k for k in self.kids(elem) if isinstance(k, Dictionary)]
            attribute = elem.get("/A", Dictionary())
            if name == "Table":
                rows = [r for k in kids for r in ([k] if kind(k) == "TR" else self.kids(k))]
                self.grid(rows)
                groups = Counter(kind(k) for k in kids)
                self.need(groups["THead"] <= 1 and (not groups["THead"] or groups["TBody"]), "table", "THead without TBody, or more than one")
                self.need(any(kind(c) == "TH" for r in rows for c in self.kids(r)), "table", "a table has no heads")
            if name == "TH":
                self.need(attribute.get("/O") == "/Table" and attribute.get("/Scope") in ("/Row", "/Column", "/Both"), "scope", "TH without a scope")
            if name == "L" and any(kind(c) == "Lbl" for k in kids for c in self.kids(k)):
                self.need(attribute.get("/ListNumbering", "/None") != "/None", "list", "a list with labels does not say how it is numbered")

    def grid(self, rows):
        """The cells of a table fill a rectangle, each cell of data with a head above or beside it."""
        places = {}
        for r, row in enumerate(rows):
            c = 0
            for cell in self.kids(row):
                told = cell.get("/A", Dictionary())
                high, wide = int(told.get("/RowSpan", 1)), int(told.get("/ColSpan", 1))
                while (r, c) in places:
                    c += 1
                for place in ((r + i, c + k) for i in range(high) for k in range(wide)):
                    self.need(place not in places, "table", "cells of a table overlap")
                    places[place] = cell
                c += wide
        width = max((c for _, c in places), default=-1) + 1
        self.need(len(places) == len(rows) * width, "table", "rows of a table have different numbers of cells")
        heads = {p: c.get("/A", Dictionary()).get("/Scope") for p, c in places.items() if kind(c) == "TH"}
        above, beside = (defaultdict(lambda: width + len(rows)) for _ in "12")  # the first head of each column, and of each row
        for (r, c), scope in heads.items():
            if scope in ("/Column", "/Both"):
                above[c] = min(above[c], r)
            if scope in ("/Row", "/Both"):
                beside[r] = min(beside[r], c)
        for (r, c), cell in places.items():
            self.need(kind(cell) == "TH" or above[c] < r or beside[r] < c, "table", "a cell has no head above it or beside it")

    def parents(self):
        """The number tree leads from content and annotations to their elements."""
        tree = self.root.get("/StructTreeRoot", Dictionary())
        self.nums = dict(pairs(tree.get("/ParentTree", Dictionary())))
        self.need(self.nums and int(tree.get("/ParentTreeNextKey", 0)) > max(self.nums, default=0), "parent-tree", "no ParentTree, or a wrong next key")
        seen = set()
        for number, page in enumerate(self.pdf.pages):
            struct_parents = page.obj.get("/StructParents")
            if not self.need(struct_parents in self.nums and struct_parents not in seen, "parent-tree", f"page {number + 1} has no place in the ParentTree"):
                continue
            seen.add(struct_parents)
            listed = list(self.nums[struct_parents])
            own = {m: e for (p, m), e in self.owner.items() if p == number}
            self.need(len(listed) == max(own, default=-1) + 1, "parent-tree", f"page {number + 1} has {len(listed)} places")
            for mcid, elem in own.items():
                there = mcid < len(listed) and isinstance(listed[mcid], Dictionary) and key(listed[mcid]) == key(elem)
                self.need(there, "parent-tree", f"page {number + 1}: content {mcid} leads to another element")

    def spoken(self):
        """Words from right to left, and those of private use, are told in their logical order."""
        for elem, above in self.elems:
            chain = [e for e in above + [elem] if "/ActualText" in e]
            if "/ActualText" in elem:
                self.need(not any(kind(e) == "Link" for e in self.kids(elem) if isinstance(e, Dictionary)), "actual-text", "ActualText hides a link")
                said, drawn = (Counter(c for c in t if not c.isspace() and c != "\u00ad") for t in (str(elem.ActualText), self.words(elem)))
                self.need(said == drawn, "actual-text", f"{kind(elem)}: ActualText is not what is drawn")
            if not chain:
                text = self.words(elem, below=False)
                private = any(unicodedata.category(c) == "Co" for c in text)
                self.need(not right_to_left(text) and not private, "actual-text", f"{kind(elem)}: words from right to left without their logical order")

    # Annotations: ISO 14289-1, 7.18; ISO 19005-2, 6.3.

    def annotations(self):
        for number, page in enumerate(self.pdf.pages):
            annotations = list(page.obj.get("/Annots", []))
            self.need(not annotations or page.obj.get("/Tabs") == "/S", "tabs", f"page {number + 1} has annotations without Tabs /S")
            for annotation in annotations:
                self.annotation(annotation, f"page {number + 1}")

    def annotation(self, annotation, where):
        if not self.need(annotation.get("/Subtype") == "/Link", "annotation", f"{where}: an annotation is no link"):
            return
        left, bottom, right, top = (float(v) for v in annotation.get("/Rect", [0, 0, 0, 0]))
        self.need(left < right and bottom < top, "annotation", f"{where}: a link has no area")
        flags = int(annotation.get("/F", 0))
        self.need(flags & 4 and not flags & (1 | 2 | 32 | 256), "annotation-flags", f"{where}: a link is not printed, or hidden")
        self.need(str(annotation.get("/Contents", "")).strip(), "annotation-contents", f"{where}: a link says nothing")
        self.need(("/Dest" in annotation) != ("/A" in annotation), "annotation", f"{where}: a link leads nowhere")
        elem = self.nums.get(annotation.get("/StructParent", -1))
        if self.need(isinstance(elem, Dictionary), "annotation-parent", f"{where}: a link is in no element"):
            self.need(kind(elem) == "Link" and key(annotation) in self.objects_in[key(elem)], "annotation-parent", f"{where}: its element does not hold the link")

    def bookmarks(self):
        titles, heads = [], [" ".join(self.words(e).split()) for e, _ in self.elems if kind(e) in HEADINGS]
        with self.pdf.open_outline() as outline:
            todo = list(outline.root)
            while todo:
                item = todo.pop(0)
                self.need(item.title.strip() and item.destination is not None, "bookmark", "a bookmark without title or place")
                titles.append(item)
                todo = list(item.children) + todo
        self.need(len(titles) == len(heads), "bookmark", f"{len(titles)} bookmarks for {len(heads)} headings")

    # Attachments: ISO 19005-3, 6.8.

    def attachments(self):
        associated = {key(a) for a in self.root.get("/AF", [])}
        names = self.root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary()).get("/Names", Array())
        listed = {key(names[i]) for i in range(1, len(names), 2)}
        specs = [o for o in self.pdf.objects if isinstance(o, Dictionary) and "/EF" in o]
        self.need(not specs or self.part == "3", "attachment", "something is attached to a file that is no PDF/A-3")
        self.need(associated <= {key(s) for s in specs}, "attachment", "AF names what is no attachment")
        for spec in specs:
            self.need(spec.get("/Type") == "/Filespec" and str(spec.get("/F", "")) and str(spec.get("/UF", "")), "attachment", "an attachment has no /F or no /UF")
            self.need(spec.get("/AFRelationship") in ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"), "attachment", "an attachment without AFRelationship")
            self.need(str(spec.get("/Desc", "")), "attachment", "an attachment is not described")
            self.need(key(spec) in associated and key(spec) in listed, "attachment", "an attachment is not associated, or not listed")
            stream = spec.EF.get("/F", Dictionary())
            self.need(re.match(r"/[a-z]+/[a-z0-9.+-]+$", str(stream.get("/Subtype", ""))), "attachment", "an attachment without its type")
            params = stream.get("/Params", Dictionary())
            self.need("/ModDate" in params and params.get("/Size") == len(stream.read_bytes()), "attachment", "an attachment without date, or of another size")


def pairs(tree):
    """The keys and values of a number tree."""
    nums = tree.get("/Nums", Array())
    for i in range(0, len(nums), 2):
        yield int(nums[i]), nums[i + 1]
    for kid in tree.get("/Kids", Array()):
        yield from pairs(kid)


def told_widths(cid):
    widths, parts, i = {}, list(cid.get("/W", Array())), 0
    while i < len(parts):
        if isinstance(parts[i + 1], Array):
            widths.update((int(parts[i]) + k, float(w)) for k, w in enumerate(parts[i + 1]))
            i += 2
        else:
            widths.update((c, float(parts[i + 2])) for c in range(int(parts[i]), int(parts[i + 1]) + 1))
            i += 3
    return widths


def true_type_widths(data):
    """The widths of the glyphs in thousandths of the em."""
    tables = {}
    for i in range(struct.unpack(">H", data[4:6])[0]):
        name, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[name] = data[offset:offset + length]
    em = struct.unpack(">H", tables[b"head"][18:20])[0]
    count = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    metrics = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    advance = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0] for i in range(metrics)]
    return [advance[min(i, metrics - 1)] * 1000 / em for i in range(count)]


def cff_index(data, at):
    """The first object of an index of a CFF program, and where the index ends."""
    count, size = struct.unpack(">HB", data[at:at + 3])
    places = [int.from_bytes(data[at + 3 + size * i:at + 3 + size * (i + 1)], "big") for i in range(count + 1)]
    start = at + 2 + size * (count + 1)  # offsets count from the byte before the objects
    return data[start + places[0]:start + places[1]], start + places[-1]


def cff_widths(data):
    """The widths of the glyphs by their CID."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.misc.psCharStrings import T2WidthExtractor
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top, widths = fonts[0], {}
    scale = 1000 * getattr(top, "FontMatrix", [0.001])[0]
    for name in top.charset:
        string, _ = top.CharStrings.getItemAndSelector(name)
        private = string.private
        reader = T2WidthExtractor(getattr(private, "Subrs", []), fonts.GlobalSubrs, private.nominalWidthX, private.defaultWidthX)
        reader.execute(string)
        widths[int(name[3:]) if name.startswith("cid") else 0] = reader.width * scale
    return widths


def main(paths):
    if paths[:1] == ["--tree"]:
        checker = Checker(paths[1])
        checker.check()
        print("\n".join(checker.tree(checker.elems[0][0])))
        return 0
    failed = False
    for path in paths:
        for code, message in dict.fromkeys(Checker(path).check()):
            failed = True
            print(f"{path}: {code}: {message}")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
