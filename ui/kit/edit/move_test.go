package edit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recourse/i18n/bidi"
)

// To the right from the left side, and back, every grapheme of a line is crossed
// once, each at its place, and a caret is where it was on the way back.
func TestVisualMovementVisitsEveryGraphemeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(strings.ReplaceAll(prose(t, "text", 30), "\n", ""), true)
		l := settled(x, 0)
		v := l.Visual(0)
		cells := v.cells()
		at := Caret{}
		if len(cells) > 0 {
			at = cells[0].left(0)
		}
		way := []Caret{at}
		for {
			next := l.Right(at)
			if next == at {
				break
			}
			if v.X(next) < v.X(at)-0.01 {
				t.Fatalf("from %g to %g, to the left", v.X(at), v.X(next))
			}
			at, way = next, append(way, next)
			if len(way) > len(cells)+1 {
				t.Fatalf("more steps than the %d graphemes", len(cells))
			}
		}
		if len(way)-1 != graphemes(x.pars[0].runes) {
			t.Fatalf("%d steps for %d graphemes", len(way)-1, graphemes(x.pars[0].runes))
		}
		for i := len(way) - 1; i >= 0; i-- {
			if border(cells, at) != i {
				t.Fatalf("back at border %d, want %d", border(cells, at), i)
			}
			at = l.Left(at)
		}
	})
}

// Through lines and paragraphs, the key that goes on in the direction of reading
// comes from the beginning to the end, and the other key back.
func TestMovementOverLines(t *testing.T) {
	for name, text := range map[string]string{
		"latin":         "one two three four\n\nfive",
		"with emoji":    "one 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧 two",
		"arabic":        "شكوى رقم عن البيانات\n\nتفاصيل",
		"a long word":   "abcdefghijklmnopqrstuvwxyz",
		"with a number": "شكوى رقم عشرة عن\nשלום",
	} {
		t.Run(name, func(t *testing.T) {
			x := NewText(text, false)
			l := settled(x, 60)
			on, back := l.Right, l.Left
			if l.RTL(0) {
				on, back = back, on
				l.base = bidi.RTL
				l.Update(NewText("", false))
				l.Update(x)
				for l.Settle(0, l.Lines()) {
				}
			}
			at, want := Caret{}, Pos{}
			for want != x.End() {
				at, want = on(at), x.Next(want)
				if at.Pos != want {
					t.Fatalf("on to %v, want %v", at.Pos, want)
				}
			}
			for want != (Pos{}) {
				at, want = back(at), x.Prev(want)
				if at.Pos != want {
					t.Fatalf("back to %v, want %v", at.Pos, want)
				}
			}
		})
	}
}

// The two ends of a line that goes on, and where the caret is seen there.
func TestHomeAndEnd(t *testing.T) {
	l := settled(NewText("one two three", false), 80)
	at := l.End(Caret{})
	if at != (Caret{Pos{0, 8}, true}) || l.LineOf(at) != 0 {
		t.Errorf("the end of the first line is %v, on line %d", at, l.LineOf(at))
	}
	next := Caret{at.Pos, false}
	if l.LineOf(next) != 1 || l.Home(l.End(next)) != next {
		t.Errorf("the second line begins at %v", l.Home(next))
	}
}
