package bidi_test

import (
	"slices"
	"strings"
	"testing"

	"recourse/i18n/bidi"
)

// draw writes the runes of a line in visual order, mirrored where the run is
// right to left: what a terminal that knows no bidi would have to print.
func draw(text string, base bidi.Direction) string {
	runes := []rune(text)
	var out []rune
	for _, run := range bidi.New(runes, base).Line(0, len(runes)) {
		piece := slices.Clone(runes[run.Start:run.End])
		if run.RTL() {
			slices.Reverse(piece)
			for i, r := range piece {
				piece[i] = bidi.Mirror(r)
			}
		}
		out = append(out, piece...)
	}
	return string(out)
}

// TestDraw proves the order of lines as they occur on a form. The expected
// strings are derived by hand from UAX #9; Hebrew stands for both scripts.
func TestDraw(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		base bidi.Direction
		want string
	}{
		"latin":                   {"Case 12 (b)", bidi.LTR, "Case 12 (b)"},
		"number after word":       {"אבג 12", bidi.RTL, "12 גבא"},
		"number in brackets":      {"אבג (3)", bidi.RTL, "(3) גבא"},
		"latin in brackets":       {"אבג (Mail) דה", bidi.RTL, "הד (Mail) גבא"},
		"latin ends in bracket":   {"אבג (Mail)", bidi.RTL, "(Mail) גבא"},
		"bracket at end in latin": {"name (אבג)", bidi.LTR, "name (גבא)"},
		"date of three numbers":   {"אב 14.12.2026", bidi.RTL, "14.12.2026 בא"},
		"slash between numbers":   {"אב 14/12", bidi.RTL, "14/12 בא"},
		"percent":                 {"אב 20% גד", bidi.RTL, "דג 20% בא"},
		"question mark":           {"אבג?", bidi.RTL, "?גבא"},
		"question mark in ltr":    {"אבג?", bidi.LTR, "גבא?"},
		"trailing space":          {"abc אב ", bidi.LTR, "abc בא "},
		"isolate":                 {"אב \u2068a.b!\u2069 גד", bidi.RTL, "דג \u2069a.b!\u2068 בא"},
		"auto, first is latin":    {"12 a אב", bidi.Auto, "12 a בא"},
		"auto, first is hebrew":   {"12 אב a", bidi.Auto, "a בא 12"},
		"auto, nothing strong":    {"12 (3)", bidi.Auto, "12 (3)"},
		"auto skips isolates":     {"\u2067אב\u2069 a", bidi.Auto, "\u2067בא\u2069 a"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := draw(c.text, c.base); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestArabicNumbers proves that digits after Arabic letters stand to the left of
// them as one number, and that a separator between two of them turns with it.
func TestArabicNumbers(t *testing.T) {
	if got, want := draw("شكوى رقم 12-3", bidi.RTL), "3-12 مقر ىوكش"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLineTrailing proves that L1 works on the line, not on the paragraph: the
// space where a line is broken goes to the end of that line.
func TestLineTrailing(t *testing.T) {
	text := []rune("abc אב גד")
	p := bidi.New(text, bidi.LTR)
	want := []bidi.Run{{Start: 0, End: 4, Level: 0}, {Start: 4, End: 6, Level: 1}, {Start: 6, End: 7, Level: 0}}
	if got := p.Line(0, 7); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := p.Levels()[6]; got != 1 {
		t.Errorf("level of the space in the paragraph is %d, want 1", got)
	}
}

// TestBounds proves that bounds outside the paragraph are clamped.
func TestBounds(t *testing.T) {
	p := bidi.New([]rune("אב"), bidi.RTL)
	for _, c := range []struct{ start, end, runs int }{{-3, 9, 1}, {2, 2, 0}, {5, 9, 0}, {2, 1, 0}, {0, -1, 0}} {
		if got := p.Line(c.start, c.end); len(got) != c.runs {
			t.Errorf("Line(%d, %d) has %d runs, want %d", c.start, c.end, len(got), c.runs)
		}
	}
	if runs := (bidi.Paragraph{}).Line(0, 1); runs != nil {
		t.Errorf("the zero paragraph has runs %v", runs)
	}
}

// TestLevelsCopy proves that a caller cannot change a paragraph.
func TestLevelsCopy(t *testing.T) {
	p := bidi.New([]rune("אב"), bidi.RTL)
	p.Levels()[0] = 9
	if got := p.Levels()[0]; got != 1 {
		t.Errorf("level changed to %d", got)
	}
}

// FuzzLine proves that no text panics and that the runs of any line cover it,
// each rune once.
func FuzzLine(f *testing.F) {
	for _, seed := range []string{"", "a", "אב (12) c", "\u202e\u2067a\u2069\u202c)", "\u2068\u202b((\u2069]", "a\u2029ב\u2029",
		strings.Repeat("(", 70) + "א" + strings.Repeat(")", 70), strings.Repeat("\u202b\u2067", 90) + "a" + strings.Repeat("\u2069", 95)} {
		for base := range uint8(4) {
			f.Add(seed, base, 1, 5)
		}
	}
	f.Fuzz(func(t *testing.T, s string, base uint8, start, end int) {
		text := []rune(s)
		p := bidi.New(text, bidi.Direction(base))
		if len(p.Levels()) != len(text) {
			t.Fatal("levels do not fit the text")
		}
		covers(t, p.Line(0, len(text)), 0, len(text))
		start, end = min(max(start, 0), len(text)), min(max(end, 0), len(text))
		covers(t, p.Line(start, end), start, max(start, end))
	})
}

func covers(t *testing.T, runs []bidi.Run, start, end int) {
	t.Helper()
	sorted := slices.Clone(runs)
	slices.SortFunc(sorted, func(a, b bidi.Run) int { return a.Start - b.Start })
	for _, r := range sorted {
		if r.Start != start || r.End <= r.Start || r.Level > 126 {
			t.Fatalf("runs %v do not cover the line", runs)
		}
		start = r.End
	}
	if start != end {
		t.Fatalf("runs %v end at %d, want %d", runs, start, end)
	}
}

// BenchmarkLine resolves and orders a line of 120 runes in two directions.
func BenchmarkLine(b *testing.B) {
	text := []rune(strings.Repeat("شكوى رقم 12 (Meridia Mail) في 14.12.2026 ", 3))[:120]
	b.ReportAllocs()
	for b.Loop() {
		bidi.New(text, bidi.RTL).Line(0, len(text))
	}
}

// BenchmarkLatin does the same where there is nothing to order.
func BenchmarkLatin(b *testing.B) {
	text := []rune(strings.Repeat("Complaint no. 12 (Meridia Mail) of 14.12.2026. ", 3))[:120]
	b.ReportAllocs()
	for b.Loop() {
		bidi.New(text, bidi.LTR).Line(0, len(text))
	}
}
