package edit

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// state is all that undo has to bring back.
type state struct {
	text string
	place
}

func (e *Editor) state() state { return state{e.Text().String(), e.place} }

// act does one random thing, and reports whether the text changed.
func act(t *rapid.T, e *Editor) bool {
	switch rapid.IntRange(0, 9).Draw(t, "act") {
	case 0, 1, 2:
		return e.Type(rapid.SampledFrom([]rune("ab شe\u0301\n")).Draw(t, "rune"))
	case 3:
		return e.Insert(prose(t, "paste", 8))
	case 4, 5:
		return e.Backspace()
	case 6:
		return e.Delete()
	case 7:
		return e.BackspaceWord()
	case 8:
		e.Move(Caret{somewhere(t, e.Text(), "to"), false}, rapid.Bool().Draw(t, "extend"))
		return false
	default:
		return e.Cut()
	}
}

// Undo brings back exactly the states that were there, in the reverse order, down
// to the first; redo brings back the last.
func TestUndoReturnsExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := New(prose(t, "text", 20), Options{})
		first := e.state()
		seen := []state{first}
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			seen = append(seen, e.state())
			act(t, e)
		}
		last := e.state().text
		var back []state
		for e.Undo() {
			back = append(back, e.state())
			at := slices.Index(seen, e.state())
			if at < 0 {
				t.Fatalf("undo made %+v, which never was", e.state())
			}
		}
		if e.Text().String() != first.text || e.CanUndo() {
			t.Fatalf("undo ends with %q, begun with %q", e.Text().String(), first.text)
		}
		for i := len(back) - 1; i >= 0; i-- {
			if i < len(back)-1 && e.Text().String() != back[i].text {
				t.Fatalf("redo made %q, undo had %q", e.Text().String(), back[i].text)
			}
			if !e.Redo() {
				t.Fatal("a step is missing")
			}
		}
		if e.Text().String() != last || e.CanRedo() {
			t.Fatalf("redo ends with %q, want %q", e.Text().String(), last)
		}
	})
}

// The caret and both ends of the selection always stand between graphemes, and
// what is selected is the text between them in logical order.
func TestSelectionIsLogical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := New(prose(t, "text", 40), Options{})
		for range rapid.IntRange(1, 12).Draw(t, "acts") {
			act(t, e)
		}
		from, to := e.Selection()
		for _, p := range []Pos{from, to, e.Caret().Pos} {
			if e.Text().Snap(p) != p {
				t.Fatalf("%v is within a grapheme", p)
			}
		}
		runes := []rune(e.Text().String())
		if want := string(runes[e.Text().offset(from):e.Text().offset(to)]); e.Selected() != want {
			t.Fatalf("selected %q, want %q", e.Selected(), want)
		}
	})
}

func typeAll(e *Editor, s string) {
	for _, r := range s {
		e.Type(r)
	}
}

// What one step of undo takes back: a word with what parts it from the next, a
// stretch of erasing, a paste, a replaced selection; and moving ends a step.
func TestUndoMerges(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*Editor)
		want []string // after each undo
	}{
		"words":        {func(e *Editor) { typeAll(e, "one two  three") }, []string{"one two  ", "one ", ""}},
		"lines":        {func(e *Editor) { typeAll(e, "a\nb") }, []string{"a\n", "a", ""}},
		"erasing":      {func(e *Editor) { typeAll(e, "word"); e.Backspace(); e.Backspace() }, []string{"word", ""}},
		"both ways":    {func(e *Editor) { typeAll(e, "word"); e.Backspace(); e.Move(Caret{}, false); e.Delete(); e.Delete() }, []string{"wor", "word", ""}},
		"after a move": {func(e *Editor) { typeAll(e, "ab"); e.Move(e.Caret(), false); e.Type('c') }, []string{"ab", ""}},
		"a paste":      {func(e *Editor) { e.Type('a'); e.Insert("b c"); e.Type('d') }, []string{"ab c", "a", ""}},
		"a selection":  {func(e *Editor) { typeAll(e, "old"); e.SelectAll(); typeAll(e, "new") }, []string{"old", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			e := New("", Options{})
			c.do(e)
			var got []string
			for e.Undo() {
				got = append(got, e.Text().String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("undone to %q, want %q", got, c.want)
			}
		})
	}
}

// What one key takes out, for letters with marks and for characters made of
// several.
func TestErasing(t *testing.T) {
	for _, c := range []struct{ name, text, back, ahead string }{
		{"a letter", "ab", "a", "b"},
		{"an accent that came with its letter", "e\u0301e\u0301", "e\u0301", "e\u0301"},
		{"a vowel sign that was typed", "تَ", "ت", ""},
		{"a sign of devanagari", "कि", "क", ""},
		{"a family", "👨‍👩‍👧", "", ""},
		{"two flags", "🇪🇺🇫🇷", "🇪🇺", "🇫🇷"},
		{"a heart", "a❤️", "a", "❤️"},
		{"a line end", "\n", "", ""},
		{"nothing", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := New(c.text, Options{})
			e.Backspace()
			if got := e.Text().String(); got != c.back {
				t.Errorf("backspace left %q, want %q", got, c.back)
			}
			e = New(c.text, Options{})
			e.Move(Caret{}, false)
			e.Delete()
			if got := e.Text().String(); got != c.ahead {
				t.Errorf("delete left %q, want %q", got, c.ahead)
			}
		})
	}
}

// A single line takes no line feed, by key or by paste; no field takes a control
// character by key.
func TestWhatCannotBeTyped(t *testing.T) {
	e := New("", Options{Single: true})
	typeAll(e, "a\n\x1b\u202eb")
	e.Insert("\nc\nd")
	if got := e.Text().String(); got != "ab c d" {
		t.Errorf("the line is %q", got)
	}
	if e := New("", Options{}); e.Type('\x00') || e.Type('\ufeff') || !e.Type('\n') {
		t.Error("several lines take a control, or no line feed")
	}
}

// A secret keeps nothing of what it was, and does not tell its words.
func TestSecret(t *testing.T) {
	e := New("correct horse", Options{Single: true, Secret: true})
	from, to := e.Word(Pos{0, 3})
	if from != (Pos{}) || to != e.Text().End() || e.NextWord(Pos{}) != to || e.PrevWord(to) != from {
		t.Error("a secret tells its words")
	}
	e.BackspaceWord()
	e.Type('x')
	if e.CanUndo() || e.Text().String() != "x" {
		t.Errorf("kept, or left %q", e.Text().String())
	}
}

// An editor that takes the place of another goes on where it was: caret,
// selection, undo.
func TestTake(t *testing.T) {
	old := New("", Options{})
	typeAll(old, "one two")
	old.Move(Caret{Pos{0, 1}, false}, false)
	old.Move(Caret{Pos{0, 3}, true}, true)
	e := New("one two", Options{})
	e.Take(old)
	if e.Selected() != "ne" || !e.Undo() || e.Text().String() != "one " || old.Text().String() != "one two" {
		t.Errorf("took %q; the other is %q", e.Text().String(), old.Text().String())
	}
	short := New("a", Options{})
	short.Take(old)
	if short.Text().String() != "a" || short.Caret().Pos != (Pos{0, 1}) {
		t.Errorf("took %v of %q", short.Caret(), short.Text().String())
	}
}

// A text set by the program leaves the caret where it was, and at the end where
// it was at the end; what was typed before cannot come back.
func TestSetText(t *testing.T) {
	e := New("abc", Options{})
	e.SetText("abcdef")
	if e.Caret().Pos != (Pos{0, 6}) {
		t.Errorf("the caret is at %v", e.Caret())
	}
	e.Move(Caret{Pos{0, 2}, false}, false)
	e.SetText("x\ny")
	if e.Caret().Pos != (Pos{0, 1}) || e.CanUndo() {
		t.Errorf("the caret is at %v", e.Caret())
	}
}

// The history stays within its bound, and keeps the last steps.
func TestHistoryIsBounded(t *testing.T) {
	e := New("", Options{})
	for range 30 {
		e.Insert(strings.Repeat("x", mostKept/20))
		e.SelectAll()
	}
	if e.history.size > mostKept || len(e.history.done) < 5 || !e.Undo() {
		t.Errorf("%d characters in %d steps", e.history.size, len(e.history.done))
	}
}
