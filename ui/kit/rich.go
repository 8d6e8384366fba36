package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// NewRich returns a help text with structure: lines that begin with "#" are
// headings, those with "-" items of a list; "**" around words makes them bold, and
// "[words](address)" is a link, shown with its address. Nothing of it can be opened:
// a person who wants to go there types the address elsewhere. Pictures are left out
// but for their words.
func NewRich(dir Direction, style Style, text string) *fyne.Container {
	column := NewColumn(6)
	for _, b := range blocks(text) {
		prose := NewProse(dir, style, b.spans)
		switch b.kind {
		case headingBlock:
			column.Add(NewLabel(dir, Strong, plainText(b.spans)).Heading())
		case itemBlock:
			column.Add(NewSides(dir, NewWidth(scaled(18), NewLabel(dir, style, "•")), nil, prose))
		case paragraphBlock:
			column.Add(prose)
		}
	}
	return column
}

// blockKind is a kind of block of a help text.
type blockKind uint8

const (
	paragraphBlock blockKind = iota
	headingBlock
	itemBlock
)

// block is a paragraph, a heading or an item.
type block struct {
	kind  blockKind
	spans []Span
}

// blocks cuts a text into its blocks. Lines that follow on a paragraph or an item
// belong to it.
func blocks(text string) []block {
	var out []block
	open := false
	var lines []string
	kind := paragraphBlock
	flush := func() {
		if open {
			out = append(out, block{kind, spans(strings.Join(lines, " "))})
		}
		open, lines = false, nil
	}
	for l := range strings.SplitSeq(lineEnds.Replace(text), "\n") {
		l = strings.TrimSpace(l)
		words, now := blockStart(l)
		switch {
		case l == "":
			flush()
		case now != paragraphBlock || !open || kind == headingBlock:
			flush()
			open, kind, lines = true, now, []string{words}
		default:
			lines = append(lines, words)
		}
	}
	flush()
	return out
}

// blockStart tells what a line begins, and its words.
func blockStart(l string) (string, blockKind) {
	if words, ok := strings.CutPrefix(strings.TrimLeft(l, "#"), " "); ok && strings.HasPrefix(l, "#") {
		return words, headingBlock
	}
	for _, sign := range []string{"- ", "* ", "• "} {
		if words, ok := strings.CutPrefix(l, sign); ok {
			return words, itemBlock
		}
	}
	return l, paragraphBlock
}

// spans reads what is bold and the links of a block.
func spans(text string) []Span {
	var out []Span
	bold := false
	for text != "" {
		plain, rest, found := strings.Cut(text, "**")
		switch words := linked(plain); {
		case !found && bold: // nothing closes it
			return append(out, Span{Text: "**" + words})
		case words != "":
			out = append(out, Span{Text: words, Bold: bold})
		}
		if !found {
			break
		}
		bold, text = !bold, rest
	}
	return out
}

// linked writes links as their words with the address behind them, and pictures as
// their words.
func linked(text string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[")
		words, rest, ok2 := strings.Cut(rest, "](")
		address, rest, ok3 := strings.Cut(rest, ")")
		if !ok || !ok2 || !ok3 || strings.ContainsAny(words, "[\n") {
			out.WriteString(text)
			return out.String()
		}
		picture := strings.HasSuffix(before, "!")
		out.WriteString(strings.TrimSuffix(before, "!"))
		out.WriteString(words)
		if !picture && address != words {
			out.WriteString(" (\u2066" + address + "\u2069)") // an address goes from left to right
		}
		text = rest
	}
}

func plainText(spans []Span) string {
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(s.Text)
	}
	return out.String()
}
