package compose

import (
	"fmt"
	"slices"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/i18n"
)

// bilingual is the filing beside the same in the reader's language, row by row.
// Where a limit would cut the filing, both sides have the whole answer.
func bilingual(s interview.State, o Options) (doc.Document, []forms.Problem) {
	tag, other := o.Texts.Tag(), o.Beside.Tag()
	left, problems := whole(s, o, o.Texts)
	right, _ := whole(s, o, o.Beside) // what lacks a translation there is no problem of the filing
	d := left
	d.Banner = o.Texts.Plain("doc.bilingual", nil) + " · " + o.Beside.Plain("doc.bilingual", nil)
	head := func(t i18n.Tag) doc.Runs { return doc.Runs{{Text: i18n.Language(t, t), Lang: t}} }
	d.Blocks = []doc.Block{doc.Bilingual{Langs: [2]i18n.Tag{tag, other}, Heads: [2]doc.Runs{head(tag), head(other)},
		Rows: aligned(units(left.Blocks), units(right.Blocks))}}
	return d, problems
}

// whole is the document of one side.
func whole(s interview.State, o Options, texts *i18n.Catalog) (doc.Document, []forms.Problem) {
	o.Texts, o.Beside = texts, nil
	return Document(s, o)
}

// unit is what stands in one row on one side, and what it is known by.
type unit struct {
	key    string
	blocks []doc.Block
}

// units cuts blocks into what can stand beside each other: a row of facts, an
// item, a paragraph with the notes below it, all paragraphs of one answer.
func units(blocks []doc.Block) []unit {
	var out []unit
	for _, b := range blocks {
		for _, part := range pieces(b) {
			key := keyOf(part)
			last := len(out) - 1
			switch {
			case key == "":
			case last >= 0 && (key == noteKey || key == out[last].key && answered(part)):
				out[last].blocks = append(out[last].blocks, part)
			default:
				out = append(out, unit{key, []doc.Block{part}})
			}
		}
	}
	return out
}

// pieces cuts a block that has rows into blocks of one row.
func pieces(b doc.Block) []doc.Block {
	var out []doc.Block
	switch b := b.(type) {
	case doc.Facts:
		for _, row := range b.Rows {
			out = append(out, doc.Facts{Rows: []doc.Fact{row}})
		}
	case doc.List:
		for _, item := range b.Items {
			out = append(out, doc.List{Items: []doc.Item{item}, Indent: b.Indent})
		}
	case doc.Worksheet:
		for _, row := range b.Rows {
			out = append(out, doc.Worksheet{Rows: []doc.Field{row}})
		}
	case doc.Table:
		for _, row := range b.Rows {
			out = append(out, listed(b.Head, row))
		}
	default:
		return []doc.Block{b}
	}
	return out
}

// listed is a row of a table as an item of a list: a column is too narrow for it.
func listed(head []doc.Runs, row doc.TableRow) doc.Block {
	item := doc.Item{Anchor: row.Anchor}
	for i, cell := range row.Cells {
		switch {
		case i == 0:
			item.Marker = cell.String()
		case len(cell) > 0 && i > 1:
			item.Text = append(item.Text, styled(head[i], doc.Grey|doc.Small), cell)
		case len(cell) > 0:
			item.Text = append(item.Text, cell)
		}
	}
	return doc.List{Items: []doc.Item{item}}
}

const noteKey = "note" // of what belongs to what is above it

// keyOf is what a block is known by in both languages: its kind, and the answers
// that it tells. It is "" for what has no place in a row.
func keyOf(b doc.Block) string {
	switch b := b.(type) {
	case doc.PageBreak, doc.Space, doc.PageCount, doc.Enclosure:
		return ""
	case doc.Heading:
		return fmt.Sprint("heading ", b.Level, b.Number)
	case doc.Paragraph:
		if b.Quote && origin(b) == "" {
			return noteKey
		}
	}
	return fmt.Sprintf("%T %s", b, origin(b))
}

// origin is the first of the answers of a block, by their paths.
func origin(b doc.Block) forms.Path {
	var first forms.Path
	doc.EachRun(b, func(r doc.Run) {
		if r.From != "" && (first == "" || r.From < first) {
			first = r.From
		}
	})
	return first
}

// answered tells whether a block is a paragraph of an answer, of which there may
// be more.
func answered(b doc.Block) bool {
	_, ok := b.(doc.Paragraph)
	return ok && origin(b) != ""
}

// aligned puts units of the same key side by side; what stands on one side only
// has a row of its own. The same beginning and the same end are paired first,
// since mostly that is all.
func aligned(a, b []unit) []doc.BilingualRow {
	var before, after []doc.BilingualRow
	for len(a) > 0 && len(b) > 0 && a[0].key == b[0].key {
		before = append(before, doc.BilingualRow{a[0].blocks, b[0].blocks})
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1].key == b[len(b)-1].key {
		after = append(after, doc.BilingualRow{a[len(a)-1].blocks, b[len(b)-1].blocks})
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	slices.Reverse(after)
	return slices.Concat(before, matched(a, b), after)
}

// matched pairs as many units as the longest common sequence of keys has.
func matched(a, b []unit) []doc.BilingualRow {
	common := make([][]int32, len(a)+1) // of the rest from i and k on
	for i := range common {
		common[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if common[i][k] = max(common[i+1][k], common[i][k+1]); a[i].key == b[k].key {
				common[i][k] = common[i+1][k+1] + 1
			}
		}
	}
	var out []doc.BilingualRow
	for i, k := 0, 0; i < len(a) || k < len(b); {
		switch {
		case i < len(a) && k < len(b) && a[i].key == b[k].key:
			out = append(out, doc.BilingualRow{a[i].blocks, b[k].blocks})
			i, k = i+1, k+1
		case k == len(b) || i < len(a) && common[i+1][k] >= common[i][k+1]:
			out = append(out, doc.BilingualRow{a[i].blocks, nil})
			i++
		default:
			out = append(out, doc.BilingualRow{nil, b[k].blocks})
			k++
		}
	}
	return out
}
