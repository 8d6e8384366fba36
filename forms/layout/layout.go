// Package layout sets a document on pages: it shapes the text, orders mixed
// directions, breaks lines and pages, and says where each glyph stands. Call
// Pages; package pdf writes what it returns, and the window draws it.
//
// A document in a right-to-left language has mirrored pages. A paragraph runs in
// the direction of its own words, whatever the language of the document. Pages
// break so that no line of a paragraph stands alone, no heading closes a page,
// no signature is parted from its sentence, and rows stay whole where a page can
// hold them. No character is lost: what is too long is broken, never cut.
//
// The package knows nothing of files or of PDF. The same document and the same
// faces give the same pages.
package layout

import (
	"fmt"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
	"recourse/i18n/fonts"
)

// Pages sets the document. The problems name each character that no face of f
// can draw, with the answer that holds it: their code is forms.NoGlyph and their
// arguments are "char", the character, and "code", such as "U+1F600". They name,
// too, each character that has no shape and could mislead, such as a control
// character or one that turns letters around: forms.HiddenChar, with "code".
// Such characters are left out of sight and have no effect, and the document must
// not be filed. An enclosure of more pages than it may have is forms.TooManyPages.
// There is always at least one page.
func Pages(d doc.Document, f fonts.Set) ([]Page, []forms.Problem) {
	return settled(d, f)
}

// setter sets one document.
type setter struct {
	doc     doc.Document
	geo     geometry
	shaper  *shaper
	anchors map[string]bool // all anchors of the document
	gutter  Length          // of hanging numbers, the same all over the document

	slabs   []slab
	gap     Length // the room that is due before the next slab
	targets map[string]target
	keep    bool // no break before the next slab
	wary    bool // better no break before the next slab
	fresh   bool // a new page before the next slab

	enclosures []doc.Enclosure // as they begin; the document itself, before the first, is none of them

	numbers numbers // of pages, as far as they are known
	counts  bool    // the document names the number of a page

	problems []forms.Problem
	reported map[flaw]bool
}

// flaw is a character that cannot be drawn, in an answer.
type flaw struct {
	from forms.Path
	r    rune
}

func newSetter(d doc.Document, shaper *shaper) *setter {
	s := &setter{doc: d, shaper: shaper, reported: map[flaw]bool{}, targets: map[string]target{}}
	s.geo = geometryOf(d.Paper, d.Lang.Dir() == i18n.RTL)
	s.anchors = anchorsOf(d.Blocks)
	s.gutter = s.numberWidth(d.Blocks)
	return s
}

// missing reports characters of a run that no face can draw, each once for an
// answer.
func (s *setter) missing(r doc.Run, text []rune) {
	for _, c := range text {
		if !fonts.Joiner(c) {
			s.report(forms.NoGlyph, r.From, c, i18n.Args{"char": string(c), "code": codeOf(c)})
		}
	}
}

// report notes a problem with a character of an answer, once.
func (s *setter) report(code forms.ProblemCode, from forms.Path, c rune, args i18n.Args) {
	if f := (flaw{from, c}); !s.reported[f] {
		s.reported[f] = true
		s.problems = append(s.problems, forms.Problem{Code: code, At: from, Args: args})
	}
}

// codeOf returns the code point of a character as Unicode writes it.
func codeOf(c rune) string { return fmt.Sprintf("U+%04X", c) }

// numberWidth returns the room for hanging numbers: as much as the widest number
// of the document needs, within a third of the measure.
func (s *setter) numberWidth(blocks []doc.Block) Length {
	widest := numberGutter
	for _, b := range blocks {
		if p, ok := b.(doc.Paragraph); ok && p.Number != "" {
			widest = max(widest, s.width(doc.Runs{{Text: p.Number}}, bodyLook)+numberGap)
		}
	}
	return min(widest, s.geo.measure/3)
}

// anchorsOf collects the anchors that runs can refer to.
func anchorsOf(blocks []doc.Block) map[string]bool {
	anchors := map[string]bool{}
	for _, b := range flat(blocks) {
		switch b := b.(type) {
		case doc.Heading:
			anchors[b.Anchor] = true
		case doc.Paragraph:
			anchors[b.Anchor] = true
		case doc.List:
			for _, item := range b.Items {
				anchors[item.Anchor] = true
			}
		case doc.Table:
			for _, row := range b.Rows {
				anchors[row.Anchor] = true
			}
		case doc.Facts:
			for _, row := range b.Rows {
				anchors[row.Anchor] = true
			}
		case doc.Worksheet:
			for _, field := range b.Rows {
				anchors[field.Anchor] = true
			}
		}
	}
	delete(anchors, "")
	return anchors
}

// flat lists blocks with those that stand inside others.
func flat(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		out = append(out, b)
		if sides, ok := b.(doc.Bilingual); ok {
			for _, row := range sides.Rows {
				out = append(append(out, row[0]...), row[1]...)
			}
		}
	}
	return out
}
