package doc

import "strings"

// EachRun visits every run of a block, in the order of reading.
func EachRun(b Block, visit func(Run)) {
	each := func(groups ...[]Runs) {
		for _, g := range groups {
			for _, runs := range g {
				for _, r := range runs {
					visit(r)
				}
			}
		}
	}
	one := func(runs ...Runs) []Runs { return runs }
	switch b := b.(type) {
	case Letterhead:
		each(b.Sender, one(b.PlaceDate))
	case Addressee:
		each(b.Lines)
	case Title:
		each(one(b.Text, b.Reference))
	case Heading:
		each(one(b.Text))
	case Facts:
		for _, f := range b.Rows {
			each(one(f.Label), f.Value)
		}
	case Paragraph:
		each(one(b.Text))
	case List:
		for _, it := range b.Items {
			each(it.Text)
		}
	case Table:
		each(b.Head)
		for _, row := range b.Rows {
			each(row.Cells)
		}
	case Signature:
		each(one(b.Sentence, b.PlaceDate, b.Typed, b.Name, b.Caption))
	case Notice:
		each(b.Text)
	case Parties, HandLines, PageCount, Worksheet:
		each(parts(b)...)
	case Bilingual:
		each(b.Heads[:])
		for _, row := range b.Rows {
			for _, side := range row {
				EachRun(side, visit)
			}
		}
	case Space, PageBreak:
	}
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
		p.lines("", []Runs{block.Sentence, block.PlaceDate, block.Typed, {{Text: block.Image.Alt}}, block.Name, block.Caption})
	case Notice:
		p.lines("!", block.Text)
	case Parties, HandLines, PageCount, Worksheet, Bilingual:
		p.furniture(block)
	case Space, PageBreak:
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
