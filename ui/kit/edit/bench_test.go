package edit

import (
	"strings"
	"testing"

	"recourse/i18n/bidi"
)

const (
	latin  = "They wrote to me about my mailbox on the 14th. "
	arabic = "شكوى رقم 12 (Meridia Mail) في 14.12.2026 عن البيانات. "
)

// cut returns n characters of a text again and again.
func cut(s string, n int) string {
	runes := []rune(strings.Repeat(s, n/len([]rune(s))+1))
	return string(runes[:n])
}

// BenchmarkKey is a key in the middle of one paragraph of 20,000 characters, up
// to the lines in sight. Measuring is free here; package kit measures with it.
func BenchmarkKey(b *testing.B) {
	for name, s := range map[string]string{"latin": latin, "mixed arabic": arabic} {
		b.Run(name, func(b *testing.B) {
			e := New(cut(s, 20_000), Options{})
			e.Move(Caret{Pos{0, 10_000}, false}, false)
			l := NewLayout(tens, bidi.LTR, 600)
			for b.Loop() {
				e.Type('x')
				look(l, e)
			}
		})
	}
}

// BenchmarkPaste is a paste of 500 KB, in one paragraph and in many.
func BenchmarkPaste(b *testing.B) {
	for name, s := range map[string]string{"one paragraph": latin, "paragraphs": latin + "\n", "lines": "a\n", "mixed arabic": arabic, "one word": "abcdefghij"} {
		b.Run(name, func(b *testing.B) {
			text := cut(s, 500_000*len([]rune(s))/len(s))
			for b.Loop() {
				e := New("", Options{})
				l := NewLayout(tens, bidi.LTR, 600)
				e.Insert(text)
				look(l, e)
			}
		})
	}
}

// look settles the lines around the caret and sees them.
func look(l *Layout, e *Editor) {
	l.Update(e.Text())
	at := l.LineOf(e.Caret())
	for ; l.Settle(at-10, at+10); at = l.LineOf(e.Caret()) {
	}
	for i := max(0, at-10); i < min(l.Lines(), at+10); i++ {
		l.Visual(i)
	}
}
