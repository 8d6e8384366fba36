package kit

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/kit/edit"
)

// TypedShortcut serves Fyne. What the field has no use for goes to the window,
// since Fyne hands it to the field alone.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copy()
	case *fyne.ShortcutCut:
		e.cut()
	case *fyne.ShortcutPaste:
		e.paste()
	case *fyne.ShortcutUndo:
		e.undo()
	case *fyne.ShortcutRedo:
		e.redo()
	case *fyne.ShortcutSelectAll:
		e.selectAll()
	case *desktop.CustomShortcut:
		if !e.custom(s, runtime.GOOS) {
			e.pass(s)
		}
	default:
		e.pass(s)
	}
}

// pass hands a shortcut to the window.
func (e *Entry) pass(s fyne.Shortcut) {
	if on, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		on.TypedShortcut(s)
	}
}

// step is what a shortcut does in a field.
type step uint8

const (
	stepNone step = iota
	stepWordLeft
	stepWordRight
	stepLineLeft
	stepLineRight
	stepParagraphUp
	stepParagraphDown
	stepBegin
	stepEnd
	stepEraseWord
	stepEraseWordAhead
	stepRedo
)

// stepOf returns what a shortcut does on a system, and whether it extends the
// selection. With Shift, steps that move the caret extend it.
func stepOf(s *desktop.CustomShortcut, system string) (step, bool) {
	shift := s.Modifier&fyne.KeyModifierShift != 0
	words, lines := fyne.KeyModifierControl, fyne.KeyModifier(0)
	if system == "darwin" {
		words, lines = fyne.KeyModifierAlt, fyne.KeyModifierSuper
	}
	if s.KeyName == fyne.KeyZ && shift && s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
		return stepRedo, false
	}
	switch s.Modifier &^ fyne.KeyModifierShift {
	case words:
		return wordSteps(s.KeyName), shift
	case lines:
		return lineSteps(s.KeyName), shift
	}
	return stepNone, false
}

func wordSteps(key fyne.KeyName) step {
	switch key {
	case fyne.KeyLeft:
		return stepWordLeft
	case fyne.KeyRight:
		return stepWordRight
	case fyne.KeyUp:
		return stepParagraphUp
	case fyne.KeyDown:
		return stepParagraphDown
	case fyne.KeyHome:
		return stepBegin
	case fyne.KeyEnd:
		return stepEnd
	case fyne.KeyBackspace:
		return stepEraseWord
	case fyne.KeyDelete:
		return stepEraseWordAhead
	}
	return stepNone
}

func lineSteps(key fyne.KeyName) step {
	switch key {
	case fyne.KeyLeft:
		return stepLineLeft
	case fyne.KeyRight:
		return stepLineRight
	case fyne.KeyUp:
		return stepBegin
	case fyne.KeyDown:
		return stepEnd
	}
	return stepNone
}

// custom does what a shortcut asks, and reports whether it is one of a field.
func (e *Entry) custom(s *desktop.CustomShortcut, system string) bool {
	what, extend := stepOf(s, system)
	if to, ok := e.destination(what); ok {
		e.put(to, extend)
		return true
	}
	switch what {
	case stepRedo:
		e.redo()
	case stepEraseWord:
		e.edited(e.open() && e.model.BackspaceWord())
	case stepEraseWordAhead:
		e.edited(e.open() && e.model.DeleteWord())
	default:
		return false
	}
	return true
}

// destination returns where a step leads from the caret. Left and right go on
// in the direction of the paragraph.
func (e *Entry) destination(s step) (edit.Caret, bool) {
	c, t := e.model.Caret(), e.model.Text()
	rtl := e.pane.lay.RTL(c.Par)
	switch s {
	case stepWordLeft, stepWordRight:
		if (s == stepWordRight) != rtl {
			return edit.Caret{Pos: e.model.NextWord(c.Pos)}, true
		}
		return edit.Caret{Pos: e.model.PrevWord(c.Pos)}, true
	case stepLineLeft, stepLineRight:
		if (s == stepLineRight) != rtl {
			return e.pane.lay.End(c), true
		}
		return e.pane.lay.Home(c), true
	case stepParagraphUp:
		return edit.Caret{Pos: t.PrevParagraph(c.Pos)}, true
	case stepParagraphDown:
		return edit.Caret{Pos: t.NextParagraph(c.Pos)}, true
	case stepBegin:
		return edit.Caret{}, true
	case stepEnd:
		return edit.Caret{Pos: t.End(), After: true}, true
	case stepNone, stepEraseWord, stepEraseWordAhead, stepRedo:
	}
	return edit.Caret{}, false
}
