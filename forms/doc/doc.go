// Package doc is the model of a document: what a filing says, block by block,
// before anything is known of pages. Package compose makes documents, package
// layout sets them, tests read them as plain text.
//
// A Document is a value; nothing in here looks anything up. Every piece of text
// is a Run that knows its language and, where it came from an answer, the path
// of that answer: so a click on the page leads to its question and a test can
// prove that every answer asked for is in the document.
package doc

import (
	"recourse/forms"
	"recourse/i18n"
)

// Paper is a sheet format.
type Paper string

// The two sheet formats: A4 everywhere but for bodies of the United States.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Document is one printed thing: a filing, a reading copy, a sheet for counsel.
type Document struct {
	Lang   i18n.Tag // the document's own language; it decides direction and face
	Title  string   // plain title, for the file's metadata
	Footer string   // short title at the foot of each page
	PageOf string   // "Page {page} of {pages}" in the document's language, braces kept
	Banner string   // a line on top of every page, as on a reading copy; "" for none
	Paper  Paper
	Blocks []Block
}

// Style is how a run is set. Styles add up.
type Style uint8

// The styles of a run.
const (
	Bold   Style = 1 << iota
	Italic       // only where the script has an italic; else as regular
	Grey         // second text, as in labels
	Small        // captions, notes beneath a text
)

// Run is a stretch of text of one language, style and origin.
type Run struct {
	Text  string
	Lang  i18n.Tag // "" is the document's language
	Style Style
	From  forms.Path // the answer it came from; "" where it is the document's own words
	Ref   string     // the Anchor inside the document that it refers to; "" for none
	Page  bool       // the number of the page that Ref stands on is set in place of Text
}

// Runs is one line or paragraph of text. A "\n" in a run is a forced line break.
type Runs []Run

// Block is a part of a document, set one below the other.
type Block interface{ isBlock() }

// Letterhead is the sender at the leading side and, at the trailing side of the
// first line, place and date. The first line of the sender is in ink, the rest grey.
type Letterhead struct {
	Sender    []Runs
	PlaceDate Runs
}

// Addressee is the name and address of the body, a line each. With a Window it
// stands where that window shows the sheet.
type Addressee struct {
	Lines  []Runs
	Window Window
}

// Title is the heading of the whole document with the line of references below.
type Title struct {
	Text      Runs
	Reference Runs // may be empty
}

// Heading opens a numbered section. It is never the last line of a page.
type Heading struct {
	Level  int    // 1; 2 and 3 for the items of repeats
	Number string // "3", "" for none; the number stands before the text
	Text   Runs
	Anchor string
}

// Facts is a table of labels and values without rules. A row is kept on one
// page where it fits on one.
type Facts struct{ Rows []Fact }

// Fact is one row: a grey label and its value, a paragraph for each element.
type Fact struct {
	Label  Runs
	Value  []Runs
	Anchor string
}

// Paragraph is one paragraph; with a Number, that number hangs beside it.
type Paragraph struct {
	Number string // "3.1"; "" for an unnumbered paragraph
	Text   Runs
	Anchor string
	Quote  bool // set apart by an indent, as a translation below its original
	// KeepWithNext forbids a page break between this paragraph and the next block.
	KeepWithNext bool
}

// List is a list with a marker before each item.
type List struct {
	Items  []Item
	Indent bool // the markers stand where the text of numbered paragraphs begins
}

// Item is one entry of a list: its marker ("1", "a)", "☒", "•") and paragraphs.
type Item struct {
	Marker string
	Text   []Runs
	Anchor string
}

// Table has a head that is repeated on each page and rows that may break
// between, never within, unless a row is longer than a page.
type Table struct {
	Head   []Runs
	Rows   []TableRow
	Widths []float64 // shares of the width, one a column
}

// TableRow is one row of a table; Anchor lets runs refer to it.
type TableRow struct {
	Cells  []Runs
	Anchor string
}

// Signature is the sentence that is signed and below it the place to sign: a
// rule for the hand, the name under it. It is never parted over pages.
type Signature struct {
	Sentence  Runs
	PlaceDate Runs
	Name      Runs
	Capacity  Runs    // what the signer signs as, and for whom; may be empty
	Caption   Runs    // what stands under the rule, such as "Signature"
	Typed     Runs    // the name on the rule, for one who signs by typing it
	Image     Picture // of the signature, on the rule
	ByHand    Runs    // the words under a rule for place and date, where PlaceDate is empty
}

// Notice is a box with a line at its leading side, for the reading copy and the
// sheet for counsel: a mark, a warning.
type Notice struct{ Text []Runs }

// Space adds vertical room of the given number of lines.
type Space struct{ Lines float64 }

// PageBreak begins a new page.
type PageBreak struct{}

func (Letterhead) isBlock() {}
func (Addressee) isBlock()  {}
func (Title) isBlock()      {}
func (Heading) isBlock()    {}
func (Facts) isBlock()      {}
func (Paragraph) isBlock()  {}
func (List) isBlock()       {}
func (Table) isBlock()      {}
func (Signature) isBlock()  {}
func (Notice) isBlock()     {}
func (Space) isBlock()      {}
func (PageBreak) isBlock()  {}
