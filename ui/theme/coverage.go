package theme

import (
	"encoding/binary"
	"sync"
)

// covered has a bit for each character up to mostCovered that Recourse Sans draws,
// as the table "cmap" of the font has it (OpenType 1.9, format 12).
var covered = sync.OnceValue(func() []uint64 {
	bits := make([]uint64, mostCovered/64)
	groups := cmapGroups(regular)
	for len(groups) >= 12 {
		first, last := binary.BigEndian.Uint32(groups), binary.BigEndian.Uint32(groups[4:])
		for r := first; r <= last && r < mostCovered; r++ {
			bits[r/64] |= 1 << (r % 64)
		}
		groups = groups[12:]
	}
	return bits
})

// mostCovered is beyond all characters that the font could draw.
const mostCovered = 0x20000

// Covers reports whether Recourse Sans draws a character.
func Covers(r rune) bool {
	return r >= 0 && r < mostCovered && covered()[r/64]>>(r%64)&1 == 1
}

// cmapGroups returns the groups of the table of all Unicode characters of a font:
// first character, last character and glyph, four bytes each. It is empty where the
// font has no such table.
func cmapGroups(font []byte) []byte {
	cmap := sfntTable(font, "cmap")
	if len(cmap) < 4 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		record := cmap[4+8*i:]
		sub := cmap[binary.BigEndian.Uint32(record[4:]):]
		if binary.BigEndian.Uint16(sub) == 12 {
			return sub[16 : 16+12*binary.BigEndian.Uint32(sub[12:])]
		}
	}
	return nil
}

// sfntTable returns a table of a font by its tag; nothing where it is not there.
func sfntTable(font []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		record := font[12+16*i:]
		if string(record[:4]) == tag {
			at, size := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			return font[at : at+size]
		}
	}
	return nil
}
