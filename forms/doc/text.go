package doc

import (
	"slices"
	"strings"
)

// EachRun visits every run of a block, in the order of reading.
func EachRun(b Block, visit func(Run)) {
	for _, runs := range parts(b) {
		for _, r := range runs {
			visit(r)
		}
	}
	if sides, ok := b.(Bilingual); ok {
		for _, row := range sides.Rows {
			for _, inner := range append(row[0][:len(row[0]):len(row[0])], row[1]...) {
				EachRun(inner, visit)
			}
		}
	}
}

// parts lists the paragraphs, labels and cells of a block in the order of
// reading; of a Bilingual its heads alone.
func parts(b Block) []Runs {
	var out []Runs
	switch b := b.(type) {
	case Letterhead:
		return append(slices.Clone(b.Sender), b.PlaceDate)
	case Addressee:
		return b.Lines
	case Title:
		return []Runs{b.Text, b.Reference}
	case Heading:
		return []Runs{b.Text}
	case Facts:
		for _, f := range b.Rows {
			out = append(append(out, f.Label), f.Value...)
		}
	case Paragraph:
		return []Runs{b.Text}
	case List:
		for _, it := range b.Items {
			out = append(out, it.Text...)
		}
	case Table:
		out = slices.Clone(b.Head)
		for _, row := range b.Rows {
			out = append(out, row.Cells...)
		}
	case Signature:
		return []Runs{b.Sentence, b.PlaceDate, b.ByHand, b.Typed, b.Name, b.Capacity, b.Caption}
	case Notice:
		return b.Text
	case Parties, HandLines, PageCount, Worksheet, Bilingual:
		return furnitureParts(b)
	case Contents, Space, PageBreak, Enclosure:
	}
	return out
}

// furnitureParts is parts for the blocks of furniture.
func furnitureParts(b Block) []Runs {
	var out []Runs
	switch b := b.(type) {
	case Parties:
		for i, p := range b.List {
			if i > 0 && !p.Beside {
				out = append(out, b.Against)
			}
			out = append(append(append(out, p.Name), p.Details...), p.Role)
		}
	case HandLines:
		out = append(out, b.Statement)
		for _, l := range b.Lines {
			out = append(out, l.Label, l.Value)
		}
		out = append(out, b.Seal)
	case PageCount:
		out = append(out, Runs{{Text: b.Text}})
	case Worksheet:
		for _, f := range b.Rows {
			out = append(append(out, f.Label), f.Value...)
			out = append(append(out, f.Count), f.Notes...)
		}
	case Bilingual:
		out = b.Heads[:]
	}
	return out
}

// Text is the document as plain text, a line for each paragraph, label or cell:
// for goldens that people read.
func Text(d Document) string {
	var p plain
	p.line(d.Banner)
	for _, block := range d.Blocks {
		p.block(block)
	}
	return p.String()
}

// plain writes lines of plain text.
type plain struct{ strings.Builder }

func (p *plain) line(parts ...string) {
	if s := strings.TrimSpace(strings.Join(parts, " ")); s != "" {
		p.WriteString(s + "\n")
	}
}

func (p *plain) lines(lead string, list []Runs) {
	for _, runs := range list {
		p.line(lead, runs.String())
	}
}

func (p *plain) block(block Block) {
	switch block := block.(type) {
	case Letterhead:
		p.lines("", block.Sender)
		p.line(block.PlaceDate.String())
	case Addressee:
		p.lines(">", block.Lines)
	case Title:
		p.line("#", block.Text.String())
		p.line(block.Reference.String())
	case Heading:
		p.WriteString("\n")
		p.line(strings.Repeat("#", block.Level+1), block.Number, block.Text.String())
	case Facts:
		for _, f := range block.Rows {
			p.lines(f.Label.String()+":", f.Value)
		}
	case Paragraph:
		p.line(block.Number, block.Text.String())
	case List:
		for _, it := range block.Items {
			p.lines(it.Marker, it.Text)
		}
	case Table:
		p.lines("|", block.Head)
		for _, row := range block.Rows {
			p.lines("|", row.Cells)
		}
	case Signature:
		p.WriteString("\n")
		p.lines("", []Runs{block.Sentence, block.PlaceDate, block.ByHand, block.Typed, {{Text: block.Image.Alt}}, block.Name, block.Capacity, block.Caption})
	case Notice:
		p.lines("!", block.Text)
	case Parties, HandLines, PageCount, Worksheet, Bilingual:
		p.furniture(block)
	case Contents, Space, PageBreak, Enclosure:
	}
}

// String joins the texts of runs.
func (r Runs) String() string {
	var b strings.Builder
	for _, run := range r {
		b.WriteString(run.Text)
	}
	return b.String()
}
