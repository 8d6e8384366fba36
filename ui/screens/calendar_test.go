package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// A day is chosen in the calendar by keyboard alone, comes into the boxes, and
// Escape leaves them as they are.
func TestCalendarFillsTheBoxes(t *testing.T) {
	app, r, w := show(t, "ar", map[string][]byte{})
	begin(t, app, complaint).GoTo("events.learned")
	date := r.now.(*interview).fields[0].parts[0].date
	toCalendar := func() {
		for range 8 {
			if focused(w) == app.View().Interview.Fields[0].Parts[0].Calendar {
				break
			}
			test.FocusNext(w.Canvas())
		}
		press(w, fyne.KeySpace)
	}
	toCalendar()
	press(w, fyne.KeyEscape)
	if date.Value() != "" {
		t.Fatalf("escape leaves %q", date.Value())
	}
	toCalendar()
	if got := focused(w); !strings.Contains(got, "23") {
		t.Errorf("it begins at %q", got)
	}
	press(w, fyne.KeyRight) // from right to left: the day before
	press(w, fyne.KeyReturn)
	if got := value(t, app, "events.learned", "text"); got != "2026-11-22" || date.Value() != "22 11 2026" {
		t.Errorf("%q in the answer, %q in the boxes", got, date.Value())
	}
}

// The calendar has room in the smallest window with the largest text, in each
// language and each of its calendars.
func TestCalendarHasRoom(t *testing.T) {
	for _, lang := range []string{"de", "ar"} {
		app, r, w := show(t, vm.Tag(lang), map[string][]byte{})
		SetLook(theme.DarkVariant, 2)
		w.Resize(small)
		begin(t, app, complaint).GoTo("events.learned")
		openCalendar(r.now.(*interview).fields[0], "text")
		top := w.Canvas().Overlays().Top()
		for range 3 {
			for _, f := range surveyed(top, small).faults {
				t.Errorf("%s: %s", lang, f)
			}
			calendarOf(t, top).Next()
		}
	}
}

// calendarOf finds the calendar in a dialog.
func calendarOf(t *testing.T, o fyne.CanvasObject) *kit.Calendar {
	t.Helper()
	var found *kit.Calendar
	under(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*kit.Calendar); ok {
			found = c
		}
	})
	if found == nil {
		t.Fatal("no calendar is open")
	}
	return found
}

// under calls do for everything that a thing draws.
func under(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	do(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, part := range x.Objects {
			under(part, do)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(x).Objects() {
			under(part, do)
		}
	}
}
