package layout

import (
	"slices"

	"github.com/go-text/typesetting/language"

	"recourse/forms/doc"
	"recourse/i18n/fonts"
	"recourse/i18n/words"
)

// alignment is the side that the lines of a box keep to.
type alignment uint8

const (
	naturally alignment = iota // where their paragraph begins
	tabular                    // where the document begins, if it is one line
	finally                    // where the lines of the document end
)

// box is where text is set and how.
type box struct {
	start, width Length // from the side where lines begin
	look         look
	align        alignment
	place        Place
}

// line is one set line: its X are those of the page, its Y count from the top
// of the line.
type line struct {
	texts  []Text
	height Length
}

// lines sets runs as one paragraph. Runs with nothing to draw give no lines.
func (s *setter) lines(runs doc.Runs, b box) []line {
	sources := s.sources(runs, b.look)
	rtl := s.direction(sources)
	hard := hardLines(sources)
	b.look = widest(sources, b.look)
	var out []line
	for i, h := range hard {
		if i > 0 {
			forced(out)
		}
		t := s.ready(h, sources, rtl)
		for from := 0; from < len(t.clusters); {
			to, hyphen := s.fit(t, from, b.width)
			whole := len(hard) == 1 && to-from == len(t.clusters)
			spots := s.spots(t, from, to, hyphen, b.width)
			out = append(out, line{s.place(t, spots, b.align.right(rtl, s.geo.rtl, whole), b), b.look.pitch})
			from = to
		}
		if len(t.clusters) == 0 {
			out = append(out, line{height: b.look.pitch})
		}
	}
	return out
}

// forced notes that the last of some lines ends with a forced break.
func forced(lines []line) {
	if last := len(lines) - 1; last >= 0 && len(lines[last].texts) > 0 {
		lines[last].texts[len(lines[last].texts)-1].Break = true
	}
}

// right tells whether a line keeps to the right edge of its box, given the
// directions of its paragraph and of the document, and whether the line is the
// whole paragraph.
func (a alignment) right(paragraph, document, whole bool) bool {
	switch {
	case a == finally:
		return !document
	case a == tabular && whole:
		return document
	default:
		return paragraph
	}
}

// widest returns the look that the lines of a paragraph are measured by: that of
// the box, or a smaller one where all its runs are small.
func widest(sources []source, l look) look {
	tallest := look{}
	for _, src := range sources {
		if src.Text != "" && src.look.pitch > tallest.pitch {
			tallest = src.look
		}
	}
	if tallest.pitch == 0 {
		return l
	}
	return tallest
}

// fit returns the end of the line that begins at cluster from: the last place
// where it may end within the width, else the last cluster that fits, and at
// least one. White space may hang beyond the width. hyphen tells that the line
// ends with a hyphen.
func (s *setter) fit(t *text, from int, width Length) (to int, hyphen bool) {
	sum, best := int64(0), from
	for i := from; i < len(t.clusters); i++ {
		c := t.clusters[i]
		sum += int64(c.advance)
		if sum > int64(width) && !c.space && i > from {
			if best == from {
				return t.firm(from, i), false
			}
			return best, t.after[t.clusters[best].start-1] == hyphenated
		}
		if after := t.after[c.end()-1]; after == softBreak || after == hyphenated && s.hyphenFits(t, i, int64(width)-sum) {
			best = i + 1
		}
	}
	return len(t.clusters), false
}

// firm returns the last place up to cluster i at which a line that begins with
// cluster from may be parted if need be: not within a syllable, where that can be.
func (t *text) firm(from, i int) int {
	const far = 16
	for k := i; k > max(from, i-far); k-- {
		start := t.clusters[k].start
		if words.Splits(t.drawn[start-1], t.drawn[start]) {
			return k
		}
	}
	return i
}

// hyphenFits tells whether the hyphen behind cluster i fits the room.
func (s *setter) hyphenFits(t *text, i int, room int64) bool {
	h, ok := s.hyphen(t, i)
	return !ok || int64(h.advance) <= room
}

// hyphen returns the hyphen that is drawn where a line ends behind cluster i of
// a text; ok is false where its face has none.
func (s *setter) hyphen(t *text, i int) (c cluster, ok bool) {
	base := t.clusters[i]
	src := &t.sources[t.owner[base.start]]
	for _, r := range []rune{0x2010, '-'} {
		if base.face != nil && base.face.Draws(r) {
			u := unit{face: base.face, script: language.Latin}
			sh := s.shaper.run([]rune{r}, u, 0, 1)
			return cluster{&sh[0], -1, sh[0].advance(src.look.size), false}, true
		}
	}
	return cluster{}, false
}

// spot is a cluster at its place in a line, before its X is known.
type spot struct {
	cluster
	size  Length // of its face
	index int    // in the order of reading
	owner int32
	text  string
	rtl   bool
}

// place sets spots as one line of the box, at its right or left edge.
func (s *setter) place(t *text, spots []spot, right bool, b box) []Text {
	x := s.geo.left(b.start, b.width)
	if right {
		x += b.width
		for _, sp := range spots {
			x -= sp.advance
		}
	}
	return s.texts(t, spots, x, b)
}

// spots puts the clusters of a line in visual order. The white space at its end
// loses its width; a hyphen is added behind the last where the line asks for one.
func (s *setter) spots(t *text, from, to int, hyphen bool, width Length) []spot {
	end := to
	for end > from && t.clusters[end-1].space {
		end--
	}
	var spots []spot
	start, stop := t.span(from, to)
	for _, run := range t.order.Line(start, stop) {
		mark := len(spots)
		for i := run.Start; i < run.End; i++ {
			k := t.owned[i]
			if k < 0 {
				continue
			}
			spots = append(spots, t.spot(int(k), int(k) >= end, run.RTL(), width))
			if hyphen && int(k) == to-1 {
				spots = s.hyphenate(t, int(k), spots)
			}
		}
		if run.RTL() {
			slices.Reverse(spots[mark:])
		}
	}
	return spots
}

func (s *setter) hyphenate(t *text, k int, spots []spot) []spot {
	h, ok := s.hyphen(t, k)
	if !ok {
		return spots
	}
	sp := spots[len(spots)-1]
	sp.cluster, sp.text = h, string(softHyphen)
	return append(spots, sp)
}

// spot returns cluster k; hanging takes its width. One that is wider than the
// line is set smaller, so that nothing leaves the margins.
func (t *text) spot(k int, hanging, rtl bool, width Length) spot {
	c := t.clusters[k]
	owner := t.owner[c.start]
	size := c.size(t.sources[owner].look.size)
	if hanging {
		c.shape, c.advance = &shape{face: c.face, runes: c.runes}, 0
	}
	if c.advance > width {
		size = Length(int64(size) * int64(width) / int64(c.advance))
		c.advance = scaled(c.em, size)
	}
	return spot{c, size, k, owner, t.slice(c.start, c.end()), rtl}
}

// texts makes the Texts of a line from its spots, in the order of reading.
func (s *setter) texts(t *text, spots []spot, x Length, b box) []Text {
	var out []Text
	var order []int
	for i := 0; i < len(spots); {
		j := i + 1
		for j < len(spots) && together(spots[j-1], spots[j]) {
			j++
		}
		text := s.text(t.sources[spots[i].owner], spots[i:j], x, b)
		x += text.Width
		out = append(out, text)
		order = append(order, min(spots[i].index, spots[j-1].index))
		i = j
	}
	return byReading(out, order)
}

// together tells whether two neighbours of a line belong to one Text.
func together(a, b spot) bool {
	step := 1 - 2*btoi(a.rtl)
	return a.owner == b.owner && a.rtl == b.rtl && a.face == b.face && a.size == b.size &&
		(b.index == a.index || b.index == a.index+step)
}

func byReading(texts []Text, order []int) []Text {
	index := make([]int, len(texts))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return order[a] - order[b] })
	out := make([]Text, len(texts))
	for i, k := range index {
		out[i] = texts[k]
	}
	return out
}

// text makes one Text from spots that stand together.
func (s *setter) text(src source, spots []spot, x Length, b box) Text {
	t := Text{X: x, Y: b.look.baseline(), Colour: src.look.colour, RTL: spots[0].rtl, Lang: src.Lang,
		From: src.From, Ref: src.Ref, Place: b.place, Clusters: make([]Cluster, len(spots))}
	t.Face, t.Size = s.faceOf(spots[0]), spots[0].size
	t.Heavy = spots[0].face != nil && spots[0].face.Thicken && src.look.style&fonts.Bold != 0
	for i, sp := range spots {
		t.Clusters[i] = Cluster{sp.text, t.Width, sp.advance, sp.em, sp.glyphs}
		t.Width += sp.advance
	}
	return t
}

// faceOf returns the face of a spot; where no face can draw it, the first face
// of the set.
func (s *setter) faceOf(sp spot) fonts.Name {
	if sp.face == nil {
		return s.shaper.set.Faces()[0].Name
	}
	return sp.face.Name
}

// width returns the width of runs on one line.
func (s *setter) width(runs doc.Runs, l look) Length {
	const endless = 1 << 29
	sum := Length(0)
	for _, ln := range s.lines(runs, box{width: endless, look: l}) {
		for _, t := range ln.texts {
			sum += t.Width
		}
	}
	return sum
}
