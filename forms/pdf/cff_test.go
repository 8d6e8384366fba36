package pdf

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"recourse/forms/layout"
	"recourse/i18n/fonts"
)

// wideFace returns the face with CFF outlines, taken apart.
func wideFace(t *testing.T) (*fonts.Face, trueType) {
	t.Helper()
	set, err := fonts.Document()
	if err != nil {
		t.Fatal(err)
	}
	face, _ := set.Face("NotoSerifCJKjp-Regular")
	parsed, err := parse(face.Data())
	if err != nil || parsed.cff == nil {
		t.Fatalf("error %v", err)
	}
	return face, parsed
}

// The subset of a CFF face can be taken apart again, and each code draws what the
// glyph did, to a thousandth of the em: alone, moved, and together with another.
func TestCFFSubsetDrawsTheSame(t *testing.T) {
	face, source := wideFace(t)
	s := newSubset(face.Name, source, "F1")
	var marks []mark
	for id := uint32(1); id < uint32(source.count); id += 97 {
		marks = append(marks, mark{parts: []layout.Glyph{{ID: id}}, text: "x"})
	}
	marks = append(marks, mark{parts: []layout.Glyph{{ID: 9, X: 40, Y: -7}}, text: "y", em: 800},
		mark{parts: []layout.Glyph{{ID: 500}, {ID: 900, X: -300, Y: 120}}, text: "z", em: 1000}, mark{text: " "})
	for _, m := range marks {
		if _, err := s.code(m); err != nil {
			t.Fatal(err)
		}
	}
	again, err := parseCFF(s.file(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.glyphs) != len(marks)+1 {
		t.Fatalf("%d glyphs of %d", len(again.glyphs), len(marks)+1)
	}
	ink := 0
	for i, m := range marks {
		want, err := source.cff.join(m.parts)
		if err != nil {
			t.Fatal(err)
		}
		got, err := again.outline(i + 1)
		if err != nil || len(got) != len(want) {
			t.Fatalf("code %d: %d steps of %d, error %v", i+1, len(got), len(want), err)
		}
		for k := range want {
			ink++
			used := map[stepKind]int{moveStep: 1, lineStep: 1, curveStep: 3}[want[k].kind]
			for n, p := range want[k].points[:used] {
				if q := got[k].points[n]; got[k].kind != want[k].kind || math.Abs(p.x-q.x) > 0.51 || math.Abs(p.y-q.y) > 0.51 {
					t.Fatalf("code %d, step %d: %v, not %v", i+1, k, got[k], want[k])
				}
			}
		}
	}
	if ink < 10_000 {
		t.Errorf("only %d steps were compared", ink)
	}
}

// A CFF table that is cut or changed is refused or drawn otherwise; it never stops
// the program, and never without end.
func TestBrokenOutlinesAreRefused(t *testing.T) {
	_, source := wideFace(t)
	whole := source.tables["CFF "]
	for _, length := range []int{0, 3, 4, 100, 1000, 5000, len(whole) / 2} {
		if _, err := parseCFF(whole[:length], 1000); err == nil {
			t.Errorf("%d bytes are taken for a face", length)
		}
	}
	chance := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 300 {
		program := append([]byte(nil), source.cff.glyphs[1+chance.IntN(source.count-1)]...)
		for range 4 {
			program[chance.IntN(len(program))] = byte(chance.IntN(256))
		}
		p := pen{face: source.cff, group: source.cff.subprograms(1)}
		if _, err := p.run(program, 0); err != nil {
			refused++
			if err.Error() == "" || strings.ToLower(err.Error()[:1]) != err.Error()[:1] {
				t.Errorf("error %q", err)
			}
		}
	}
	if refused == 0 {
		t.Error("no change was noticed")
	}
	head := append([]byte(nil), whole[:3000]...)
	for range 60 {
		changed := append(append([]byte(nil), head...), whole[3000:]...)
		for range 8 {
			changed[chance.IntN(200)] = byte(chance.IntN(256))
		}
		if face, err := parseCFF(changed, 1000); err == nil {
			_, _ = face.outline(len(face.glyphs) / 2) // an error is as good as an outline
		}
	}
}
