package layout

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
	"recourse/i18n/bidi"
	"recourse/i18n/fonts"
)

// source is a run of the document as the text that came from it is set.
type source struct {
	doc.Run
	look   look
	script language.Script // that its language is written in
	rtl    bool            // its words run from right to left
	marked bool            // its order must not reach beyond it
}

// hardLine is the text between two forced breaks: one paragraph for the
// bidirectional algorithm. full holds all characters, those that steer too;
// owner is the source of each.
type hardLine struct {
	full  []rune
	owner []int32
}

// sources prepares the runs of a paragraph: their looks, and the direction that
// the words of each have.
func (s *setter) sources(runs doc.Runs, l look) []source {
	list := make([]source, len(runs))
	for i, r := range runs {
		if r.Lang == "" {
			r.Lang = s.doc.Lang
		}
		if !s.anchors[r.Ref] {
			r.Ref = ""
		}
		if r.Page && r.Ref != "" {
			r.Text = s.pageOf(r.Ref)
		}
		s.hidden(r)
		list[i] = source{Run: r, look: l.with(r.Style), script: scriptOf(r.Lang)}
		if r.Ref != "" {
			list[i].look.colour = link
		}
	}
	return list
}

// scriptOf returns the script of the letters of a language. The codes that stand
// for several scripts at once become the one that tells the face.
func scriptOf(lang i18n.Tag) language.Script {
	switch code := lang.Script(); code {
	case "Hans", "Hant", "Jpan":
		return language.Han
	case "Kore":
		return language.Hangul
	default:
		script, err := language.ParseScript(code)
		if err != nil {
			return language.Latin
		}
		return script
	}
}

// direction decides the base direction of a paragraph: that of its words where
// all run one way, else that of the document. A run that goes against it, or
// that holds characters which steer order, is marked: it is set apart from what
// stands beside it.
func (s *setter) direction(list []source) bool {
	seen := [2]bool{}
	steers := make([]bool, len(list))
	for i := range list {
		left, right, steer := strong(list[i].Text)
		list[i].rtl = wordsRTL(left, right, list[i].Lang.Dir() == i18n.RTL, s.geo.rtl)
		list[i].marked = left > 0 && right > 0
		steers[i] = steer
		if left+right > 0 {
			seen[btoi(list[i].rtl)] = true
		}
	}
	rtl := s.geo.rtl
	if seen[0] != seen[1] {
		rtl = seen[1]
	}
	for i := range list {
		list[i].marked = len(list) > 1 && (list[i].marked || list[i].rtl != rtl) || steers[i]
	}
	return rtl
}

// wordsRTL tells the direction of a run with so many letters that run to the
// right and to the left: that of the letters where all agree, else that of its
// language. Without letters it has the direction of the document.
func wordsRTL(left, right int, lang, document bool) bool {
	switch {
	case left == 0 && right == 0:
		return document
	case left == 0 || right == 0:
		return right > 0
	default:
		return lang
	}
}

// strong counts the letters of text that run from left to right and from right
// to left, and tells whether it holds characters that steer order.
func strong(text string) (left, right int, steers bool) {
	for _, r := range text {
		switch {
		case r < 0x80:
			left += btoi(r|0x20 >= 'a' && r|0x20 <= 'z')
		case steering(r):
			steers = true
		case unicode.IsLetter(r) && rightToLeft(r):
			right++
		case unicode.IsLetter(r):
			left++
		}
	}
	return left, right, steers
}

// rightToLeft tells whether r lies in a block of right-to-left scripts: Hebrew,
// Arabic and their neighbours, their presentation forms, and the planes beyond.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// steering tells whether r is one of the characters that steer the order of
// text: marks, embeddings, overrides and isolates.
func steering(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The isolates that set a marked run apart.
const (
	isolateLTR = '\u2066'
	isolateRTL = '\u2067'
	isolateEnd = '\u2069'
)

// misleading tells whether r has no shape and no good use in a document: control
// characters, noncharacters, and the overrides, which turn around the letters of
// what is written. Such characters are reported and have no effect.
func misleading(r rune) bool {
	return r < 0x20 && r != '\t' && !breaks(r) || r >= 0x7F && r < 0xA0 && !breaks(r) ||
		r == 0x202D || r == 0x202E || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// hidden reports the misleading characters of a run, each once for an answer.
func (s *setter) hidden(r doc.Run) {
	for _, c := range r.Text {
		if misleading(c) {
			s.report(forms.HiddenChar, r.From, c, i18n.Args{"code": codeOf(c)})
		}
	}
}

// hardLines cuts the text of the sources at forced breaks. Breaks at either end
// are left out, tabs become spaces, and misleading characters are dropped.
func hardLines(list []source) []hardLine {
	lines := []hardLine{{}}
	for i, src := range list {
		depth := 0
		for _, r := range strings.ReplaceAll(src.Text, "\r\n", "\n") {
			last := &lines[len(lines)-1]
			switch {
			case breaks(r):
				last.close(i, &depth)
				lines = append(lines, hardLine{})
				continue
			case r == '\t':
				r = ' '
			case misleading(r):
				continue
			}
			if src.marked {
				last.open(r, i, src.rtl, &depth)
			} else {
				last.add(r, i)
			}
		}
		lines[len(lines)-1].close(i, &depth)
	}
	return trimLines(lines)
}

// open adds a character of a marked run inside its isolate, which it begins
// where none is open. Isolates of the text's own are counted, and ends without a
// beginning are left out, so that only close ends the isolate of the run.
func (h *hardLine) open(r rune, owner int, rtl bool, depth *int) {
	if *depth == 0 {
		h.add(isolate(rtl), owner)
		*depth = 1
	}
	switch {
	case r == isolateEnd && *depth == 1:
		return
	case r == isolateEnd:
		*depth--
	case r >= isolateLTR && r < isolateEnd:
		*depth++
	}
	h.add(r, owner)
}

// close ends all isolates of source i that are open.
func (h *hardLine) close(i int, depth *int) {
	for ; *depth > 0; *depth-- {
		h.add(isolateEnd, i)
	}
}

func (h *hardLine) add(r rune, owner int) {
	h.full = append(h.full, r)
	h.owner = append(h.owner, int32(owner))
}

func isolate(rtl bool) rune {
	if rtl {
		return isolateRTL
	}
	return isolateLTR
}

// breaks tells whether r forces a new line.
func breaks(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

func trimLines(lines []hardLine) []hardLine {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// blank tells whether the line has nothing to draw.
func (h hardLine) blank() bool {
	for _, r := range h.full {
		if r != ' ' && !fonts.Silent(r) {
			return false
		}
	}
	return true
}

func direction(rtl bool) bidi.Direction {
	if rtl {
		return bidi.RTL
	}
	return bidi.LTR
}
