package kit

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// broken breaks text at a width in characters, each as wide as the other.
func broken(text string, dir Direction, width float32) []string {
	b := breaker{dir: dir, width: width, measure: func(s string) float32 { return float32(utf8.RuneCountInString(s)) }}
	var out []string
	for _, line := range b.lines(text) {
		out = append(out, line.visual)
	}
	return out
}

// TestLines proves where lines end.
func TestLines(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float32
		want  []string
	}{
		"fits":                    {"one two", 7, []string{"one two"}},
		"breaks at the space":     {"one two", 6, []string{"one", "two"}},
		"space may hang over":     {"one two", 3, []string{"one", "two"}},
		"no limit":                {"one two three", 0, []string{"one two three"}},
		"own line ends":           {"one\ntwo\r\nthree", 20, []string{"one", "two", "three"}},
		"empty lines stay":        {"one\n\ntwo\n", 20, []string{"one", "", "two", ""}},
		"nothing":                 {"", 20, []string{""}},
		"after a hyphen":          {"data-protection", 6, []string{"data-", "protec", "tion"}},
		"long word is cut":        {"abcdefgh", 3, []string{"abc", "def", "gh"}},
		"long word after a word":  {"ab cdefgh", 4, []string{"ab", "cdef", "gh"}},
		"no-break space":          {"§ 5 a\u00a0b", 5, []string{"§ 5", "a\u00a0b"}},
		"cjk without full stop":   {"日本語。日本", 3, []string{"日本", "語。日", "本"}},
		"accent stays on letter":  {"ae\u0301i", 1, []string{"a", "e\u0301", "i"}},
		"narrower than a letter":  {"abc", 0.5, []string{"a", "b", "c"}},
		"spaces alone":            {"   ", 2, []string{""}},
		"space at the beginning":  {"  a", 9, []string{"  a"}},
		"digits and their signs":  {"pay 20 % now", 8, []string{"pay 20 %", "now"}},
		"closing bracket follows": {"see (it) on", 8, []string{"see (it)", "on"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := broken(c.text, LTR, c.width); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestLinesRight proves that each line is ordered by itself and aligned by its
// paragraph.
func TestLinesRight(t *testing.T) {
	b := breaker{dir: Auto, width: 7, measure: func(s string) float32 { return float32(utf8.RuneCountInString(s)) }}
	lines := b.lines("אבג 12 דהו\nlatin")
	want := []line{
		{"\u200e" + l("12") + r(" ") + r("אבג"), true},
		{"\u200e" + r("דהו"), true},
		{"latin", false},
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got %+v, want %+v", lines, want)
	}
}

// TestLinesCost proves that the work on a paragraph of 20,000 characters grows
// with its length, not with its square, with and without spaces.
func TestLinesCost(t *testing.T) {
	for name, text := range map[string]string{
		"words":    strings.Repeat("word ", 4000),
		"one word": strings.Repeat("x", 20000),
	} {
		measured := 0
		b := breaker{width: 60, measure: func(s string) float32 {
			measured += len(s)
			return float32(len(s))
		}}
		if lines := b.lines(text); len(lines) < 300 {
			t.Errorf("%s: %d lines", name, len(lines))
		}
		if measured > 20*len(text) {
			t.Errorf("%s: measured %d characters for %d", name, measured, len(text))
		}
	}
}

// FuzzLines proves that no character is lost or doubled at any width, white
// space at line ends aside.
func FuzzLines(f *testing.F) {
	f.Add("one two three", 5)
	f.Add("אבג (12) דהו a-b", 3)
	f.Add("日本語。 \u2028x\ty", 2)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = strings.ToValidUTF8(text, "")
		got := strings.Join(broken(text, LTR, float32(width%50)), "")
		if want := bare(text); len(bare(got)) != len(want) {
			t.Errorf("%q became %q", want, bare(got))
		}
	})
}

// bare is text without white space and controls.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if directional(r) || strings.ContainsRune(" \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", r) || r >= 0x2000 && r <= 0x200a {
			return -1
		}
		return r
	}, text)
}

// BenchmarkLongLabel breaks, measures and draws a paragraph of 20,000 characters
// of mixed direction at a new width each time.
func BenchmarkLongLabel(b *testing.B) {
	label := NewLabel(RTL, Body, strings.Repeat("شكوى رقم 12 (Meridia Mail) في 14.12.2026 ", 488))
	width := float32(600)
	for b.Loop() {
		width = 1200 - width + 1
		fit(label, width)
	}
}
