package kit

import (
	"image"
	"image/color"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

// everything returns one of each widget, with text of its direction.
func everything(dir Direction) map[string]fyne.Widget {
	text := "Exhibit 12 (Notice)"
	if dir == RTL {
		text = "المرفق 12 (Notice)"
	}
	progress := NewProgress(dir, text)
	progress.Set(0.25, "4/16")
	return map[string]fyne.Widget{
		"label":      NewLabel(dir, Body, text),
		"title":      NewLabel(dir, Title, text),
		"line":       NewLine(dir, Hint, text),
		"primary":    NewButton(dir, Primary, text, func() {}),
		"secondary":  NewButton(dir, Secondary, text, func() {}),
		"quiet":      NewButton(dir, Quiet, text, func() {}),
		"small":      NewButton(dir, Secondary, text, func() {}).Small(),
		"check":      NewCheck(dir, Option{text, ""}, true, func(bool) {}),
		"radio":      newChoice(dir, Option{text, "hint"}, false, func() {}),
		"radios":     NewRadios(dir, text, []Option{{text, ""}, {"b", ""}}, 0, func(int) {}),
		"checks":     NewChecks(dir, text, []Option{{text, ""}, {"b", ""}}, []int{0, 1}, func([]int) {}),
		"select":     NewSelect(dir, text, []string{"a", "b"}, 1, "", func(int) {}),
		"entry":      NewEntry(dir, text, "typed", nil),
		"long entry": NewLongEntry(dir, text, "typed", 3, nil),
		"secret":     secretNamed(dir, text),
		"phrase":     NewPhrase(text, "six words"),
		"date":       NewDate(dir, text, []Box{{"Day", "1", 2}, {"Year", "26", 4}}, nil),
		"field":      NewField(dir, text, "hint", NewEntry(dir, text, "", nil)),
		"progress":   progress,
		"prose":      NewProse(dir, Body, []Span{{text, false}, {" bold", true}}),
		"drop":       NewDropArea(dir, text, "Choose", func() {}, func([]string) {}),
		"work":       NewWork(dir, text, "Stop", func() {}),
		"pill":       NewPill(dir, Amber, text),
		"notice":     NewNotice(dir, Red, text),
		"step":       NewStep(dir, "4", text, Attention, "needs you", func() {}),
		"done step":  NewStep(dir, "1", text, Done, "done", func() {}),
		"fact":       NewFact(dir, text, "said", func() {}),
		"page":       NewPagePicture(text, image.NewGray(image.Rect(0, 0, 2, 3)), 1.5, []PageArea{{text, []PageBox{{0.1, 0.1, 0.2, 0.1}}}}, func(int) {}),
	}
}

func secretNamed(dir Direction, name string) *Entry {
	e := NewSecret(dir, name, nil)
	e.SetText("correct horse")
	return e
}

// TestAccessible proves name, role and value of every widget, and that what it
// tells Fyne has the same words in logical order, without controls.
func TestAccessible(t *testing.T) {
	values := map[string]string{
		"check": "true", "radio": "false", "select": "b", "date": "1 26", "entry": "typed", "long entry": "typed", "progress": "4/16",
		"step": "needs you", "done step": "done", "fact": "said", "phrase": "six words", "checks": "المرفق 12 (Notice); b", "radios": "المرفق 12 (Notice)",
	}
	roles := map[string]Role{
		"label": RoleText, "title": RoleHeading, "line": RoleText, "primary": RoleButton, "secondary": RoleButton,
		"quiet": RoleButton, "small": RoleButton, "check": RoleCheck, "radio": RoleRadio, "radios": RoleGroup,
		"checks": RoleGroup, "select": RoleSelect, "entry": RoleField, "long entry": RoleLongField, "secret": RoleSecret, "phrase": RoleText,
		"field": RoleGroup, "date": RoleGroup, "progress": RoleProgress, "prose": RoleText, "drop": RoleGroup, "work": RoleProgress,
		"pill": RoleStatus, "notice": RoleStatus, "step": RoleStep,
		"done step": RoleStep, "page": RoleSelect, "fact": RoleButton,
	}
	for name, o := range everything(RTL) {
		a := o.(Accessible)
		if !strings.HasPrefix(a.Name(), "المرفق 12 (Notice)") {
			t.Errorf("%s is called %+q", name, a.Name())
		}
		if want, ok := roles[name]; !ok || a.Role() != want {
			t.Errorf("%s has the role %d, want %d", name, a.Role(), want)
		}
		if a.Value() != values[name] {
			t.Errorf("%s has the value %q, want %q", name, a.Value(), values[name])
		}
		said := o.(fyne.Accessible).AccessibilityLabel()
		if strings.ContainsFunc(said, directional) || !strings.Contains(said, a.Name()) || !strings.Contains(said, a.Value()) {
			t.Errorf("%s tells Fyne %+q", name, said)
		}
		if o.(fyne.Accessible).AccessibilityRole() == "" {
			t.Errorf("%s tells Fyne no role", name)
		}
	}
}

// TestTargets proves that whatever can be tapped is at least 44 high, at each
// text scale.
func TestTargets(t *testing.T) {
	for _, scale := range []float32{theme.MinScale, 1, 2} {
		dress(t, theme.LightVariant, scale)
		for name, o := range everything(LTR) {
			_, tap := o.(fyne.Tappable)
			_, entry := o.(*Entry)
			if (tap || entry) && o.MinSize().Height < 44 {
				t.Errorf("%s is %g high at scale %g", name, o.MinSize().Height, scale)
			}
		}
	}
}

// TestInside proves that no text of a widget leaves its bounds, at the least
// width and at a wide one, at twice the size of text, in both directions.
func TestInside(t *testing.T) {
	dress(t, theme.DarkVariant, 2)
	for _, dir := range []Direction{LTR, RTL} {
		for name, o := range everything(dir) {
			if e, ok := o.(*Entry); ok {
				e.Resize(fyne.NewSize(200, e.MinSize().Height))
				continue // a field scrolls its text
			}
			for _, width := range []float32{max(o.MinSize().Width, 150), 900} {
				height := fit(o, width)
				outside(t, name, o, fyne.Position{}, fyne.NewSize(width, height))
			}
		}
	}
}

// outside reports the texts under o that do not lie within a size; one unit is
// left to rounding, and the height of a line to the marks of other scripts.
func outside(t *testing.T, name string, o fyne.CanvasObject, at fyne.Position, whole fyne.Size) {
	t.Helper()
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch thing := o.(type) {
	case *canvas.Text:
		wide := thing.MinSize().Width
		over := thing.TextSize / 2
		if at.X < -1 || wide > thing.Size().Width+1 && thing.Alignment != fyne.TextAlignCenter ||
			at.X+thing.Size().Width > whole.Width+1 || at.Y < -over || at.Y+thing.MinSize().Height > whole.Height+over {
			t.Errorf("%s: %q at %v, %v wide, leaves %v", name, thing.Text, at, wide, whole)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(thing).Objects() {
			outside(t, name, part, at, whole)
		}
	case *fyne.Container:
		for _, part := range thing.Objects {
			outside(t, name, part, at, whole)
		}
	}
}

// TestMirrored proves that a widget from right to left is the mirror image of
// the one from left to right: each part at the same distance from the other
// side. Both have the text of one direction, since words differ in width.
func TestMirrored(t *testing.T) {
	left, right := everything(LTR), everything(LTR)
	for name, o := range right {
		setDir(o)
		for _, w := range []fyne.Widget{left[name], o} {
			w.Resize(fyne.NewSize(400, 80))
		}
		a, b := test.WidgetRenderer(left[name]).Objects(), test.WidgetRenderer(o).Objects()
		for i := range a {
			if _, text := a[i].(*canvas.Text); text || !a[i].Visible() {
				continue
			}
			want := 400 - a[i].Position().X - a[i].Size().Width
			if got := b[i].Position().X; got < want-0.01 || got > want+0.01 {
				t.Errorf("%s: part %d is at %g, want %g", name, i, got, want)
			}
		}
	}
}

// setDir turns a widget around, without its texts.
func setDir(o fyne.Widget) {
	switch w := o.(type) {
	case *Choice:
		w.dir = RTL
	case *Select:
		w.dir = RTL
	case *Step:
		w.dir = RTL
	case *Date:
		w.dir = RTL
	case *Progress:
		w.dir = RTL
	case *Table:
		w.dir = RTL
	case *DropArea:
		w.dir = RTL
	}
}

// TestThemes proves that a change of the theme reaches every widget.
func TestThemes(t *testing.T) {
	for name, o := range everything(LTR) {
		w := show(t, o, 300, 120)
		light := w.Canvas().Capture()
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.DarkVariant, 1))
		dark := w.Canvas().Capture()
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.LightVariant, 1))
		if reflect.DeepEqual(light, dark) {
			t.Errorf("%s looks the same in the dark", name)
		}
		if bright := light.At(299, 119).(color.NRGBA); bright.R < 0xd0 {
			t.Errorf("%s: the light window has a corner of %v", name, bright)
		}
	}
}
