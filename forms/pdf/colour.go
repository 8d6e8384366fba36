package pdf

import (
	"encoding/binary"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// outputIntent returns what the colours of the file mean: those of sRGB.
func (f *file) outputIntent() types.Dict {
	profile := f.stream(types.Dict{"N": types.Integer(3)}, profileOfSRGB())
	return types.Dict{"Type": types.Name("OutputIntent"), "S": types.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": text("sRGB IEC61966-2.1"), "Info": text("sRGB IEC61966-2.1"), "DestOutputProfile": profile}
}

// curvePoints is how finely the tone curve of the profile is told.
const curvePoints = 512

// profileOfSRGB makes an ICC profile of version 2.1 by white, the primaries of
// sRGB (IEC 61966-2-1) adapted to D50, and a tone curve (ICC.1:2001-04, 6.3.1.2).
func profileOfSRGB() []byte {
	curve := toneCurve()
	tags := []profileTag{
		{"desc", description("sRGB")}, {"cprt", append([]byte("text\x00\x00\x00\x00"), "No rights reserved\x00"...)},
		{"wtpt", white()}, {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)}, {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
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
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], white()[8:])
	return h
}

// white returns the white of D50.
func white() []byte { return xyz(0.9642, 1, 0.8249) }

func xyz(v ...float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, c := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(math.Round(c*65536)))
	}
	return out
}

// description returns a text description without its Unicode and Macintosh parts.
func description(name string) []byte {
	out := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	return append(append(out, name...), make([]byte, 1+4+4+2+1+67)...)
}

// toneCurve returns how light grows with the value of a colour.
func toneCurve() []byte {
	out := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), curvePoints)
	for i := range curvePoints {
		v := float64(i) / (curvePoints - 1)
		light := v / 12.92
		if v > 0.04045 {
			light = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(light*65535)))
	}
	return out
}
