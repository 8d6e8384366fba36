package pdf

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// trueType is a TrueType or OpenType file taken apart as far as a subset needs it.
// The layout of the tables is that of the OpenType specification.
type trueType struct {
	tables     map[string][]byte
	unitsPerEm int32
	count      int // of glyphs
	metrics    int // entries of hmtx with an advance
	longLoca   bool
	cff        *cff // the outlines where they are not those of TrueType
}

// The first bytes of files with outlines of TrueType and of CFF.
const (
	trueTypeFile = 0x00010000
	openTypeFile = 0x4F54544F // "OTTO"
)

// parse takes a file with outlines apart. It refuses what lacks a table or is cut.
func parse(data []byte) (trueType, error) {
	t := trueType{tables: map[string][]byte{}}
	if len(data) < 12 || binary.BigEndian.Uint32(data) != trueTypeFile && binary.BigEndian.Uint32(data) != openTypeFile {
		return t, fmt.Errorf("it is no TrueType or OpenType file")
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[min(12+16*i, len(data)):]
		if len(entry) < 16 {
			return t, fmt.Errorf("the table directory is cut")
		}
		start, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if start+length > uint64(len(data)) {
			return t, fmt.Errorf("table %q reaches beyond the file", entry[:4])
		}
		t.tables[string(entry[:4])] = data[start : start+length]
	}
	if binary.BigEndian.Uint32(data) == openTypeFile {
		return t, t.measureCFF()
	}
	return t, t.measure()
}

// measure reads the sizes and checks that the tables hold what they promise.
func (t *trueType) measure() error {
	if err := t.holds(map[string]int{"head": 54, "hhea": 36, "maxp": 32, "hmtx": 4, "loca": 4, "glyf": 0}); err != nil {
		return err
	}
	if err := t.sizes(); err != nil {
		return err
	}
	t.longLoca = binary.BigEndian.Uint16(t.tables["head"][50:]) == 1
	if entry := 2 + 2*bit(t.longLoca); len(t.tables["loca"]) < entry*(t.count+1) {
		return fmt.Errorf("table \"loca\" is cut")
	}
	return nil
}

// measureCFF does so for a file with outlines of CFF.
func (t *trueType) measureCFF() error {
	err := t.holds(map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "CFF ": 4})
	if err != nil {
		return err
	}
	if err := t.sizes(); err != nil {
		return err
	}
	if t.cff, err = parseCFF(t.tables["CFF "], t.unitsPerEm); err != nil {
		return err
	}
	t.count = min(t.count, len(t.cff.glyphs))
	return nil
}

// holds checks that the tables are there and not shorter than the given lengths.
func (t *trueType) holds(least map[string]int) error {
	for name, length := range least {
		if table, ok := t.tables[name]; !ok || len(table) < length {
			return fmt.Errorf("table %q is missing or cut", name)
		}
	}
	return nil
}

// sizes reads the measures that all files have.
func (t *trueType) sizes() error {
	t.unitsPerEm = int32(binary.BigEndian.Uint16(t.tables["head"][18:]))
	t.count = int(binary.BigEndian.Uint16(t.tables["maxp"][4:]))
	t.metrics = int(binary.BigEndian.Uint16(t.tables["hhea"][34:]))
	switch {
	case t.unitsPerEm == 0:
		return fmt.Errorf("table \"head\" has no units")
	case t.metrics == 0 || len(t.tables["hmtx"]) < 4*t.metrics:
		return fmt.Errorf("table \"hmtx\" is cut")
	}
	return nil
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// advance returns the width of a glyph in units of the face.
func (t *trueType) advance(glyph int) uint16 {
	return binary.BigEndian.Uint16(t.tables["hmtx"][4*min(glyph, t.metrics-1):])
}

// outline returns the outline of a glyph; it is empty for one without ink, and
// for one whose place in the file is broken.
func (t *trueType) outline(glyph int) []byte {
	start, end := t.offset(glyph), t.offset(glyph+1)
	if start > end || end > len(t.tables["glyf"]) {
		return nil
	}
	return t.tables["glyf"][start:end]
}

func (t *trueType) offset(glyph int) int {
	if t.longLoca {
		return int(binary.BigEndian.Uint32(t.tables["loca"][4*glyph:]))
	}
	return 2 * int(binary.BigEndian.Uint16(t.tables["loca"][2*glyph:]))
}

// signed reads a signed number of a table; it is 0 where the face lacks it.
func (t *trueType) signed(table string, at int) int32 {
	if len(t.tables[table]) < at+2 {
		return 0
	}
	return int32(int16(binary.BigEndian.Uint16(t.tables[table][at:])))
}

// file writes the subset as a file that holds what a PDF needs of it: TrueType, or
// bare CFF where the face has outlines of that kind.
func (s *subset) file() []byte {
	if s.source.cff != nil {
		return s.cffFile()
	}
	glyf, loca := []byte{}, []byte{0, 0, 0, 0}
	hmtx := []byte{}
	for i, outline := range s.glyphs {
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		bearing := uint16(0)
		if len(outline) >= 10 {
			bearing = binary.BigEndian.Uint16(outline[2:])
		}
		hmtx = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(hmtx, s.widths[i]), bearing)
	}
	return assemble(map[string][]byte{"glyf": glyf, "loca": loca, "hmtx": hmtx,
		"head": s.head(), "hhea": s.hhea(), "maxp": s.maxp()})
}

func (s *subset) head() []byte {
	head := append([]byte(nil), s.source.tables["head"][:54]...)
	binary.BigEndian.PutUint32(head[8:], 0)  // the checksum is set by assemble
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	return head
}

func (s *subset) hhea() []byte {
	hhea := append([]byte(nil), s.source.tables["hhea"][:36]...)
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	return hhea
}

// maxp raises the limits to what composed glyphs may need.
func (s *subset) maxp() []byte {
	maxp := append([]byte(nil), s.source.tables["maxp"][:32]...)
	value := func(at int) int { return int(binary.BigEndian.Uint16(maxp[at:])) }
	set := func(at, v int) { binary.BigEndian.PutUint16(maxp[at:], uint16(min(v, 65535))) }
	points, contours := max(value(6), value(10)), max(value(8), value(12))
	set(4, len(s.glyphs))
	set(10, points*max(s.parts, 1))
	set(12, contours*max(s.parts, 1))
	set(28, max(value(28), s.parts))
	set(30, value(30)+1)
	return maxp
}

// assemble writes tables as a TrueType file with its checksums.
func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for name := range tables {
		names = append(names, name)
	}
	sort.Strings(names)
	out := directory(len(names))
	body, offset := []byte{}, uint32(12+16*len(names))
	for _, name := range names {
		table := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(table))
		out = binary.BigEndian.AppendUint32(out, offset+uint32(len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(table)))
		body = append(body, table...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	at := headOffset(out, len(names))
	binary.BigEndian.PutUint32(out[at+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// directory returns the head of a TrueType file of n tables.
func directory(n int) []byte {
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// headOffset finds table head by the directory.
func headOffset(file []byte, n int) uint32 {
	for i := range n {
		if entry := file[12+16*i:]; string(entry[:4]) == "head" {
			return binary.BigEndian.Uint32(entry[8:])
		}
	}
	return 0
}

func checksum(table []byte) uint32 {
	sum := uint32(0)
	for i := 0; i < len(table); i += 4 {
		var word [4]byte
		copy(word[:], table[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
