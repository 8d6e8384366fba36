package kit

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Said is what a canvas has to say to those who do not see it: the heading of what
// lies uppermost, what the person is told on it, and what has the keyboard.
type Said struct {
	Heading string
	Told    []Told
	Group   string         // what stands above the thing that has the keyboard: the question that it answers
	On      fyne.Focusable // what has the keyboard; nil for nothing
	Role    Role
	Focus   string // its name and value; "" where nothing has the keyboard
	Option  string // in a list that is searched: what enter takes, or that nothing is found
}

// Told is a notice, or what is wrong with a field.
type Told struct {
	Alert bool // something is wrong
	Text  string
}

// Say returns what a canvas has to say now.
func Say(on fyne.Canvas) Said {
	top := uppermost(on)
	s := Said{Heading: headingIn(top), Told: toldIn(top), On: on.Focused()}
	switch f := s.On.(type) {
	case Accessible:
		s.Role, s.Focus = f.Role(), spokenLabel(f)
	case fyne.Accessible:
		s.Role, s.Focus = RoleSelect, oneLine(f.AccessibilityLabel())
	}
	if o, ok := s.On.(fyne.CanvasObject); ok {
		group, _ := groupOf(top, o, "")
		s.Group = oneLine(group)
	}
	if e, ok := s.On.(*Entry); ok && e.option != nil {
		s.Option = oneLine(e.option())
	}
	return s
}

// uppermost returns what lies uppermost on a canvas. Fyne lays a pop-up into a widget
// of a type that it does not export, with the pop-up as its Content.
func uppermost(on fyne.Canvas) fyne.CanvasObject {
	over := on.Overlays().Top()
	if over == nil {
		return on.Content()
	}
	if v := reflect.Indirect(reflect.ValueOf(over)); v.Kind() == reflect.Struct {
		if f := v.FieldByName("Content"); f.IsValid() {
			if popup, ok := f.Interface().(*widget.PopUp); ok {
				return popup
			}
		}
	}
	return over
}

// headingIn returns the first title under a thing, or else its first heading.
func headingIn(o fyne.CanvasObject) string {
	title, heading := "", ""
	seek(o, func(o fyne.CanvasObject) bool {
		l, ok := o.(*Label)
		switch {
		case ok && l.style == Title && title == "":
			title = l.text
		case ok && l.Role() == RoleHeading && heading == "":
			heading = l.text
		}
		return !ok
	})
	if title != "" {
		return oneLine(title)
	}
	return oneLine(heading)
}

// toldIn returns the notices in sight under a thing, and what is wrong with its
// fields.
func toldIn(o fyne.CanvasObject) []Told {
	var out []Told
	seek(o, func(o fyne.CanvasObject) bool {
		switch x := o.(type) {
		case *Badge:
			if !x.round && x.text.text != "" {
				out = append(out, Told{x.text.tone == Red, oneLine(x.text.text)})
			}
			return false
		case *Field:
			if !x.problem.Hidden {
				out = append(out, Told{true, oneLine(x.problem.text)})
			}
		}
		return true
	})
	return out
}

// groupOf returns what stands above a thing somewhere under o: the name of the
// choices that it is one of, or the nearest heading or strong label before it;
// found is false where it is not under o. Words that stand among other controls,
// such as those of the item before, are not its own.
func groupOf(o, thing fyne.CanvasObject, above string) (group string, found bool) {
	if o == thing {
		return above, true
	}
	if o == nil || !o.Visible() {
		return above, false
	}
	if c, ok := o.(*Choices); ok {
		above = c.name
	}
	for _, part := range partsOf(o) {
		if group, found = groupOf(part, thing, above); found {
			return group, true
		}
		if words := headOf(part); words != "" {
			above = words
		}
	}
	return above, false
}

// headOf returns the last heading or strong label of a thing that is nothing but
// text; "" for none.
func headOf(o fyne.CanvasObject) string {
	words, text := "", true
	seek(o, func(o fyne.CanvasObject) bool {
		_, takes := o.(fyne.Focusable)
		text = text && !takes
		if l, ok := o.(*Label); ok {
			if l.style == Strong || l.Role() == RoleHeading {
				words = l.text
			}
			return false
		}
		return !takes
	})
	if !text {
		return ""
	}
	return words
}

// seek calls do for everything in sight under a thing, and does not go into what
// do returns false for, nor into words to write down, which are no headings.
func seek(o fyne.CanvasObject, do func(fyne.CanvasObject) bool) {
	if o == nil || !o.Visible() || !do(o) {
		return
	}
	if _, words := o.(*Phrase); words {
		return
	}
	for _, part := range partsOf(o) {
		seek(part, do)
	}
}

// mostSaid is how many characters are said of one thing: of a long text, its
// beginning.
const mostSaid = 160

// spokenLabel is name and value, each cut by itself: after a long name the value
// still says whether it is chosen.
func spokenLabel(a Accessible) string {
	if a.Value() == "" {
		return oneLine(a.Name())
	}
	return oneLine(a.Name()) + ": " + oneLine(a.Value())
}

func oneLine(s string) string {
	if runes := []rune(s); len(runes) > mostSaid {
		s = string(runes[:mostSaid]) + "…"
	}
	return strings.Join(strings.Fields(s), " ")
}

// String returns the name of a role, for programs.
func (r Role) String() string {
	names := map[Role]string{RoleText: "text", RoleHeading: "heading", RoleButton: "button", RoleRadio: "radio", RoleCheck: "check",
		RoleGroup: "group", RoleSelect: "select", RoleField: "field", RoleLongField: "text-area", RoleSecret: "secret",
		RoleProgress: "progress", RoleStatus: "status", RoleStep: "step", RoleDialog: "dialog"}
	return names[r]
}
