package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// outputIntent returns what the colours of the file mean: those of sRGB.
func (f *file) outputIntent() types.Dict {
	profile := f.stream(types.Dict{"N": types.Integer(3)}, profileOfSRGB())
	return types.Dict{"Type": types.Name("OutputIntent"), "S": types.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": text("sRGB IEC61966-2.1"), "Info": text("sRGB IEC61966-2.1"), "DestOutputProfile": profile}
}

// profileOfSRGB makes an ICC profile of version 4.2 by white, the primaries of
// sRGB (IEC 61966-2-1) adapted from D65 to D50 after Bradford, and the formula of
// its tone curve (ICC.1:2004-10, 8.3.3). Readers invert the formula at once; a
// table of values costs some of them more time than the rest of a page.
func profileOfSRGB() []byte {
	curve := toneCurve()
	tags := []profileTag{
		{"desc", inEnglish("sRGB")}, {"cprt", inEnglish("No rights reserved")}, {"wtpt", white()},
		{"chad", fixed("sf32", 1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017075, -0.009247, 0.015076, 0.751678)},
		{"rXYZ", fixed("XYZ ", 0.43607, 0.22249, 0.01392)},
		{"gXYZ", fixed("XYZ ", 0.38515, 0.71687, 0.09708)}, {"bXYZ", fixed("XYZ ", 0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // the others share the curve of red
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	offset, length := 0, 0
	for _, t := range tags {
		if t.data != nil {
			offset, length = 128+4+12*len(tags)+len(body), len(t.data)
			body = append(body, t.data...)
			body = append(body, make([]byte, (4-len(body)%4)%4)...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(table, uint32(offset)), uint32(length))
	}
	return append(append(profileHeader(128+len(table)+len(body)), table...), body...)
}

type profileTag struct {
	name string
	data []byte
}

// profileHeader returns the header of a profile of a display whose colours are
// RGB and connect through XYZ. Its date is fixed.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x04200000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], white()[8:])
	return h
}

// white returns the white of D50.
func white() []byte { return fixed("XYZ ", 0.9642, 1, 0.8249) }

// fixed returns a tag of numbers with 16 binary places.
func fixed(kind string, v ...float64) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	for _, c := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(c*65536))))
	}
	return out
}

// inEnglish returns a text in one language (ICC.1:2004-10, 10.13).
func inEnglish(words string) []byte {
	out := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(words)))
	out = binary.BigEndian.AppendUint32(out, 28) // where the text begins
	for _, unit := range utf16.Encode([]rune(words)) {
		out = binary.BigEndian.AppendUint16(out, unit)
	}
	return out
}

// toneCurve returns how light grows with the value v of a colour: v/12.92 below
// 0.04045, from there on ((v+0.055)/1.055)^2.4 (ICC.1:2004-10, 10.15, type 3).
func toneCurve() []byte {
	curve := fixed("para", 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	return append(append(curve[:8:8], 0, 3, 0, 0), curve[8:]...)
}
