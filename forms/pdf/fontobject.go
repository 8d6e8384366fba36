package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font adds the objects of one subset to the file and returns a reference to the
// font: a composite font whose codes are two bytes, whose glyphs are found by a
// map or, in a CFF face, under the codes themselves, and whose texts are told by a
// ToUnicode map (ISO 32000-1, 9.7 and 9.10.3).
func (f *file) font(s *subset) types.IndirectRef {
	program := s.file()
	name := types.Name(tag(program) + "+" + string(s.name))
	widths := make(types.Array, len(s.codes))
	for i, c := range s.codes {
		widths[i] = types.Integer(c.width)
	}
	descendant := types.Dict{
		"Type": types.Name("Font"), "Subtype": types.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": types.Dict{"Registry": types.StringLiteral("Adobe"),
			"Ordering": types.StringLiteral("Identity"), "Supplement": types.Integer(0)},
		"DW": types.Integer(0),
		"W":  types.Array{types.Integer(1), widths},
	}
	descriptor, whole := s.descriptor(name), name
	if s.source.cff != nil {
		descriptor["FontFile3"] = f.stream(types.Dict{"Subtype": types.Name("CIDFontType0C")}, program)
		descendant["Subtype"], whole = types.Name("CIDFontType0"), name+"-Identity-H"
	} else {
		descriptor["FontFile2"] = f.stream(types.Dict{"Length1": types.Integer(len(program))}, program)
		descendant["CIDToGIDMap"] = f.stream(types.Dict{}, s.glyphMap())
	}
	descendant["FontDescriptor"] = f.add(descriptor)
	return f.add(types.Dict{
		"Type": types.Name("Font"), "Subtype": types.Name("Type0"), "BaseFont": whole,
		"Encoding": types.Name("Identity-H"), "DescendantFonts": types.Array{f.add(descendant)},
		"ToUnicode": f.stream(types.Dict{}, s.toUnicode()),
	})
}

// glyphMap writes the glyph of each code, two bytes each, from code 0.
func (s *subset) glyphMap() []byte {
	glyphs := make([]byte, 2, 2+2*len(s.codes))
	for _, c := range s.codes {
		glyphs = binary.BigEndian.AppendUint16(glyphs, c.glyph)
	}
	return glyphs
}

// The flags of a font descriptor (ISO 32000-1, table 123).
const (
	serifFlag    = 1 << 1
	symbolicFlag = 1 << 2
	italicFlag   = 1 << 6
	boldWeight   = 600
)

// descriptor describes the face, but for its program; its measures are in
// thousandths of the em.
func (s *subset) descriptor(name types.Name) types.Dict {
	t := &s.source
	em := func(table string, at int) types.Integer {
		return types.Integer(t.signed(table, at) * 1000 / t.unitsPerEm)
	}
	angle := float64(t.signed("post", 4)) + float64(uint16(t.signed("post", 6)))/65536
	flags, stem := serifFlag|symbolicFlag, 84
	if angle != 0 {
		flags |= italicFlag
	}
	if t.signed("OS/2", 4) >= boldWeight {
		stem = 140
	}
	return types.Dict{
		"Type": types.Name("FontDescriptor"), "FontName": name, "Flags": types.Integer(flags),
		"FontBBox":    types.Array{em("head", 36), em("head", 38), em("head", 40), em("head", 42)},
		"ItalicAngle": types.Float(angle), "Ascent": em("hhea", 4), "Descent": em("hhea", 6),
		"CapHeight": em("OS/2", 88), "StemV": types.Integer(stem),
	}
}

// tag returns the six letters that mark a subset, from its bytes.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// entries is how many lines one block of a ToUnicode map may have.
const entries = 100

// toUnicode writes the map from codes to texts.
func (s *subset) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for start := 0; start < len(s.codes); start += entries {
		block := s.codes[start:min(start+entries, len(s.codes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, c := range block {
			fmt.Fprintf(&b, "<%04X> <", start+i+1)
			for _, unit := range utf16.Encode([]rune(c.text)) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
