package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"recourse/forms/layout"
	"recourse/i18n/fonts"
)

// painter turns pages into streams of operators, gathers the glyphs used and
// marks all content: as that of an element, or as an artifact of the page.
type painter struct {
	faces    *subsets
	pictures pictures
	tags     *tagger
	out      []byte
	page     int
	height   layout.Length // of the page
	colour   layout.Colour
	font     string // name and size that are set, as an operand
	within   string // the artifact that is open, "" for none
	inside   *segment
	next     int // number of the next marked content of the page
}

func newPainter(f fonts.Set) *painter {
	return &painter{faces: newSubsets(f), tags: newTagger(), pictures: pictures{known: map[[sha256.Size]byte]string{}}}
}

// pages paints all pages, a stream each.
func (p *painter) pages(pages []layout.Page) ([]string, error) {
	streams := make([]string, len(pages))
	for i := range pages {
		p.out, p.height, p.font, p.colour = p.out[:0], pages[i].Height, "", 0
		p.page, p.next = i, 0
		if err := p.content(&pages[i]); err != nil {
			return nil, fmt.Errorf("paint page %d: %w", i+1, err)
		}
		streams[i] = string(p.out)
	}
	return streams, nil
}

// content paints one page.
func (p *painter) content(page *layout.Page) error {
	links := map[int]int{}
	for i, l := range page.Links {
		links[l.Text] = i
	}
	for _, r := range page.Rects {
		p.artifact(p.artifactOf(r.Block, r.Y))
		p.rect(r)
	}
	for _, l := range page.Leaders {
		p.artifact(p.artifactOf(l.Block, l.Y))
		p.leader(l)
	}
	waiting := page.Pictures
	for i := range page.Texts {
		t := &page.Texts[i]
		for ; len(waiting) > 0 && before(waiting[0].Place, t.Place); waiting = waiting[1:] {
			if err := p.figure(&waiting[0]); err != nil {
				return err
			}
		}
		if t.Place.Block == layout.Furniture || t.Place.Repeated {
			p.artifact(p.artifactOf(t.Place.Block, t.Y))
		} else {
			p.tagged(t)
			if link, ok := links[i]; ok {
				p.inside.links = append(p.inside.links, linkMark{p.page, link})
			}
		}
		if err := p.text(t); err != nil {
			return err
		}
	}
	p.end()
	for i := range waiting {
		if err := p.figure(&waiting[i]); err != nil {
			return err
		}
	}
	return nil
}

// artifactOf returns the properties of an artifact: of what stands at the head or
// the foot of the page, or of what adorns or repeats a block.
func (p *painter) artifactOf(block int, y layout.Length) string {
	switch {
	case block != layout.Furniture:
		return "/Artifact <</Type /Layout>> BDC\n"
	case y < p.height/2:
		return "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"
	default:
		return "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n"
	}
}

// artifact makes what is painted next an artifact.
func (p *painter) artifact(kind string) {
	if p.within != kind {
		p.end()
		p.within = kind
		p.raw(kind)
	}
}

// tagged makes what is painted next content of the element of a text.
func (p *painter) tagged(t *layout.Text) {
	s := p.tags.segment(p.page, t)
	if p.inside == s {
		return
	}
	p.end()
	p.inside = s
	p.mark(p.tags.leaf.kind)
}

// mark begins marked content of the segment that is open, under a tag.
func (p *painter) mark(tag string) {
	p.inside.marks = append(p.inside.marks, contentMark{p.page, p.next})
	p.raw("/" + tag + " <</MCID ")
	p.out = strconv.AppendInt(p.out, int64(p.next), 10)
	p.raw(">> BDC\n")
	p.next++
}

// end ends the marked content that is open.
func (p *painter) end() {
	if p.within != "" || p.inside != nil {
		p.raw("EMC\n")
	}
	p.within, p.inside = "", nil
}

func (p *painter) rect(r layout.Rect) {
	p.fill(r.Colour)
	p.lengths(r.X, p.height-r.Y-r.Height, r.Width, r.Height)
	p.raw("re f\n")
}

// leader paints a row of round dots: a dashed line whose dashes have no length.
func (p *painter) leader(l layout.Leader) {
	p.raw("q ")
	p.rgb(l.Colour)
	p.raw("RG 1 J ")
	p.lengths(l.Thick)
	p.raw("w [0 ")
	p.lengths(l.Pitch)
	p.raw("] 0 d ")
	p.lengths(l.X, p.height-l.Y)
	p.raw("m ")
	p.lengths(l.X+l.Pitch*layout.Length(l.Count-1)+1, p.height-l.Y)
	p.raw("l S Q\n")
}

// fill sets the colour of what is painted next.
func (p *painter) fill(c layout.Colour) {
	if c == p.colour {
		return
	}
	p.colour = c
	p.rgb(c)
	p.raw("rg\n")
}

// rgb writes the parts of a colour, each with a space behind.
func (p *painter) rgb(c layout.Colour) {
	for shift := 16; shift >= 0; shift -= 8 {
		p.out = strconv.AppendFloat(p.out, float64(c>>shift&0xFF)/255, 'f', 3, 64)
		p.raw(" ")
	}
}

// text paints one Text: its glyphs from left to right, and a correction of the
// pen wherever the widths of the glyphs do not lead to the next one.
func (p *painter) text(t *layout.Text) error {
	if t.Size <= 0 {
		return fmt.Errorf("text in face %s has no size", t.Face)
	}
	p.fill(t.Colour)
	p.raw("BT ")
	if t.Heavy {
		p.thicken(t)
	}
	var current *subset
	var pen, origin int64 // in thousandths of the em; origin in lengths
	shown := 0
	for _, m := range marks(t) {
		if m.undrawn() {
			return fmt.Errorf("face %s has no glyph for a character of block %d", t.Face, t.Place.Block)
		}
		sub, code, err := p.faces.code(t.Face, m)
		if err != nil {
			return err
		}
		if sub != current {
			p.begin(sub, t, m.x, current != nil)
			current, pen, origin = sub, 0, int64(m.x)
		}
		want := (int64(m.x) - origin) * 1000 / int64(t.Size)
		if off := pen - want; off > 1 || off < -1 {
			p.out = append(strconv.AppendInt(append(p.out, '>'), off, 10), '<')
			pen = want
		} else if shown++; shown%longestShow == 0 {
			p.raw("><")
		}
		p.hex(code)
		pen += int64(sub.codes[code-1].width)
	}
	if current != nil {
		p.raw(">]TJ ")
	}
	p.raw(endOf(t))
	return nil
}

// endOf returns what ends a Text.
func endOf(t *layout.Text) string {
	if t.Heavy {
		return "0 Tr ET\n"
	}
	return "ET\n"
}

// stroke is the width of the stroke around letters that are to be bold, in
// thousandths of the em: half of it makes them thicker on either side.
const stroke = 30

// thicken draws the letters that follow with a stroke around them, of round joins.
func (p *painter) thicken(t *layout.Text) {
	p.rgb(t.Colour)
	p.raw("RG 1 j ")
	p.lengths(t.Size * stroke / 1000)
	p.raw("w 2 Tr ")
}

// longestShow is after how many codes a string of them is closed at the latest;
// PDF/A allows strings of 32767 bytes.
const longestShow = 10000

// begin opens the showing of glyphs of a subset at x from the start of t, and
// closes the one before it where there is one.
func (p *painter) begin(sub *subset, t *layout.Text, x layout.Length, close bool) {
	if close {
		p.raw(">]TJ ")
	}
	font := sub.resource + " " + strconv.FormatFloat(t.Size.Points(), 'f', -1, 64)
	if font != p.font {
		p.font = font
		p.raw("/" + font + " Tf ")
	}
	p.raw("1 0 0 1 ")
	p.lengths(t.X+x, p.height-t.Y)
	p.raw("Tm [<")
}

// mark is one glyph to paint and the text that it stands for.
type mark struct {
	x     layout.Length // from the start of the Text
	parts []layout.Glyph
	em    int32
	text  string
}

// undrawn tells whether a mark draws the glyph that stands for no letter.
func (m mark) undrawn() bool {
	return slices.ContainsFunc(m.parts, func(g layout.Glyph) bool { return g.ID == 0 })
}

// longestText is how many characters one code stands for at most: readers drop the
// text of a code that is longer than they have room for.
const longestText = 8

// marks returns what is painted for a Text, from left to right. From right to
// left, each character of a cluster but the first rides on an empty glyph before
// it: readers that turn glyphs into text then find the characters in order. So
// does the space that stands for a forced break behind the text, and what is too
// much for one code.
func marks(t *layout.Text) []mark {
	list := make([]mark, 0, len(t.Clusters)+1)
	if t.Break && t.RTL {
		list = append(list, mark{text: " "})
	}
	for _, c := range t.Clusters {
		whole := mark{c.X, c.Glyphs, c.Em, c.Text}
		if t.RTL {
			_, first := utf8.DecodeRuneInString(c.Text)
			for rest := c.Text[first:]; rest != ""; {
				_, last := utf8.DecodeLastRuneInString(rest)
				list = append(list, mark{x: c.X, text: rest[len(rest)-last:]})
				rest = rest[:len(rest)-last]
			}
			whole.text = c.Text[:first]
		}
		list = append(list, whole)
		if len(whole.text) > longestText {
			list = append(list[:len(list)-1], whole.split(c.X+c.Advance)...)
		}
	}
	if t.Break && !t.RTL {
		list = append(list, mark{x: t.Width, text: " "})
	}
	return list
}

// split returns a mark with as much of its text as one code stands for, and empty
// ones behind it, where it ends, for the rest.
func (m mark) split(end layout.Length) []mark {
	all := []rune(m.text)
	m.text = string(all[:min(len(all), longestText)])
	list := []mark{m}
	for at := longestText; at < len(all); at += longestText {
		list = append(list, mark{x: end, text: string(all[at:min(at+longestText, len(all))])})
	}
	return list
}

const digits = "0123456789ABCDEF"

func (p *painter) hex(code uint16) {
	p.out = append(p.out, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

func (p *painter) raw(s string) { p.out = append(p.out, s...) }

// lengths writes lengths in points, each with a space behind.
func (p *painter) lengths(list ...layout.Length) {
	for _, l := range list {
		p.out = strconv.AppendFloat(p.out, l.Points(), 'f', -1, 64)
		p.out = append(p.out, ' ')
	}
}
