package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Said is what a canvas has to say to those who do not see it: the heading of what
// lies uppermost, and what has the keyboard, with its role.
type Said struct {
	Heading string
	Role    Role
	Focus   string // name and value; "" where nothing has the keyboard
}

// Say returns what a canvas has to say now.
func Say(on fyne.Canvas) Said {
	top := on.Content()
	if over := on.Overlays().Top(); over != nil {
		top = over
	}
	s := Said{Heading: headingIn(top)}
	switch f := on.Focused().(type) {
	case Accessible:
		s.Role, s.Focus = f.Role(), oneLine(label(f))
	case fyne.Accessible:
		s.Role, s.Focus = RoleSelect, oneLine(f.AccessibilityLabel())
	}
	return s
}

// headingIn returns the first title under a thing, or else its first heading.
func headingIn(o fyne.CanvasObject) string {
	title, heading := "", ""
	seek(o, func(l *Label) {
		switch {
		case l.style == Title && title == "":
			title = l.text
		case l.Role() == RoleHeading && heading == "":
			heading = l.text
		}
	})
	if title != "" {
		return oneLine(title)
	}
	return oneLine(heading)
}

// seek calls do for every label in sight under a thing.
func seek(o fyne.CanvasObject, do func(*Label)) {
	if o == nil || !o.Visible() {
		return
	}
	if l, ok := o.(*Label); ok {
		do(l)
		return
	}
	for _, part := range partsOf(o) {
		seek(part, do)
	}
}

// mostSaid is how many characters are said of one thing: of a long text, its
// beginning.
const mostSaid = 160

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
