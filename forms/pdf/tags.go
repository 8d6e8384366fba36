package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recourse/forms/layout"
	"recourse/i18n"
)

// element is one element of the structure tree: a heading, a paragraph, a cell
// (ISO 32000-1, 14.8.4). It holds its kids and then its own words.
type element struct {
	kind     string
	kids     []*element
	segments []*segment
	owner    string // of the attribute
	name     string // of the attribute; "" for none
	value    string // of the attribute
	alt      string // of a figure
	box      []layout.Length
}

// segment is a stretch of words of an element in one language that refer to one
// place or to none. It has one stretch of marked content on each page that it
// is on.
type segment struct {
	lang  i18n.Tag
	ref   string
	texts []*layout.Text
	marks []contentMark
	links []linkMark
	// spoken tells that the words must be told beside what is drawn: where they
	// run from right to left, since they are painted from left to right, where
	// characters of private use are among them, and where a character has more marks
	// than one code stands for.
	spoken bool
}

// contentMark names a stretch of marked content: its page and its number there.
type contentMark struct{ page, id int }

// linkMark names a link: its page and its index there.
type linkMark struct{ page, index int }

// heading is what a bookmark needs of a heading.
type heading struct {
	element *element
	level   int
	page    int
	top     layout.Length
}

// tagger builds the structure tree from the texts of the pages, in their order.
type tagger struct {
	root     *element
	open     []section
	titled   bool
	known    map[childOf]*element
	tables   []*element
	headings []heading

	base  *element     // of the block in hand
	at    layout.Place // of the text before
	leaf  *element     // that took the text before
	begun bool
}

// section is a section that is open, with the level of its heading in the
// document.
type section struct {
	level   int
	element *element
}

// childOf names a child of an element.
type childOf struct {
	parent *element
	n      int
}

func newTagger() *tagger {
	return &tagger{root: &element{kind: "Document"}, known: map[childOf]*element{}}
}

// segment returns the segment that a text belongs to, a new one where the words
// before it have another language or refer to another place.
func (t *tagger) segment(page int, text *layout.Text) *segment {
	at := text.Place
	if !t.begun || at.Block != t.at.Block {
		t.begin(page, text)
	}
	if !t.begun || at != t.at {
		t.leaf = t.element(text)
	}
	t.begun, t.at = true, at
	if n := len(t.leaf.segments); n > 0 {
		if last := t.leaf.segments[n-1]; last.takes(page, text) {
			last.add(text)
			return last
		}
	}
	s := &segment{lang: text.Lang, ref: text.Ref}
	s.add(text)
	t.leaf.segments = append(t.leaf.segments, s)
	return s
}

// takes tells whether a text of a page continues a segment. Words that are told
// beside what is drawn are told page by page, so that one string can hold them.
func (s *segment) takes(page int, t *layout.Text) bool {
	return s.lang == t.Lang && s.ref == t.Ref && (s.marks[0].page == page || !s.spoken && !spoken(t))
}

func (s *segment) add(t *layout.Text) {
	s.texts = append(s.texts, t)
	s.spoken = s.spoken || spoken(t)
}

// begin opens the element of a block; a heading opens a section, too.
func (t *tagger) begin(page int, text *layout.Text) {
	switch text.Kind {
	case layout.KindTitle:
		t.open, t.titled = nil, t.titled || text.Place.Row == 0
		t.base = t.top()
	case layout.KindHeading1, layout.KindHeading2, layout.KindHeading3:
		t.base = t.heading(text.Kind.Level())
	case layout.KindParagraph:
		t.base = t.top().append("P")
	case layout.KindList:
		t.base = t.top().append("L")
	case layout.KindContents:
		t.base = t.top().append("TOC")
	case layout.KindFacts, layout.KindTable:
		t.base = t.top().append("Table")
		t.tables = append(t.tables, t.base)
	case layout.KindSignature, layout.KindLetterhead:
		t.open = nil
		t.base = t.top().append("Div")
	case layout.KindAddressee, layout.KindNotice, layout.KindNone:
		t.base = t.top().append("Div")
	}
	if level := text.Kind.Level(); level > 0 || text.Kind == layout.KindTitle && text.Place.Row == 0 {
		t.headings = append(t.headings, heading{t.title(text), len(t.open) + 1, page, text.Y - text.Size})
	}
}

// title returns the element of a heading or of the title.
func (t *tagger) title(text *layout.Text) *element {
	if text.Kind == layout.KindTitle {
		return t.element(text)
	}
	return t.base
}

// top returns the innermost open section.
func (t *tagger) top() *element {
	if n := len(t.open); n > 0 {
		return t.open[n-1].element
	}
	return t.root
}

// heading closes the sections that a heading of the level ends, opens its own,
// and returns the element of the heading. The levels of the file begin with 1
// and leave none out, whatever those of the document do.
func (t *tagger) heading(level int) *element {
	for n := len(t.open); n > 0 && t.open[n-1].level >= level; n-- {
		t.open = t.open[:n-1]
	}
	sect := t.top().append("Sect")
	t.open = append(t.open, section{level, sect})
	depth := len(t.open)
	if t.titled {
		depth++
	}
	return sect.append("H" + string(rune('0'+depth)))
}

func (e *element) append(kind string) *element {
	kid := &element{kind: kind}
	e.kids = append(e.kids, kid)
	return kid
}

// child returns child n of an element, a new one where there is none.
func (t *tagger) child(parent *element, n int, kind string) *element {
	key := childOf{parent, n}
	if e, ok := t.known[key]; ok {
		return e
	}
	e := parent.append(kind)
	t.known[key] = e
	return e
}

// element returns the element that holds the words of a text.
func (t *tagger) element(text *layout.Text) *element {
	at := text.Place
	switch text.Kind {
	case layout.KindTitle:
		return t.child(t.base, at.Block*2+at.Row, [2]string{"H1", "P"}[min(at.Row, 1)])
	case layout.KindHeading1, layout.KindHeading2, layout.KindHeading3, layout.KindParagraph:
		if at.Cell == 0 {
			return t.child(t.base, 0, "Lbl")
		}
		return t.base
	case layout.KindLetterhead:
		if at.Cell == 1 {
			return t.child(t.base, 1, "P")
		}
		return t.child(t.child(t.base, 0, "Div"), at.Row, "P")
	case layout.KindList:
		return t.item(text)
	case layout.KindContents:
		row := t.child(t.base, at.Row, "TOCI")
		return t.child(row, min(at.Cell, 1), [2]string{"Lbl", "Reference"}[min(at.Cell, 1)])
	case layout.KindFacts, layout.KindTable:
		return t.cell(text)
	case layout.KindNotice:
		return t.child(t.base, at.Para, "P")
	case layout.KindAddressee, layout.KindSignature:
		return t.child(t.base, at.Row, "P")
	case layout.KindNone:
		return t.child(t.base, at.Row<<40|at.Cell<<20|at.Para, "P")
	}
	return t.base
}

// item returns the element of a text in a list: its marker or a paragraph.
func (t *tagger) item(text *layout.Text) *element {
	li := t.child(t.base, text.Place.Row, "LI")
	if text.Place.Cell > 0 {
		return t.child(t.child(li, 1, "LBody"), text.Place.Para, "P")
	}
	if t.base.name == "" {
		t.base.owner, t.base.name, t.base.value = "List", "ListNumbering", numbering(text.String())
	}
	return t.child(li, 0, "Lbl")
}

// numbering returns how a list is numbered, by one of its markers.
func numbering(marker string) string {
	for _, r := range marker {
		switch {
		case unicode.IsDigit(r):
			return "Decimal"
		case r >= 0x25A0 && r <= 0x25FF || r >= 0x2610 && r <= 0x2612: // boxes
			return "Square"
		case unicode.IsLower(r):
			return "LowerAlpha"
		case unicode.IsUpper(r):
			return "UpperAlpha"
		}
	}
	return "Disc"
}

// words returns the words of a segment in their logical order, with the spaces
// around them. Breaks of lines become spaces.
func (s *segment) words() string {
	var b strings.Builder
	for _, t := range s.texts {
		b.WriteString(t.String())
		if t.Break {
			b.WriteByte(' ')
		}
	}
	return strings.ReplaceAll(b.String(), "\u00AD", "")
}

func spoken(t *layout.Text) bool {
	return t.RTL || slices.ContainsFunc(t.Clusters, func(c layout.Cluster) bool {
		return private(c.Text) || len(c.Text) > longestText && utf8.RuneCountInString(c.Text) > longestText
	})
}

func private(text string) bool {
	for i := range len(text) {
		if text[i] >= 0xEE { // all below it are characters that have a meaning
			return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Co, r) })
		}
	}
	return false
}
