package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// annexed is what did not fit a field.
type annexed struct {
	field  doc.Runs // what the field is called
	anchor string   // of the field
	rest   []doc.Runs
}

// limited cuts a value to the limit of its field. The rest goes to the annex;
// the value then ends with a reference there, within the limit, and the field has
// an anchor to refer back to. Where the limit does not hold even the reference,
// the reference is all that stands there.
func (w *writer) limited(value []doc.Runs, l forms.Limit, field doc.Runs) (kept []doc.Runs, anchor string) {
	if l.IsZero() || fits(value, l) {
		return value, ""
	}
	n := len(w.annex) + 1
	note := doc.Run{Text: w.t.Plain("doc.continued-in", i18n.Args{"n": n}), Ref: annexAnchor(n), Style: doc.Italic}
	kept, rest := cut(value, l, note)
	anchor = "field-" + strconv.Itoa(n)
	w.annex = append(w.annex, annexed{field, anchor, rest})
	return kept, anchor
}

func annexAnchor(n int) string { return "annex-" + strconv.Itoa(n) }

// annexes writes what did not fit, on pages of its own, each item with the field
// that it continues.
func (w *writer) annexes() {
	if len(w.annex) == 0 {
		return
	}
	w.add(doc.PageBreak{})
	w.unnumbered("doc.annex")
	for i, a := range w.annex {
		field := slices.Clone(a.field)
		for k := range field {
			field[k].Ref = a.anchor
		}
		w.add(doc.Heading{Level: 2, Number: strconv.Itoa(i + 1), Anchor: annexAnchor(i + 1),
			Text: w.sentence("doc.continues", map[string]doc.Runs{"field": field})})
		for _, runs := range a.rest {
			w.add(doc.Paragraph{Text: runs})
		}
	}
}

// letters is the characters of a value in one row, its paragraphs parted by line
// ends, and where each comes from.
type letters struct {
	text []rune
	ends []int // behind each grapheme
	run  []int // of each character in its paragraph
	para []int
}

func lettersOf(value []doc.Runs) letters {
	var l letters
	add := func(r rune, run, para int) {
		l.text, l.run, l.para = append(l.text, r), append(l.run, run), append(l.para, para)
	}
	for p, runs := range value {
		if p > 0 {
			add('\n', 0, p)
		}
		for i, run := range runs {
			for _, r := range run.Text {
				add(r, i, p)
			}
		}
	}
	l.ends = i18n.Graphemes(l.text)
	return l
}

// used counts what a value takes of a limit: characters, or lines.
func used(value []doc.Runs, l forms.Limit) int {
	all := lettersOf(value)
	if l.Lines > 0 {
		return len(all.lines(columns(l)))
	}
	return all.count(0, len(all.text), l.Unit)
}

func fits(value []doc.Runs, l forms.Limit) bool { return used(value, l) <= max(l.Characters, l.Lines) }

func columns(l forms.Limit) int {
	if l.Columns > 0 {
		return l.Columns
	}
	return forms.DefaultColumns
}

// count counts the characters from start to end as a form does. The controls that
// hold the direction of a value on the page are not among what is typed there.
func (l letters) count(start, end int, unit forms.CountUnit) int {
	n := 0
	if unit == forms.Graphemes {
		for _, e := range l.ends {
			if e > start && e <= end && !i18n.IsFormatting(l.text[e-1]) {
				n++
			}
		}
		return n
	}
	for _, r := range l.text[start:end] {
		switch {
		case i18n.IsFormatting(r):
		case unit == forms.Codepoints:
			n++
		default:
			n += max(utf16.RuneLen(r), 1)
		}
	}
	return n
}

// lines returns where each line ends, broken between words after so many
// graphemes, or within a word that is longer than a line.
func (l letters) lines(columns int) []int {
	var ends []int
	begin, space, n := 0, -1, 0
	for k := 0; k < len(l.ends); k++ {
		end := l.ends[k]
		last := l.text[end-1]
		switch {
		case last == '\n':
			ends, begin, space, n = append(ends, end), end, -1, 0
			continue
		case n < columns || unicode.IsSpace(last):
			if n++; unicode.IsSpace(last) {
				space = end
			}
			continue
		case space <= begin:
			space = l.ends[k-1]
		}
		ends, begin = append(ends, space), space
		n = l.count(begin, end, forms.Graphemes)
		space = -1
	}
	if begin < len(l.text) {
		ends = append(ends, len(l.text))
	}
	return ends
}

// cut parts a value so that its beginning and a note fit a limit.
func cut(value []doc.Runs, l forms.Limit, note doc.Run) (kept, rest []doc.Runs) {
	all := lettersOf(value)
	at := 0
	if l.Lines > 0 {
		own := len(lettersOf([]doc.Runs{{note}}).lines(columns(l)))
		if lines := all.lines(columns(l)); l.Lines > own {
			at = lines[l.Lines-own-1]
		}
		kept, rest = all.part(value, at)
		return append(kept, doc.Runs{note}), rest
	}
	room := l.Characters - lettersOf([]doc.Runs{{own(" "), note}}).count(0, len([]rune(note.Text))+1, l.Unit)
	at = all.before(room, l.Unit)
	kept, rest = all.part(value, at)
	if len(kept) == 0 {
		return []doc.Runs{{note}}, rest
	}
	last := len(kept) - 1
	kept[last] = append(slices.Clone(kept[last]), own(" "), note)
	return kept, rest
}

// before returns the last place within the room where the text may be parted:
// behind a sentence, if one ends in the last third, else between words, else
// between graphemes.
func (l letters) before(room int, unit forms.CountUnit) int {
	var edge, word, sentence, taken, start int
	for _, end := range l.ends {
		taken += l.count(start, end, unit)
		if start = end; taken > room {
			break
		}
		edge = end
		if end < len(l.text) && unicode.IsSpace(l.text[end]) || l.text[end-1] == '\n' {
			word = end
			if strings.ContainsRune(".!?…؟۔。！？।\n", l.text[end-1]) {
				sentence = end
			}
		}
	}
	switch {
	case sentence > edge*2/3:
		return sentence
	case word > 0:
		return word
	}
	return edge
}

// part parts a value at a place of its letters; spaces at the cut fall away.
func (l letters) part(value []doc.Runs, at int) (kept, rest []doc.Runs) {
	from, to := at, at
	for from > 0 && unicode.IsSpace(l.text[from-1]) {
		from--
	}
	for to < len(l.text) && unicode.IsSpace(l.text[to]) {
		to++
	}
	return l.slice(value, 0, from), l.slice(value, to, len(l.text))
}

// slice returns the letters from start to end as the value has them.
func (l letters) slice(value []doc.Runs, start, end int) []doc.Runs {
	var out []doc.Runs
	para := -1
	for i := start; i < end; {
		if l.para[i] != para {
			out, para = append(out, nil), l.para[i]
			if i > 0 && l.para[i-1] != para { // the line end between the paragraphs
				i++
				continue
			}
		}
		next := i
		for next < end && l.para[next] == para && l.run[next] == l.run[i] {
			next++
		}
		run := value[para][l.run[i]]
		run.Text = string(l.text[i:next])
		out[len(out)-1] = append(out[len(out)-1], run)
		i = next
	}
	return slices.DeleteFunc(out, func(r doc.Runs) bool { return len(r) == 0 })
}
