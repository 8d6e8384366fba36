package pdf

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"

	"recourse/forms/layout"
	"recourse/i18n/fonts"
)

// subsets gathers, face by face, the glyphs that the pages use.
type subsets struct {
	set     fonts.Set
	current map[fonts.Name]*subset
	subsets []*subset // in the order of first use
}

func newSubsets(f fonts.Set) *subsets {
	return &subsets{set: f, current: map[fonts.Name]*subset{}}
}

// full is how many codes one subset holds; a face that needs more has another.
const full = 60000

// code returns the code of a mark and the subset that it is a code of.
func (s *subsets) code(name fonts.Name, m mark) (*subset, uint16, error) {
	sub := s.current[name]
	if sub == nil || len(sub.codes) >= full {
		face, ok := s.set.Face(name)
		if !ok {
			return nil, 0, fmt.Errorf("find face %s: it is not in the set of faces", name)
		}
		ttf, err := parse(face.Data())
		if err != nil {
			return nil, 0, fmt.Errorf("parse face %s: %w", name, err)
		}
		sub = newSubset(name, ttf, "F"+strconv.Itoa(len(s.subsets)+1))
		s.current[name], s.subsets = sub, append(s.subsets, sub)
	}
	code, err := sub.code(m)
	if err != nil {
		return nil, 0, fmt.Errorf("use face %s: %w", name, err)
	}
	return sub, code, nil
}

// subset is the part of a face that the pages use. Each pair of glyph and text
// has a code of its own, from 1.
type subset struct {
	name     fonts.Name
	resource string // its name on the pages
	source   trueType
	codes    []codePoint
	known    map[pair]uint16
	glyphs   [][]byte          // outlines, by new glyph id
	widths   []uint16          // in units of the face
	renamed  map[uint32]uint16 // from glyph ids of the face to new ones
	made     map[string]uint16 // glyphs composed for clusters, by their parts
	parts    int               // the most parts of a composed glyph
}

// codePoint is what one code draws, how wide, and which text it stands for.
type codePoint struct {
	glyph uint16
	width int32 // in thousandths of the em
	text  string
}

type pair struct {
	glyph uint16
	text  string
}

func newSubset(name fonts.Name, source trueType, resource string) *subset {
	s := &subset{name: name, resource: resource, source: source,
		known: map[pair]uint16{}, renamed: map[uint32]uint16{}, made: map[string]uint16{}}
	s.glyphs, s.widths = [][]byte{nil}, []uint16{source.advance(0)}
	s.renamed[0] = 0
	if source.cff != nil {
		s.glyphs[0] = charString(nil, s.thousandths(0))
	} else {
		s.glyphs[0] = source.outline(0)
	}
	return s
}

// code returns the code of a mark, a new one where glyph and text are not known.
func (s *subset) code(m mark) (uint16, error) {
	glyph, err := s.glyph(m)
	if err != nil {
		return 0, err
	}
	key := pair{glyph, m.text}
	if code, ok := s.known[key]; ok {
		return code, nil
	}
	s.codes = append(s.codes, codePoint{glyph, s.thousandths(glyph), m.text})
	code := uint16(len(s.codes))
	s.known[key] = code
	return code, nil
}

// thousandths returns the width of a new glyph in thousandths of the em.
func (s *subset) thousandths(glyph uint16) int32 {
	return (int32(s.widths[glyph])*1000 + s.source.unitsPerEm/2) / s.source.unitsPerEm
}

// glyph returns the new id of what a mark draws: a glyph of the face as it is,
// or one composed of several.
func (s *subset) glyph(m mark) (uint16, error) {
	if len(m.parts) == 1 && m.parts[0].X == 0 && m.parts[0].Y == 0 {
		return s.take(m.parts[0].ID)
	}
	if len(m.parts) > manyParts {
		m.parts = distinct(m.parts)
	}
	key := binary.AppendVarint(nil, int64(m.em))
	for _, p := range m.parts {
		key = binary.AppendUvarint(key, uint64(p.ID))
		key = binary.AppendVarint(binary.AppendVarint(key, int64(p.X)), int64(p.Y))
	}
	if glyph, ok := s.made[string(key)]; ok {
		return glyph, nil
	}
	glyph, err := s.compose(m)
	s.made[string(key)] = glyph
	return glyph, err
}

// manyParts is how many parts of one glyph are looked through for the same again.
const manyParts = 16

// distinct leaves out parts that stand where the same part stands already: they add
// no ink, and a glyph of too many parts is not drawn by some readers.
func distinct(parts []layout.Glyph) []layout.Glyph {
	var out []layout.Glyph
	for _, p := range parts {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// add appends an outline and returns its new glyph id.
func (s *subset) add(outline []byte, width uint16) uint16 {
	s.glyphs, s.widths = append(s.glyphs, outline), append(s.widths, width)
	return uint16(len(s.glyphs) - 1)
}

// take copies a glyph of the face, with the glyphs that it is composed of.
func (s *subset) take(id uint32) (uint16, error) {
	if glyph, ok := s.renamed[id]; ok {
		return glyph, nil
	}
	if id >= uint32(s.source.count) {
		return 0, fmt.Errorf("glyph %d of %d: it is not in the face", id, s.source.count)
	}
	glyph := s.add(nil, s.source.advance(int(id)))
	s.renamed[id] = glyph
	if s.source.cff != nil {
		return glyph, s.drawn(glyph, []layout.Glyph{{ID: id}})
	}
	outline := s.source.outline(int(id))
	if len(outline) >= 10 && int16(binary.BigEndian.Uint16(outline)) < 0 {
		renamed, err := s.rename(outline)
		if err != nil {
			return 0, err
		}
		outline = renamed
	}
	s.glyphs[glyph] = outline
	return glyph, nil
}

// drawn sets the program of a new glyph that is drawn as parts of a CFF face.
func (s *subset) drawn(glyph uint16, parts []layout.Glyph) error {
	outline, err := s.source.cff.join(parts)
	s.glyphs[glyph] = charString(outline, s.thousandths(glyph))
	return err
}

// The flags of a component of a composed glyph, after the OpenType format.
const (
	wordArguments = 0x0001
	xyArguments   = 0x0002
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	fourScales    = 0x0080
)

// rename returns the outline of a composed glyph with new ids of its parts.
func (s *subset) rename(outline []byte) ([]byte, error) {
	out := append([]byte(nil), outline...)
	for at := 10; ; {
		if at+4 > len(out) {
			return nil, fmt.Errorf("composed glyph ends within its parts")
		}
		flags := binary.BigEndian.Uint16(out[at:])
		part, err := s.take(uint32(binary.BigEndian.Uint16(out[at+2:])))
		if err != nil {
			return nil, err
		}
		binary.BigEndian.PutUint16(out[at+2:], part)
		if flags&moreParts == 0 {
			return out, nil
		}
		at += partLength(flags)
	}
}

func partLength(flags uint16) int {
	length := 6
	if flags&wordArguments != 0 {
		length += 2
	}
	switch {
	case flags&oneScale != 0:
		length += 2
	case flags&twoScales != 0:
		length += 4
	case flags&fourScales != 0:
		length += 8
	}
	return length
}

// compose makes one glyph of the parts of a mark. Parts without ink are left
// out; a mark without ink makes an empty glyph of its width.
func (s *subset) compose(m mark) (uint16, error) {
	width := uint16(max(int64(m.em)*int64(s.source.unitsPerEm)/1000, 0))
	if s.source.cff != nil {
		glyph := s.add(nil, width)
		return glyph, s.drawn(glyph, m.parts)
	}
	var ink []layout.Glyph
	for _, p := range m.parts {
		if _, err := s.take(p.ID); err != nil {
			return 0, err
		}
		if len(s.source.outline(int(p.ID))) >= 10 {
			ink = append(ink, p)
		}
	}
	if len(ink) == 0 {
		return s.add(nil, width), nil
	}
	s.parts = max(s.parts, len(ink))
	return s.add(s.composed(ink), width), nil
}

// composed writes the outline of a glyph that is composed of parts.
func (s *subset) composed(parts []layout.Glyph) []byte {
	out := binary.BigEndian.AppendUint16(nil, 0xFFFF)
	for _, v := range s.bounds(parts) {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	for i, p := range parts {
		flags := uint16(wordArguments | xyArguments)
		if i < len(parts)-1 {
			flags |= moreParts
		}
		out = binary.BigEndian.AppendUint16(out, flags)
		out = binary.BigEndian.AppendUint16(out, s.renamed[p.ID])
		out = binary.BigEndian.AppendUint16(out, uint16(s.units(p.X)))
		out = binary.BigEndian.AppendUint16(out, uint16(s.units(p.Y)))
	}
	return out
}

// units turns thousandths of the em into units of the face.
func (s *subset) units(v int32) int16 {
	return int16(min(max(v*s.source.unitsPerEm/1000, -32000), 32000))
}

// bounds returns the box around all parts: least X and Y, greatest X and Y.
func (s *subset) bounds(parts []layout.Glyph) [4]int16 {
	box := [4]int16{32767, 32767, -32768, -32768}
	for _, p := range parts {
		outline := s.source.outline(int(p.ID))
		dx, dy := s.units(p.X), s.units(p.Y)
		for k := range box {
			v := int16(binary.BigEndian.Uint16(outline[2+2*k:])) + [2]int16{dx, dy}[k%2]
			if k < 2 {
				box[k] = min(box[k], v)
			} else {
				box[k] = max(box[k], v)
			}
		}
	}
	return box
}
