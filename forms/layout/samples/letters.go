package samples

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"recourse/forms/doc"
	"recourse/i18n"
)

// letters are the complaints of Letters, one file a language. A line is a key and
// its text; rows have " | " between their cells, and [brackets] in a text refer to
// the first exhibit.
//
//go:embed letters/*.txt
var letters embed.FS

// Languages returns the tags of the languages that Complaint has, in the order of
// the alphabet.
func Languages() ([]i18n.Tag, error) {
	files, err := letters.ReadDir("letters")
	if err != nil {
		return nil, err
	}
	var tags []i18n.Tag
	for _, f := range files {
		tags = append(tags, i18n.Tag(strings.TrimSuffix(f.Name(), ".txt")))
	}
	return tags, nil
}

// Complaint returns a complaint of one page in a language of Languages: the same
// invented facts in each, as a person would write them there.
func Complaint(lang i18n.Tag) (doc.Document, error) {
	file, err := letters.ReadFile("letters/" + string(lang) + ".txt")
	if err != nil {
		return doc.Document{}, err
	}
	w := writer{heads: 0, doc: doc.Document{Lang: lang, Paper: doc.A4}}
	for n, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		key, text, _ := strings.Cut(line, " ")
		if !w.line(key, text) {
			return doc.Document{}, fmt.Errorf("letter %s, line %d: unknown key %q", lang, n+1, key)
		}
	}
	return w.finish(), nil
}

// writer makes a document of lines.
type writer struct {
	doc    doc.Document
	letter doc.Letterhead
	to     doc.Addressee
	title  doc.Title
	sign   doc.Signature
	blocks []doc.Block
	heads  int
	texts  int
}

// line takes one line; it is false for a key that it does not know.
func (w *writer) line(key, text string) bool {
	switch key {
	case "footer":
		w.doc.Footer = text
	case "pages":
		w.doc.PageOf = text
	case "from":
		w.letter.Sender = append(w.letter.Sender, words(text))
	case "date":
		w.letter.PlaceDate, w.sign.PlaceDate = words(text), words(text)
	case "to":
		w.to.Lines = append(w.to.Lines, words(text))
	case "title":
		w.doc.Title, w.title.Text = text, words(text)
	case "reference":
		w.title.Reference = words(text)
	case "sign":
		w.sign.Sentence = words(text)
	case "name":
		w.sign.Name = words(text)
	case "caption":
		w.sign.Caption = words(text)
	default:
		return w.body(key, text)
	}
	return true
}

// body takes a line of the body.
func (w *writer) body(key, text string) bool {
	switch key {
	case "head":
		w.heads, w.texts = w.heads+1, 0
		w.blocks = append(w.blocks, doc.Heading{Level: 1, Number: fmt.Sprint(w.heads), Text: words(text)})
	case "text":
		w.texts++
		w.blocks = append(w.blocks, doc.Paragraph{Number: fmt.Sprintf("%d.%d", w.heads, w.texts), Text: referring(text)})
	case "fact":
		label, value, _ := strings.Cut(text, " | ")
		facts, _ := w.last().(doc.Facts)
		facts.Rows = append(slices.Clone(facts.Rows), doc.Fact{Label: words(label), Value: []doc.Runs{named(value)}})
		w.set(facts, len(facts.Rows) == 1)
	case "tick", "open":
		list, _ := w.last().(doc.List)
		marker := map[string]string{"tick": "☒", "open": "☐"}[key]
		list.Items = append(slices.Clone(list.Items), doc.Item{Marker: marker, Text: []doc.Runs{words(text)}})
		w.set(list, len(list.Items) == 1)
	case "columns":
		w.blocks = append(w.blocks, doc.Table{Head: cells(text), Widths: []float64{0.8, 3.4, 2.6}})
	case "row":
		table, _ := w.last().(doc.Table)
		table.Rows = append(slices.Clone(table.Rows), doc.TableRow{Cells: cells(text), Anchor: fmt.Sprintf("e%d", len(table.Rows)+1)})
		w.set(table, false)
	default:
		return false
	}
	return true
}

// last returns the block that was written last.
func (w *writer) last() doc.Block { return w.blocks[len(w.blocks)-1] }

// set writes a block, behind the last one or in its place.
func (w *writer) set(b doc.Block, behind bool) {
	if behind {
		w.blocks = append(w.blocks, b)
		return
	}
	w.blocks[len(w.blocks)-1] = b
}

func (w *writer) finish() doc.Document {
	w.doc.Blocks = append([]doc.Block{w.letter, w.to, w.title}, w.blocks...)
	w.doc.Blocks = append(w.doc.Blocks, w.sign)
	return w.doc
}

// company is the name that all letters hold in Latin letters.
const company = "Meridia Mail Ltd."

// named is a text in which the name of the company is a run of its own, as it is in
// a document made of answers.
func named(text string) doc.Runs {
	before, after, found := strings.Cut(text, company)
	if !found {
		return words(text)
	}
	return doc.Runs{{Text: before}, {Text: company, Lang: "en"}, {Text: after}}
}

func cells(text string) []doc.Runs {
	var out []doc.Runs
	for _, cell := range strings.Split(text, " | ") {
		out = append(out, named(cell))
	}
	return out
}

// referring turns what stands in brackets into a reference to the first exhibit.
func referring(text string) doc.Runs {
	before, rest, _ := strings.Cut(text, "[")
	inside, after, found := strings.Cut(rest, "]")
	if !found {
		return words(text)
	}
	return doc.Runs{{Text: before}, exhibit(inside, "e1"), {Text: after}}
}
