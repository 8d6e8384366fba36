package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"recourse/forms/layout"
	"recourse/i18n/fonts"
)

func serif(t *testing.T) *fonts.Face {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	face, _ := set.Face("NotoSerif-Regular")
	return face
}

// A face that is cut or broken is refused with a reason, whatever is broken; it
// never stops the program.
func TestBrokenFacesAreRefused(t *testing.T) {
	whole := serif(t).Data()
	change := func(f func([]byte)) []byte {
		data := append([]byte(nil), whole...)
		f(data)
		return data
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "no TrueType"},
		{"another format", change(func(d []byte) { copy(d, "wOFF") }), "no TrueType"},
		{"outlines of another kind", change(func(d []byte) { copy(d, "OTTO") }), "\"CFF \" is missing"},
		{"directory cut", whole[:13], "directory is cut"},
		{"tables cut", whole[:2000], "beyond the file"},
		{"table missing", change(func(d []byte) { copy(d[bytes.Index(d, []byte("loca")):], "xxxx") }), "\"loca\" is missing"},
		{"length beyond", change(func(d []byte) { binary.BigEndian.PutUint32(d[24:], 0xFFFFFFFF) }), "beyond the file"},
	} {
		if _, err := parse(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
	for length := 0; length < 1000; length += 7 {
		if _, err := parse(whole[:length]); err == nil {
			t.Errorf("%d bytes are taken for a face", length)
		}
	}
}

// Each pair of glyph and text has one code; the same glyph with another text has
// another.
func TestOneCodeForEachGlyphAndText(t *testing.T) {
	face := serif(t)
	ttf, err := parse(face.Data())
	if err != nil {
		t.Fatal(err)
	}
	s := newSubset(face.Name, ttf, "F1")
	glyph := func(ids ...uint32) []layout.Glyph {
		var list []layout.Glyph
		for i, id := range ids {
			list = append(list, layout.Glyph{ID: id, X: int32(i) * 10})
		}
		return list
	}
	for _, c := range []struct {
		name string
		mark mark
		want uint16
	}{
		{"first", mark{parts: glyph(36), text: "C"}, 1},
		{"again", mark{parts: glyph(36), text: "C"}, 1},
		{"other text", mark{parts: glyph(36), text: "c"}, 2},
		{"composed", mark{parts: glyph(36, 37), em: 700, text: "x"}, 3},
		{"composed again", mark{parts: glyph(36, 37), em: 700, text: "x"}, 3},
		{"composed, wider", mark{parts: glyph(36, 37), em: 701, text: "x"}, 4},
		{"composed with a space", mark{parts: glyph(36, 1), em: 900, text: "y"}, 5},
		{"carrier", mark{text: "\u0301"}, 6},
		{"carrier of a space", mark{text: " "}, 7},
	} {
		if got, err := s.code(c.mark); err != nil || got != c.want {
			t.Errorf("%s: code %d (%v), want %d", c.name, got, err, c.want)
		}
	}
	if s.codes[5].width != 0 || len(s.glyphs[s.codes[5].glyph]) != 0 {
		t.Error("a carrier has a width or ink")
	}
}

// A subset is a sound TrueType file: it can be taken apart again, its checksums
// are right, and its glyphs have the outlines and widths of the face.
func TestSubsetIsASoundFace(t *testing.T) {
	face := serif(t)
	ttf, err := parse(face.Data())
	if err != nil {
		t.Fatal(err)
	}
	s := newSubset(face.Name, ttf, "F1")
	for id := range uint32(400) {
		if _, err := s.code(mark{parts: []layout.Glyph{{ID: id}}, text: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	file := s.file()
	again, err := parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if checksum(file) != 0xB1B0AFBA {
		t.Errorf("checksum %08X", checksum(file))
	}
	for id := range uint32(400) {
		glyph := int(s.renamed[id])
		before, after := ttf.outline(int(id)), again.outline(glyph)
		if again.advance(glyph) != ttf.advance(int(id)) || len(after) < len(before) || len(after) > len(before)+3 {
			t.Errorf("glyph %d: %d units and %d bytes, not %d and %d", id, again.advance(glyph), len(after), ttf.advance(int(id)), len(before))
		}
	}
}

// Every code has a text, and none that PDF/A forbids.
func TestEveryCodeHasAText(t *testing.T) {
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range oddTexts {
		pages, _ := layout.Pages(oddDocument(text), set)
		p := newPainter(set)
		if _, err := p.pages(pages); err != nil {
			t.Fatal(err)
		}
		for _, s := range p.faces.subsets {
			for i, c := range s.codes {
				if c.text == "" || strings.ContainsAny(c.text, "\x00\ufeff\ufffe") {
					t.Errorf("code %d of %s stands for %q", i+1, s.name, c.text)
				}
			}
		}
	}
}

// A panic of the composing library is an error.
func TestPanicOfTheLibraryIsAnError(t *testing.T) {
	_, err := compose(make([]layout.Page, 2), []string{"q Q"})
	if err == nil || !strings.HasPrefix(err.Error(), "compose pages: ") {
		t.Errorf("error %v", err)
	}
}

// Marks piled up on one another are drawn once: some readers draw no glyph of a
// thousand parts at all.
func TestPiledMarksAreDrawnOnce(t *testing.T) {
	face := serif(t)
	source, err := parse(face.Data())
	if err != nil {
		t.Fatal(err)
	}
	s := newSubset(face.Name, source, "F1")
	piled := []layout.Glyph{{ID: 68}}
	for range 1000 {
		piled = append(piled, layout.Glyph{ID: 80, Y: 300}, layout.Glyph{ID: 80, Y: 600})
	}
	if _, err := s.code(mark{parts: piled, em: 500, text: "a"}); err != nil || s.parts != 3 {
		t.Errorf("%d parts, want 3; error %v", s.parts, err)
	}
}
