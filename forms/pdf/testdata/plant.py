#!/usr/bin/python3
"""Plants one defect after the other in a sound PDF: plant.py FILE FOLDER.

Each defect becomes a file of its own in the folder. A line for each names the
file and the code by which build/checkpdf.py must report it. The source has a
link, a list, both kinds of table, words from right to left, contents, a picture, a
face of CFF and an attachment.
"""

import os
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, String

DEFECTS = []


def defect(code, raw=False):
    """Registers a function that plants a defect: in a PDF, or in its bytes."""
    def register(plant):
        DEFECTS.append((plant.__name__.replace("_", "-"), code, plant, raw))
        return plant
    return register


def elements(pdf, *kinds):
    """The elements of some kinds in the order of the tree."""
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        elem = todo.pop(0)
        if isinstance(elem, Array):
            todo = list(elem) + todo
        elif isinstance(elem, Dictionary) and "/S" in elem:
            if str(elem.S)[1:] in kinds:
                found.append(elem)
            todo = [elem.get("/K", Array())] + todo
    return found


def holding(pdf, *kinds):
    """The elements of some kinds whose first kid is content of their own."""
    return [e for e in elements(pdf, *kinds) if isinstance(e.get("/K", Array())[0], int)]


def link(pdf):
    return next(a for p in pdf.pages for a in p.obj.get("/Annots", []))


def font(pdf):
    return pdf.pages[0].obj.Resources.Font["/F1"]


def keyed(pdf):
    """The first font whose outlines are of CFF."""
    return next(f for f in pdf.pages[0].obj.Resources.Font.as_dict().values() if f.DescendantFonts[0].Subtype == "/CIDFontType0")


def program(pdf, old, new):
    descriptor = keyed(pdf).DescendantFonts[0].FontDescriptor
    raw = descriptor.FontFile3.read_bytes()
    assert old in raw, old
    descriptor.FontFile3 = pdf.make_stream(raw.replace(old, new, 1), Subtype=Name.CIDFontType0C)


def picture(pdf):
    return next(iter(pdf.pages[0].obj.Resources.XObject.as_dict().values()))


def used(pdf):
    """A code that the first page uses in font F1."""
    name = None
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(operator) == "Tf":
            name = str(operands[0])
        if str(operator) == "TJ" and name == "/F1":
            return int.from_bytes(bytes(operands[0][0])[:2], "big")


def content(pdf, old, new):
    page = pdf.pages[0]
    raw = page.obj.Contents.read_bytes()
    assert re.search(old, raw), old
    page.obj.Contents = pdf.make_stream(re.sub(old, new, raw, count=1))


def metadata(pdf, old, new):
    raw = pdf.Root.Metadata.read_bytes()
    assert re.search(old, raw, re.S), old
    pdf.Root.Metadata = pdf.make_stream(re.sub(old, new, raw, count=1, flags=re.S), Type=Name.Metadata, Subtype=Name.XML)


def unicode_map(pdf, text):
    code = b"<%04X>" % used(pdf)
    raw = font(pdf).ToUnicode.read_bytes()
    font(pdf).ToUnicode = pdf.make_stream(re.sub(b"(?m)^" + code + b" <[0-9A-F]*>", b"" if text is None else code + b" <" + text + b">", raw))


def spec(pdf):
    return pdf.Root.AF[0]


# Document and metadata

@defect("lang")
def document_without_language(pdf): del pdf.Root.Lang

@defect("lang")
def element_with_broken_language(pdf): elements(pdf, "P")[3].Lang = String("de_DE!")

@defect("marked")
def not_marked(pdf): pdf.Root.MarkInfo.Marked = False

@defect("marked")
def suspect_tags(pdf): pdf.Root.MarkInfo.Suspects = True

@defect("display-title")
def title_not_displayed(pdf): pdf.Root.ViewerPreferences.DisplayDocTitle = False

@defect("title")
def no_title(pdf): metadata(pdf, rb"<dc:title>.*</dc:title>", b"")

@defect("pdfuaid")
def no_claim_of_pdfua(pdf): metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>", b"")

@defect("pdfaid")
def no_conformance(pdf): metadata(pdf, rb"<pdfaid:conformance>A", b"<pdfaid:conformance>B")

@defect("extension")
def no_extension_schema(pdf): metadata(pdf, rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", b"")

@defect("info")
def another_title_in_info(pdf): pdf.trailer.Info.Title = String("Another")

@defect("info")
def another_date_in_info(pdf): pdf.trailer.Info.ModDate = String("D:20200101000000Z")

@defect("info")
def author_in_info_alone(pdf): pdf.trailer.Info.Author = String("Someone")

@defect("xmp")
def no_metadata(pdf): del pdf.Root.Metadata

@defect("xmp")
def property_that_nothing_describes(pdf): metadata(pdf, rb"<pdf:Producer>", b"<pdf:Mood>calm</pdf:Mood><pdf:Producer>")

@defect("forbidden")
def script_at_opening(pdf): pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))

@defect("limit")
def string_too_long(pdf): elements(pdf, "P")[0].T = String("x" * 40000)

# Colours

@defect("output-intent")
def no_output_intent(pdf): del pdf.Root.OutputIntents

@defect("output-intent")
def cut_profile(pdf):
    intent = pdf.Root.OutputIntents[0]
    intent.DestOutputProfile = pdf.make_stream(intent.DestOutputProfile.read_bytes()[:-9], N=3)

@defect("colour")
def colour_of_ink(pdf): content(pdf, rb"^", b"0 0 0 1 k\n")

@defect("image")
def picture_of_ink(pdf): picture(pdf).ColorSpace = Name.DeviceCMYK

@defect("image")
def picture_smoothed(pdf): picture(pdf).Interpolate = True

@defect("image")
def picture_cut(pdf): picture(pdf).Height = int(picture(pdf).Height) + 1

@defect("forbidden")
def picture_with_a_mask(pdf): picture(pdf).SMask = pdf.make_stream(b"\0", Subtype=Name.Image)

# Structure

@defect("structure")
def no_structure(pdf): del pdf.Root.StructTreeRoot

@defect("heading")
def first_heading_is_third(pdf): elements(pdf, "H1")[0].S = Name.H3

@defect("heading")
def level_left_out(pdf): elements(pdf, "H2")[0].S = Name.H3

@defect("structure")
def unknown_type(pdf): elements(pdf, "P")[2].S = Name.Paragraph

@defect("structure")
def item_outside_of_list(pdf): elements(pdf, "L")[0].S = Name.Div

@defect("structure")
def words_in_a_section(pdf): holding(pdf, "P")[0].S = Name.Sect

@defect("parent")
def wrong_parent(pdf): elements(pdf, "P")[4].P = pdf.Root.StructTreeRoot

@defect("alt")
def figure_without_alternative(pdf): holding(pdf, "P")[1].S = Name.Figure

@defect("bbox")
def figure_without_place(pdf): del elements(pdf, "Figure")[0].A

@defect("note")
def note_without_identifier(pdf): holding(pdf, "P")[1].S = Name.Note

@defect("structure")
def row_of_contents_outside(pdf): elements(pdf, "TOC")[0].S = Name.Div

@defect("structure")
def paragraph_in_contents(pdf): elements(pdf, "TOCI")[0].S = Name.P

@defect("table")
def cells_overlap(pdf): elements(pdf, "TD")[0].A = Dictionary(O=Name.Table, RowSpan=2)

@defect("table")
def cell_without_head(pdf): next(e for e in elements(pdf, "TH") if e.A.Scope == "/Row").A.Scope = Name.Column

@defect("table")
def cell_missing(pdf): del elements(pdf, "TR")[0].K[1]

@defect("table")
def table_without_heads(pdf):
    for cell in elements(pdf, "TH"):
        cell.S = Name.TD

@defect("scope")
def head_without_scope(pdf): del elements(pdf, "TH")[0].A

@defect("list")
def list_without_numbering(pdf): del elements(pdf, "L")[0].A

@defect("actual-text")
def no_logical_order(pdf):
    for elem in elements(pdf, "Span"):
        if "/ActualText" in elem:
            del elem["/ActualText"]

@defect("actual-text")
def other_words_spoken(pdf): next(e for e in elements(pdf, "Span") if "/ActualText" in e).ActualText = String("Other")

@defect("bookmark")
def no_bookmarks(pdf): del pdf.Root.Outlines

@defect("bookmark")
def bookmark_leads_nowhere(pdf): del pdf.Root.Outlines.First["/Dest"]

# Content

@defect("untagged")
def content_outside_of_tags(pdf): content(pdf, rb"/P <</MCID [0-9]+>> BDC", b"/P BMC")

@defect("untagged")
def rule_outside_of_tags(pdf): content(pdf, rb"/Artifact <<[^\n]*>> BDC", b"/Other BMC")

@defect("artifact-in-tag")
def artifact_inside_tag(pdf): content(pdf, rb"(/P <</MCID [0-9]+>> BDC)", rb"\1 /Artifact BMC EMC")

@defect("tag-in-artifact")
def tag_inside_artifact(pdf): content(pdf, rb"(?s)(/P <</MCID [0-9]+>> BDC.*?EMC)", rb"/Artifact BMC \1 EMC")

@defect("artifact")
def artifact_of_no_type(pdf): content(pdf, rb"/Artifact <<[^\n]*>> BDC", b"/Artifact <<>> BDC")

@defect("operator")
def operator_that_nobody_knows(pdf): content(pdf, rb"^", b"1 0 0 re2\n")

@defect("limit")
def states_within_states(pdf): content(pdf, rb"^", b"q " * 29 + b"Q " * 29)

@defect("page")
def page_too_big(pdf): pdf.pages[0].obj.MediaBox = Array([0, 0, 15000, 800])

@defect("page")
def page_blended_anyhow(pdf): pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency)

@defect("nesting")
def content_not_ended(pdf): content(pdf, rb"EMC(?=\s*\Z)", b"")

@defect("mcid")
def number_twice(pdf): content(pdf, rb"/MCID 3>>", b"/MCID 2>>")

@defect("orphan")
def content_in_no_element(pdf): holding(pdf, "P")[0].K = Array()

@defect("mcid")
def content_in_two_elements(pdf): elements(pdf, "Sect")[0].K.append(pdf.make_indirect(Dictionary(
    S=Name.P, P=elements(pdf, "Sect")[0], Pg=pdf.pages[0].obj, K=Array([0]))))

@defect("parent-tree")
def parents_swapped(pdf):
    listed = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    first, second = listed[0], listed[1]
    listed[0], listed[1] = second, first

@defect("parent-tree")
def page_without_parents(pdf): del pdf.pages[0].obj["/StructParents"]

@defect("parent-tree")
def no_parent_tree(pdf): del pdf.Root.StructTreeRoot["/ParentTree"]

# Links

@defect("annotation-contents")
def link_without_words(pdf): del link(pdf)["/Contents"]

@defect("annotation-parent")
def link_without_parent(pdf): del link(pdf)["/StructParent"]

@defect("annotation-parent")
def link_not_in_its_element(pdf):
    elem = elements(pdf, "Link")[0]
    elem.K = Array([k for k in elem.K if not (isinstance(k, Dictionary) and k.get("/Type") == "/OBJR")])

@defect("tabs")
def no_order_of_tabs(pdf):
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]

@defect("annotation-flags")
def link_not_printed(pdf): del link(pdf)["/F"]

@defect("annotation-flags")
def link_hidden(pdf): link(pdf).F = 6

@defect("annotation")
def link_to_nowhere(pdf): del link(pdf)["/Dest"]

@defect("annotation")
def link_without_area(pdf): link(pdf).Rect = Array([70, 70, 70, 90])

# Fonts

@defect("cff")
def program_not_keyed(pdf): program(pdf, b"\x0c\x1e", b"\x0c\x1f")

@defect("cff")
def program_with_a_map(pdf): keyed(pdf).DescendantFonts[0].CIDToGIDMap = Name.Identity

@defect("embedded")
def font_not_embedded(pdf): del font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]

@defect("to-unicode")
def no_text_map(pdf): del font(pdf)["/ToUnicode"]

@defect("to-unicode")
def code_without_text(pdf): unicode_map(pdf, None)

@defect("to-unicode")
def empty_text(pdf): unicode_map(pdf, b"")

@defect("to-unicode")
def text_of_zero(pdf): unicode_map(pdf, b"0000")

@defect("to-unicode")
def text_of_a_byte_order_mark(pdf): unicode_map(pdf, b"FEFF")

@defect("to-unicode")
def text_of_a_noncharacter(pdf): unicode_map(pdf, b"FFFE")

@defect("to-unicode")
def text_longer_than_readers_take(pdf): unicode_map(pdf, b"0061" + b"0301" * 90)

@defect("widths")
def other_width(pdf):
    widths = font(pdf).DescendantFonts[0].W[1]
    widths[used(pdf) - 1] = int(widths[used(pdf) - 1]) + 3

@defect("notdef")
def glyph_of_no_letter(pdf):
    cid = font(pdf).DescendantFonts[0]
    table = bytearray(cid.CIDToGIDMap.read_bytes())
    table[2 * used(pdf):2 * used(pdf) + 2] = b"\0\0"
    cid.CIDToGIDMap = pdf.make_stream(bytes(table))

@defect("notdef")
def glyph_beyond_the_program(pdf):
    cid = font(pdf).DescendantFonts[0]
    cid.CIDToGIDMap = pdf.make_stream(b"\xf0\x00" * 3000)

@defect("font-name")
def name_without_mark(pdf): font(pdf).BaseFont = Name("/NotoSerif")

@defect("descriptor")
def descriptor_not_whole(pdf): del font(pdf).DescendantFonts[0].FontDescriptor["/StemV"]

# Attachments

@defect("attachment")
def attachment_without_relation(pdf): del spec(pdf)["/AFRelationship"]

@defect("attachment")
def attachment_without_type(pdf): del spec(pdf).EF.F["/Subtype"]

@defect("attachment")
def attachment_without_date(pdf): del spec(pdf).EF.F.Params["/ModDate"]

@defect("attachment")
def attachment_without_name(pdf): del spec(pdf)["/F"]

@defect("attachment")
def attachment_without_unicode_name(pdf): del spec(pdf)["/UF"]

@defect("attachment")
def attachment_not_associated(pdf): del pdf.Root["/AF"]

@defect("attachment")
def attachment_in_part_two(pdf): metadata(pdf, rb"<pdfaid:part>3", b"<pdfaid:part>2")

# Bytes

@defect("id", raw=True)
def no_identifier(raw): return raw.replace(b"/ID [", b"/IX [")

@defect("header", raw=True)
def no_binary_comment(raw): return re.sub(rb"(?<=\n)%....", b"%abcd", raw, count=1)

@defect("eof", raw=True)
def bytes_behind_the_end(raw): return raw + b"more\n"

@defect("stream-eol", raw=True)
def no_line_end_behind_stream(raw): return raw.replace(b"stream\n", b"stream\r", 1)

@defect("stream-length", raw=True)
def wrong_length(raw):
    found = re.search(rb"/Length ([0-9]+)", raw)
    return raw[:found.start(1)] + b"%0*d" % (len(found.group(1)), int(found.group(1)) - 1) + raw[found.end(1):]

@defect("stream-length", raw=True)
def no_line_end_before_endstream(raw): return raw.replace(b"\nendstream", b" endstream", 1)


def main(path, folder):
    with open(path, "rb") as file:
        source = file.read()
    for name, code, plant, raw in DEFECTS:
        out = os.path.join(folder, name + ".pdf")
        if raw:
            changed = plant(source)
            assert changed != source, name
            with open(out, "wb") as file:
                file.write(changed)
        else:
            with pikepdf.open(path) as pdf:
                plant(pdf)
                pdf.save(out, compress_streams=False)
        print(name, code)
    with pikepdf.open(path) as pdf:
        pdf.save(os.path.join(folder, "locked.pdf"), encryption=pikepdf.Encryption(owner="o", user=""))
        print("locked encrypted")
        pdf.save(os.path.join(folder, "sound.pdf"), compress_streams=False)
        print("sound -")


if __name__ == "__main__":
    main(*sys.argv[1:])
