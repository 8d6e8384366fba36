package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit/edit"
)

const (
	latinProse  = "They wrote to me about my mailbox on the 14th. "
	arabicProse = "شكوى رقم 12 (Meridia Mail) في 14.12.2026 عن البيانات. "
)

// prose returns n characters of a text again and again.
func prose(s string, n int) string {
	runes := []rune(strings.Repeat(s, n/len([]rune(s))+1))
	return string(runes[:n])
}

// BenchmarkEntryKey is a key in the middle of one paragraph of 20,000 characters,
// from the key to the lines on the canvas, all but the painting. The aim is less
// than 16 ms.
func BenchmarkEntryKey(b *testing.B) {
	for name, s := range map[string]string{"latin": latinProse, "mixed arabic": arabicProse} {
		b.Run(name, func(b *testing.B) {
			e := longField(prose(s, 20_000))
			e.model.Move(edit.Caret{Pos: edit.Pos{At: 10_000}}, false)
			for b.Loop() {
				e.TypedRune('x')
			}
		})
	}
}

// BenchmarkEntryPaste is a paste of 500 KB. The aim is less than 100 ms.
func BenchmarkEntryPaste(b *testing.B) {
	for name, s := range map[string]string{"latin": latinProse, "mixed arabic": arabicProse, "short lines": "ab cd\n"} {
		b.Run(name, func(b *testing.B) {
			text := prose(s, 500_000*len([]rune(s))/len(s))
			for b.Loop() {
				e := longField("")
				e.edited(e.model.Insert(text))
			}
		})
	}
}

// BenchmarkEntryOpen is a field with 20,000 characters that comes on screen.
func BenchmarkEntryOpen(b *testing.B) {
	text := prose(arabicProse, 20_000)
	for b.Loop() {
		longField(text)
	}
}

func longField(text string) *Entry {
	e := NewLongEntry(LTR, "n", text, 12, nil)
	test.WidgetRenderer(e)
	e.Resize(fyne.NewSize(640, e.MinSize().Height))
	e.FocusGained()
	return e
}

// A key in a long text and a paste of any size put no more than the lines in
// sight on the canvas, and measure no more than what is around them.
func TestWorkOfEntry(t *testing.T) {
	e := longField(prose(arabicProse, 20_000))
	work := e.pane.lay.Work()
	e.TypedRune('x')
	if n := e.pane.lay.Work() - work; n > 4000 {
		t.Errorf("a key measures %d characters", n)
	}
	work = e.pane.lay.Work()
	e.edited(e.model.Insert(prose(latinProse, 500_000)))
	if n := e.pane.lay.Work() - work; n > 8000 {
		t.Errorf("a paste measures %d characters", n)
	}
	if n := len(e.pane.box.Objects); n > 20 {
		t.Errorf("%d things on the canvas for 12 lines", n)
	}
}
