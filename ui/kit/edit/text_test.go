package edit

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"
)

// words are what random texts are made of: scripts of both directions, numbers,
// marks, emoji of several characters, ideographs, spaces, ends of lines.
var words = []string{"a", "word", "naïve", "e\u0301", "شكوى", "علمتَ", "אב", "12", "14.12.2026", "(", ")", "؟", " ", " ", " ", "  ",
	"\n", "\t", "👨‍👩‍👧", "🇪🇺", "❤️", "नमस्ते", "한국어", "中文字元", "ไทย", "\u200d", "\u200f", "x\u2028y", "—", "«Ö»", "\r", "\u0301"}

// prose draws a text of some words.
func prose(t *rapid.T, name string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, most).Draw(t, name), "")
}

// place draws a place between two graphemes of a text.
func somewhere(t *rapid.T, x Text, name string) Pos {
	par := rapid.IntRange(0, len(x.pars)-1).Draw(t, name+" paragraph")
	return x.Snap(Pos{par, rapid.IntRange(0, len(x.pars[par].runes)).Draw(t, name)})
}

// offset is the number of runes before a place.
func (t Text) offset(p Pos) int { return len([]rune(t.Slice(Pos{}, p))) }

// A text gives back what was put into it, in both kinds, for every change, and
// the place after a change is where what was put ends.
func TestReplaceIsThatOfStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		single := rapid.Bool().Draw(t, "single")
		want := prose(t, "text", 60)
		x := NewText(want, single)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			from, to := order(somewhere(t, x, "from"), somewhere(t, x, "to"))
			put := prose(t, "put", 12)
			a, b, runes := x.offset(from), x.offset(to), []rune(want)
			want = string(runes[:a]) + put + string(runes[b:])
			var end Pos
			x, end = x.Replace(from, to, []rune(put))
			if got := x.String(); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
			if got := x.offset(end); got != a+len([]rune(put)) {
				t.Fatalf("the end is at %d", got)
			}
			whole(t, x)
		}
	})
}

// whole checks that the chunks of a text are what its paragraphs hold.
func whole(t *rapid.T, x Text) {
	for _, p := range x.pars {
		var runes []rune
		p.cut()
		for i, c := range p.chunks {
			if p.starts[i] != len(runes) || len(c.runes) == 0 || len(c.runes) > 2*chunkMost {
				t.Fatalf("chunk %d begins at %d and has %d runes", i, p.starts[i], len(c.runes))
			}
			runes = append(runes, c.runes...)
		}
		if !slices.Equal(runes, p.runes) {
			t.Fatalf("the chunks hold %q, the paragraph %q", string(runes), string(p.runes))
		}
	}
}

// Graphemes, words and breaks found chunk by chunk, after changes, are those of
// the whole paragraph.
func TestChunksSegmentAsTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := prose(t, "text", 40) + " word 中文字元中文 " + prose(t, "more", 40) + " and then "
		x := NewText(strings.Repeat(seed, 3000/len([]rune(seed))+1), true)
		for range 3 {
			from := somewhere(t, x, "from")
			to := x.Snap(Pos{0, min(from.At+rapid.IntRange(0, 50).Draw(t, "length"), x.End().At)})
			x, _ = x.Replace(from, to, []rune(prose(t, "put", 6)))
		}
		if len(x.pars[0].chunks) < 2 {
			t.Fatalf("only one chunk for %d runes", x.Size())
		}
		same(t, x.pars[0])
	})
}

func same(t *rapid.T, p *paragraph) {
	reference := &chunk{runes: p.runes}
	reference.segment()
	for i := 1; i < len(p.runes); i++ {
		for _, m := range []mark{graphemeStart, wordStart, wordEnd, lineBreak} {
			if got, want := p.is(i, m), reference.at(i)&m != 0; got != want {
				t.Fatalf("mark %d at %d, between %q and %q: %t, in the whole %t", m, i,
					string(p.runes[max(0, i-3):i]), string(p.runes[i:min(i+3, len(p.runes))]), got, want)
			}
		}
	}
}

// A word without end is cut all the same, between graphemes.
func TestEndlessWordIsCut(t *testing.T) {
	for name, s := range map[string]string{"letters": "a", "with marks": "e\u0301", "families": "👨‍👩‍👧", "arabic": "شَ"} {
		p := NewText(strings.Repeat(s, 4000), true).pars[0].cut()
		if len(p.chunks) < 3 {
			t.Errorf("%s: %d chunks", name, len(p.chunks))
		}
		for _, start := range p.starts {
			if start%len([]rune(s)) != 0 {
				t.Errorf("%s: cut within a grapheme, at %d", name, start)
			}
		}
	}
}

// Forward and back visit every grapheme and every end of a line once, in the
// same places.
func TestMovementVisitsEveryGraphemeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(prose(t, "text", 80), false)
		there := []Pos{{}}
		for at := (Pos{}); at != x.End(); {
			next := x.Next(at)
			if !at.Before(next) {
				t.Fatalf("stuck at %v", at)
			}
			at, there = next, append(there, next)
		}
		count := len(x.pars) - 1
		for _, p := range x.pars {
			count += graphemes(p.runes)
		}
		if len(there)-1 != count {
			t.Fatalf("%d steps for %d graphemes", len(there)-1, count)
		}
		for i, at := len(there)-1, x.End(); i >= 0; i, at = i-1, x.Prev(at) {
			if there[i] != at {
				t.Fatalf("back at %v, forward at %v", at, there[i])
			}
		}
	})
}

func graphemes(runes []rune) int {
	var seg segmenter.Segmenter
	seg.Init(runes)
	n := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}

// Where words begin, and what a double click selects.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		stops      []int // of going forward from the beginning
		at         int
		word       string
	}{
		{"english", "They're here, again.", []int{8, 14, 20}, 2, "They're"},
		{"between words", "one  two", []int{5, 8}, 3, "  "},
		{"a number", "on 14.12.2026 at", []int{3, 14, 16}, 5, "14.12.2026"},
		{"arabic", "شكوى رقم 12", []int{5, 9, 11}, 5, "رقم"},
		{"with marks", "علمتَ بهِ", []int{6, 9}, 0, "علمتَ"},
		{"ideographs", "中文", []int{1, 2}, 0, "中"},
		{"at the end", "the end", []int{4, 7}, 7, "end"},
		{"nothing", "", nil, 0, ""},
		{"over lines", "a\nb", []int{1, 0, 1}, 0, "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := NewText(c.text, false)
			var stops []int
			for at := (Pos{}); at != x.End(); {
				at = x.NextWord(at)
				stops = append(stops, at.At)
			}
			if !slices.Equal(stops, c.stops) {
				t.Errorf("forward %v, want %v", stops, c.stops)
			}
			if got := x.Slice(x.Word(Pos{0, c.at})); got != c.word {
				t.Errorf("at %d the word is %q, want %q", c.at, got, c.word)
			}
		})
	}
}

// Going back by words stops where words begin, and at every end of a line.
func TestPreviousWordAndParagraph(t *testing.T) {
	x := NewText("one two\n\nthree", false)
	var got []Pos
	for at := x.End(); at != (Pos{}); {
		at = x.PrevWord(at)
		got = append(got, at)
	}
	if want := []Pos{{2, 0}, {1, 0}, {0, 7}, {0, 4}, {0, 0}}; !slices.Equal(got, want) {
		t.Errorf("back by words %v, want %v", got, want)
	}
	if at := x.PrevParagraph(Pos{2, 3}); at != (Pos{2, 0}) || x.PrevParagraph(at) != (Pos{1, 0}) || x.PrevParagraph(Pos{}) != (Pos{}) {
		t.Error("the paragraphs before are elsewhere")
	}
	if at := x.NextParagraph(Pos{0, 3}); at != (Pos{1, 0}) || x.NextParagraph(Pos{2, 1}) != x.End() {
		t.Error("the paragraphs after are elsewhere")
	}
}

// What comes from outside holds no character that is not seen and changes what is
// around it, and cleaning twice is cleaning once.
func TestClean(t *testing.T) {
	for _, c := range []struct{ in, many, single string }{
		{"a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h", "a\nb\nc\nd\ne\nf\ng\nh", "a b c d e f g h"},
		{"a\tb", "a\tb", "a b"},
		{"a\x00b\x1bc\x7fd\u009be", "a b c d e", "a b c d e"},
		{"\u202egnp.exe\u202c \u2067x\u2069", "gnp.exe x", "gnp.exe x"},
		{"\ufeffa\ufffe\ufdd0", "a", "a"},
		{"می\u200cخواهم \u200f \u061c 👨‍👩‍👧", "می\u200cخواهم \u200f \u061c 👨‍👩‍👧", "می\u200cخواهم \u200f \u061c 👨‍👩‍👧"},
		{"a\xffb", "a\ufffdb", "a\ufffdb"},
	} {
		if got := Clean(c.in, false); got != c.many {
			t.Errorf("%q became %q, want %q", c.in, got, c.many)
		}
		if got := Clean(c.in, true); got != c.single {
			t.Errorf("%q became the line %q, want %q", c.in, got, c.single)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, single := rapid.String().Draw(t, "text"), rapid.Bool().Draw(t, "single")
		got := Clean(s, single)
		bad := func(r rune) bool {
			return unicode.IsControl(r) && (single || r != '\n' && r != '\t') || unicode.Is(unicode.Bidi_Control, r) && r > 0x2010
		}
		if strings.ContainsFunc(got, bad) || Clean(got, single) != got {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

// What is drawn has neither tabs nor ends of lines nor marks of direction.
func TestShown(t *testing.T) {
	if got := Shown([]rune("a\tb\nc\r\u200f\u202ed\u200d")); got != "a    b cd\u200d" {
		t.Errorf("shown %q", got)
	}
}
