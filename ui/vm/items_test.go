package vm

import "testing"

// walkTo continues until a page has come, or else fails.
func walkTo(t *testing.T, a *App, what string, come func(at Path) bool) {
	t.Helper()
	for range 40 {
		if a.Interview().Continue(); a.Interview() == nil {
			break
		}
		if come(a.Interview().at) {
			return
		}
	}
	t.Fatalf("Continue does not lead %s", what)
}

// From the last page of an item Continue leads back to the list that it was opened
// from, from an inner list to the outer one. From a list it goes once through an item
// that is open, so that nobody is kept in it, and past one that was told to its end.
func TestItemsLeadBackToTheirList(t *testing.T) {
	_, a := begin(t, "en", complaint)
	v := a.Interview()
	v.Choose("events.kinds", "access-refused")
	outer, reminders := findLists(t, a)
	goTo(t, a, outer)
	v.AddItem(outer)
	first := item{outer, v.answers().Items(outer)[0]}
	inner := outer.In(first.id, reminders)
	walkTo(t, a, "to the inner list", func(at Path) bool { return at == inner })
	v.AddItem(inner)
	walkTo(t, a, "back to the inner list", func(at Path) bool { return at == inner })
	walkTo(t, a, "back to the outer list", func(at Path) bool { return at == outer })

	if v.Continue(); !first.has(v.at) {
		t.Errorf("an item that is open is passed over, to %s", v.at)
	}
	walkTo(t, a, "out of it", func(at Path) bool { return !first.has(at) && at != outer })

	for _, p := range v.pages {
		if first.has(p.key()) {
			v.GoTo(p.key())
			tell(a)
		}
	}
	v.GoTo(outer)
	if v.Continue(); first.has(v.at) {
		t.Errorf("an item that was told to its end is gone through again: %s", v.at)
	}
}

// A told item in an item leads back to both lists, one that was removed keeps nobody
// from the list around it.
func TestItemsInItemsLeadBack(t *testing.T) {
	for _, removed := range []bool{false, true} {
		_, a := begin(t, "en", complaint)
		v := a.Interview()
		v.Choose("events.kinds", "access-refused")
		outer, reminders := findLists(t, a)
		v.AddItem(outer)
		inner := outer.In(v.answers().Items(outer)[0], reminders)
		v.AddItem(inner)
		if id := v.answers().Items(inner)[0]; removed {
			v.GoTo(inner)
			v.RemoveItem(inner, id)
		} else {
			for v.at != inner {
				tell(a)
				v.Continue()
			}
		}
		if v.Continue(); v.at != outer {
			t.Errorf("removed: %t: at %s", removed, v.at)
		}
	}
}

// tell answers what the present page asks.
func tell(a *App) {
	for _, f := range a.View().Interview.Fields {
		switch {
		case len(f.Options) > 0:
			a.Interview().Choose(f.Key, f.Options[0].Code)
		case len(f.Skips) > 0:
			a.Interview().Skip(f.Key, f.Skips[0].Code)
		case len(f.Parts) > 0:
			a.Interview().Set(f.Key, "text", "1 March 2026")
		}
	}
}
