package layout

import (
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"recourse/i18n/fonts"
)

// shape is a cluster as the face draws it, free of place and size, so that the
// shape of a word serves wherever the word stands.
type shape struct {
	face   *fonts.Face // nil where no face can draw the cluster
	runes  int32       // how many characters it draws
	em     int32       // its advance in thousandths of the em
	glyphs []Glyph
}

// shaper turns words into shapes and remembers them for one document.
type shaper struct {
	set    fonts.Set
	buffer *harfbuzz.Buffer
	faces  map[*fonts.Face]*harfbuzz.Font
	words  map[word][]shape
	chosen map[choice]*fonts.Face
}

// word is all that the shape of a word depends on.
type word struct {
	unit
	text string
}

// unit is what is the same all over a piece that is shaped at once.
type unit struct {
	face   *fonts.Face
	script language.Script
	lang   language.Language
	rtl    bool
}

type choice struct {
	r      rune
	style  fonts.Style
	script language.Script
}

func newShaper(set fonts.Set) *shaper {
	return &shaper{set: set, buffer: harfbuzz.NewBuffer(), faces: map[*fonts.Face]*harfbuzz.Font{},
		words: map[word][]shape{}, chosen: map[choice]*fonts.Face{}}
}

// face chooses the face of a character, nil where there is none.
func (s *shaper) face(r rune, style fonts.Style, script language.Script) *fonts.Face {
	key := choice{r, style, script}
	face, known := s.chosen[key]
	if !known {
		face, _ = s.set.Choose(r, style, script)
		s.chosen[key] = face
	}
	return face
}

// longest is how many characters are shaped at once; what is longer without a
// space is cut between clusters, and joined letters still see their neighbours.
const longest = 256

// shapeText fills the clusters of t. levels are those of the whole hard line.
func (s *setter) shapeText(t *text, levels []uint8) {
	scripts := t.scripts(levels)
	t.clusters = make([]cluster, 0, len(t.drawn))
	for start := 0; start < len(t.drawn); {
		u := s.unitAt(t, scripts, levels, start)
		end := start + 1
		for end < len(t.drawn) && (end-start < longest || continues(t.drawn[end])) && !s.parts(t, u, scripts, levels, end) {
			end++
		}
		s.shapeUnit(t, u, start, end)
		start = end
	}
}

// unitAt returns what the character at i is shaped with.
func (s *setter) unitAt(t *text, scripts []language.Script, levels []uint8, i int) unit {
	src := &t.sources[t.owner[i]]
	return unit{s.shaper.face(t.drawn[i], src.look.style, scripts[i]), scripts[i],
		language.NewLanguage(string(src.Lang)), levels[t.at[i]]&1 == 1}
}

// parts tells whether a new piece begins at i, behind a piece of unit u.
func (s *setter) parts(t *text, u unit, scripts []language.Script, levels []uint8, i int) bool {
	if t.drawn[i] == ' ' || t.drawn[i-1] == ' ' || t.owner[i] != t.owner[i-1] || levels[t.at[i]] != levels[t.at[i-1]] {
		return true
	}
	if continues(t.drawn[i]) && u.face != nil && (fonts.Joiner(t.drawn[i]) || u.face.Draws(t.drawn[i])) {
		return false
	}
	style := t.sources[t.owner[i]].look.style
	return scripts[i] != u.script || s.shaper.face(t.drawn[i], style, scripts[i]) != u.face
}

// continues tells whether r belongs to the character before it.
func continues(r rune) bool { return r >= 0x300 && (fonts.Joiner(r) || unicode.Is(unicode.M, r)) }

// shapeUnit appends the clusters of the piece from start to end, which has one
// unit, at the size of its source.
func (s *setter) shapeUnit(t *text, u unit, start, end int) {
	src := &t.sources[t.owner[start]]
	at := int32(start)
	for _, sh := range s.shaper.shapes(t, u, start, end) {
		space := sh.runes == 1 && spacing(t.drawn[at])
		t.clusters = append(t.clusters, cluster{sh, at, sh.advance(src.look.size), space})
		at += sh.runes
	}
	if u.face == nil {
		s.missing(src.Run, t.drawn[start:end])
	}
}

// advance returns the width of the shape at a nominal size.
func (sh *shape) advance(size Length) Length {
	return scaled(sh.em, sh.size(size))
}

// size returns the size that the face is set in where the nominal size is given.
func (sh *shape) size(nominal Length) Length {
	if sh.face == nil {
		return nominal
	}
	return nominal * Length(sh.face.Scale) / 1000
}

// scaled returns thousandths of the em at a size, rounded.
func scaled(em int32, size Length) Length {
	v := int64(em) * int64(size)
	if v < 0 {
		return -Length((-v + 500) / 1000)
	}
	return Length((v + 500) / 1000)
}

// shapes returns the shapes of a piece in the order of reading, from memory
// where the same piece was shaped before and its neighbours do not matter.
func (s *shaper) shapes(t *text, u unit, start, end int) []*shape {
	alone := !t.joined(start) && !t.joined(end)
	key := word{u, t.slice(int32(start), int32(end))}
	if found, ok := s.words[key]; ok && alone {
		return pointers(found)
	}
	var list []shape
	if u.face == nil {
		list = blanks(t.drawn[start:end])
	} else {
		list = s.run(t.drawn, u, start, end)
	}
	if alone {
		s.words[key] = list
	}
	return pointers(list)
}

func pointers(list []shape) []*shape {
	out := make([]*shape, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// joined tells whether the characters on both sides of index i may join.
func (t *text) joined(i int) bool {
	return i > 0 && i < len(t.drawn) && joins(t.drawn[i-1]) && joins(t.drawn[i])
}

func joins(r rune) bool {
	return r >= 0x300 && (fonts.Joiner(r) || rightToLeft(r) || unicode.Is(unicode.M, r))
}

// blanks stands for characters that no face can draw: an empty place of half an
// em for each, which keeps the text.
func blanks(text []rune) []shape {
	list := make([]shape, len(text))
	for i := range text {
		list[i] = shape{runes: 1, em: 500}
	}
	return list
}

// run shapes text[start:end] with its surroundings as context.
func (s *shaper) run(text []rune, u unit, start, end int) []shape {
	face := s.faces[u.face]
	if face == nil {
		face = harfbuzz.NewFont(font.NewFace(u.face.Font()))
		face.XScale, face.YScale = 1000, 1000
		s.faces[u.face] = face
	}
	s.buffer.Clear()
	s.buffer.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: u.script, Language: u.lang}
	if u.rtl {
		s.buffer.Props.Direction = harfbuzz.RightToLeft
	}
	s.buffer.AddRunes(text, start, end-start)
	s.buffer.Shape(face, nil)
	if u.rtl {
		return gatherReversed(s.buffer, u.face, end)
	}
	return gather(s.buffer, u.face, end)
}

// gather collects the glyphs of each cluster of a left-to-right piece.
func gather(b *harfbuzz.Buffer, face *fonts.Face, end int) []shape {
	var list []shape
	for i := 0; i < len(b.Info); {
		j := i + 1
		for j < len(b.Info) && b.Info[j].Cluster == b.Info[i].Cluster {
			j++
		}
		next := end
		if j < len(b.Info) {
			next = b.Info[j].Cluster
		}
		list = append(list, clusterOf(b, face, i, j, next-b.Info[i].Cluster))
		i = j
	}
	return list
}

// gatherReversed does so for a right-to-left piece, whose glyphs stand from left
// to right, and returns the shapes in the order of reading.
func gatherReversed(b *harfbuzz.Buffer, face *fonts.Face, end int) []shape {
	var list []shape
	for j := len(b.Info); j > 0; {
		i := j - 1
		for i > 0 && b.Info[i-1].Cluster == b.Info[j-1].Cluster {
			i--
		}
		next := end
		if i > 0 {
			next = b.Info[i-1].Cluster
		}
		list = append(list, clusterOf(b, face, i, j, next-b.Info[i].Cluster))
		j = i
	}
	return list
}

// reach is how far a mark may stand from its line, in thousandths of the em:
// piled-up marks stay near the text that they belong to.
const reach = 900

// clusterOf makes the shape of the glyphs from i to j, which draw n characters.
func clusterOf(b *harfbuzz.Buffer, face *fonts.Face, i, j, n int) shape {
	sh := shape{face: face, runes: int32(n)}
	for k := i; k < j; k++ {
		pos := b.Pos[k]
		sh.glyphs = append(sh.glyphs, Glyph{uint32(b.Info[k].Glyph), sh.em + pos.XOffset, min(max(pos.YOffset, -reach), reach)})
		sh.em += pos.XAdvance
	}
	sh.em = max(sh.em, 0)
	return sh
}
