package edit

import "unicode"

// NextWord returns the place where the next word begins; from the last word of a
// paragraph its end, and from there the beginning of the next paragraph.
func (t Text) NextWord(p Pos) Pos {
	par := t.pars[p.Par]
	if p.At == len(par.runes) {
		return t.Next(p)
	}
	return Pos{p.Par, par.next(p.At, wordStart)}
}

// PrevWord returns the place where the word before p begins; from the beginning
// of a paragraph the end of the one before.
func (t Text) PrevWord(p Pos) Pos {
	if p.At == 0 {
		return t.Prev(p)
	}
	return Pos{p.Par, t.pars[p.Par].prev(p.At, wordStart)}
}

// NextParagraph returns the beginning of the next paragraph, or the end of the
// last.
func (t Text) NextParagraph(p Pos) Pos {
	if p.Par+1 < len(t.pars) {
		return Pos{p.Par + 1, 0}
	}
	return t.End()
}

// PrevParagraph returns the beginning of the paragraph, and from there the
// beginning of the one before.
func (t Text) PrevParagraph(p Pos) Pos {
	if p.At == 0 && p.Par > 0 {
		return Pos{p.Par - 1, 0}
	}
	return Pos{p.Par, 0}
}

// Word returns what a double click at p selects: the word there, or what stands
// between two words; at the end of a line its last word.
func (t Text) Word(p Pos) (from, to Pos) {
	par := t.pars[p.Par]
	if p.At == len(par.runes) && p.At > 0 {
		p.At--
	}
	start, end := p.At, par.next(p.At, wordStart|wordEnd)
	if !par.is(start, wordStart|wordEnd) {
		start = par.prev(start, wordStart|wordEnd)
	}
	return Pos{p.Par, start}, Pos{p.Par, end}
}

// Paragraph returns the bounds of the paragraph that p is in.
func (t Text) Paragraph(p Pos) (from, to Pos) {
	return Pos{p.Par, 0}, Pos{p.Par, len(t.pars[p.Par].runes)}
}

// beforeMark returns the place before the last mark of the grapheme that ends at
// p, where the mark is one that people type by itself: a vowel sign over an
// Arabic letter, not an accent that came with a Latin one or a part of an emoji.
func (t Text) beforeMark(p Pos) (Pos, bool) {
	runes := t.pars[p.Par].runes
	if p.At < 2 || p.At-t.Prev(p).At < 2 || !unicode.In(runes[p.At-1], unicode.Mn, unicode.Mc) {
		return p, false
	}
	base := runes[t.Prev(p).At]
	if !unicode.IsLetter(base) || unicode.In(base, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
		return p, false
	}
	return Pos{p.Par, p.At - 1}, true
}
