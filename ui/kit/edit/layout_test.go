package edit

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"recourse/i18n/bidi"
)

// tens is a typeface in which every character is 10 wide, and a mark nothing.
func tens(s string) float32 {
	wide := float32(0)
	for _, r := range s {
		if !unicode.In(r, unicode.M, unicode.Cf) {
			wide += 10
		}
	}
	return wide
}

// settled returns the exact lines of a text.
func settled(x Text, width float32) *Layout {
	l := NewLayout(tens, bidi.LTR, width)
	l.Update(x)
	for l.Settle(0, l.Lines()) {
	}
	return l
}

func lines(l *Layout) []string {
	var out []string
	for i := range l.Lines() {
		line := l.Line(i)
		out = append(out, string(l.text.pars[line.Par].runes[line.Start:line.End]))
	}
	return out
}

// Where lines end: after spaces, which hang over, after ideographs but not before
// a full stop, within a word only where it is wider than a line.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float32
		want       []string
	}{
		{"nothing", "", 100, []string{""}},
		{"words", "one two three", 80, []string{"one two ", "three"}},
		{"hanging spaces", "one two    three", 70, []string{"one two    ", "three"}},
		{"paragraphs", "a\n\nb\n", 100, []string{"a", "", "b", ""}},
		{"a long word", "a abcdefghij b", 40, []string{"a ", "abcd", "efgh", "ij b"}},
		{"ideographs", "中文字元。中文", 40, []string{"中文字", "元。中文"}},
		{"arabic", "شكوى رقم 12", 80, []string{"شكوى رقم ", "12"}},
		{"families", "👨‍👩‍👧👨‍👩‍👧", 40, []string{"👨‍👩‍👧", "👨‍👩‍👧"}},
		{"without end", "one two three", 0, []string{"one two three"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lines(settled(NewText(c.text, false), c.width)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Lines hold every character once and are not wider than asked, unless they hold
// one grapheme; and lines that grew with changes are those of the whole text.
func TestLinesAfterChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(strings.Repeat(prose(t, "text", 30)+" and ", 30), rapid.Bool().Draw(t, "single"))
		width := rapid.SampledFrom([]float32{0, 30, 200, 900}).Draw(t, "width")
		l := settled(x, width)
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			from, to := somewhere(t, x, "from"), somewhere(t, x, "to")
			if from.Par != to.Par || to.At-from.At > 40 {
				to = from
			}
			from, to = order(from, to)
			x, _ = x.Replace(from, to, []rune(prose(t, "put", 8)))
			l.Update(x)
			l.Settle(0, rapid.IntRange(0, 5).Draw(t, "in sight"))
		}
		for l.Settle(0, l.Lines()) {
		}
		if got, want := lines(l), lines(settled(x, width)); !slices.Equal(got, want) {
			t.Fatalf("after changes %q, anew %q", got, want)
		}
		covered(t, l, width)
	})
}

func covered(t *rapid.T, l *Layout, width float32) {
	at := Pos{}
	for i := range l.Lines() {
		line := l.Line(i)
		if line.Start == 0 && i > 0 {
			at = Pos{at.Par + 1, 0}
		}
		if (Pos{line.Par, line.Start}) != at {
			t.Fatalf("line %d begins at %d.%d, want %v", i, line.Par, line.Start, at)
		}
		at.At = line.End
		runes := l.text.pars[line.Par].runes[line.Start:line.End]
		word := strings.TrimRightFunc(Shown(runes), unicode.IsSpace)
		if width > 0 && tens(word) > width && graphemes(runes) > 1 {
			t.Fatalf("line %d is %g wide: %q", i, tens(word), word)
		}
	}
	if at != l.text.End() {
		t.Fatalf("the lines end at %v", at)
	}
}

// An estimate and the exact lines hold the same characters, and every line that
// was settled stays as it is.
func TestSettle(t *testing.T) {
	x := NewText(strings.Repeat("one two three, four. ", 2000), false)
	l := NewLayout(tens, bidi.LTR, 300)
	l.Update(x)
	if l.Work() != 0 {
		t.Errorf("%d characters measured before any is in sight", l.Work())
	}
	for l.Settle(0, 10) {
	}
	if l.Work() > 2*chunkMost || l.Settle(0, 10) {
		t.Errorf("%d characters measured for ten lines", l.Work())
	}
	want := settled(x, 300)
	if got := lines(l)[:10]; !slices.Equal(got, lines(want)[:10]) {
		t.Errorf("in sight %q", got)
	}
}

// The direction of each paragraph is that of its first letter, and of the field
// where there is none.
func TestDirections(t *testing.T) {
	l := NewLayout(tens, bidi.RTL, 0)
	l.Update(NewText("abc\nشكوى\n12\n\n(a", false))
	var got []bool
	for i := range 5 {
		got = append(got, l.RTL(i))
	}
	if want := []bool{false, true, true, true, false}; !slices.Equal(got, want) {
		t.Errorf("from right to left: %v, want %v", got, want)
	}
}

// seen draws a line as its characters from left to right.
func seen(v Visual) string {
	var b strings.Builder
	for _, c := range v.cells() {
		b.WriteString(string(v.par.runes[c.start:c.end]))
	}
	return b.String()
}

// The order in which a line is seen, derived by hand from UAX #9.
func TestVisualOrder(t *testing.T) {
	for text, want := range map[string]string{
		"abc":           "abc",
		"אבג":           "גבא",
		"אב 12 ג":       "ג 12 בא",
		"a אב 12 c":     "a 12 בא c",
		"אב abc":        "abc בא",
		"(אב)":          ")בא(",
		"שלום (a b) גד": "דג )a b( םולש",
	} {
		if got := seen(settled(NewText(text, true), 0).Visual(0)); got != want {
			t.Errorf("%q is seen as %q, want %q", text, got, want)
		}
	}
}

// A click where a caret is seen gives a caret that is seen there; the whole of a
// line is selected as one stretch; and what is selected is as wide as its parts.
func TestHitAndRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(prose(t, "text", 30), false)
		l := settled(x, rapid.SampledFrom([]float32{0, 120}).Draw(t, "width"))
		c := Caret{somewhere(t, x, "caret"), rapid.Bool().Draw(t, "after")}
		v := l.Visual(l.LineOf(c))
		hit := v.Hit(v.X(c))
		if d := v.X(hit) - v.X(c); d > 0.01 || d < -0.01 {
			t.Fatalf("the caret is at %g, the click at %g", v.X(c), v.X(hit))
		}
		if hit.Par != v.Par || hit.At < v.Start || hit.At > v.End {
			t.Fatalf("the click leaves its line: %v", hit)
		}
		all, wide := v.Range(v.Start, v.End), float32(0)
		for _, r := range all {
			wide += r[1] - r[0]
		}
		if v.Width > 0 && (len(all) != 1 || wide < v.Width-0.01) {
			t.Fatalf("the line is %g wide, selected %v", v.Width, all)
		}
	})
}

// A selection over a change of direction is seen in two places.
func TestRangeOverDirections(t *testing.T) {
	l := settled(NewText("abc שלום d", true), 0)
	v := l.Visual(0)
	if got, want := v.Range(2, 6), [][2]float32{{20, 40}, {60, 80}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Secrets are shown as so many marks.
func TestMasked(t *testing.T) {
	if got := Masked(NewText("añb", true)).String(); got != "•••" {
		t.Errorf("shown %q", got)
	}
}

// One key in 20,000 characters of one paragraph measures no more than what is
// around it, wherever it is; and so does a paste of 500 KB.
func TestWorkPerKey(t *testing.T) {
	text := strings.Repeat("They wrote to me about my mailbox on the 14th. ", 430)[:20_000]
	e := New(text, Options{})
	l := NewLayout(tens, bidi.LTR, 600)
	look := func() int {
		before := l.Work()
		l.Update(e.Text())
		for at := l.LineOf(e.Caret()); l.Settle(at-10, at+10); at = l.LineOf(e.Caret()) {
		}
		return l.Work() - before
	}
	look()
	for _, at := range []int{0, 10_000, 19_999} {
		e.Move(Caret{Pos{0, at}, false}, false)
		look()
		e.Type('x')
		if work := look(); work > 3*chunkMost {
			t.Errorf("a key at %d measures %d characters", at, work)
		}
	}
	e.Insert(strings.Repeat("One long letter, all in one paragraph. ", 500_000/39))
	if work := look(); work > 4*chunkMost {
		t.Errorf("a paste measures %d characters", work)
	}
}
