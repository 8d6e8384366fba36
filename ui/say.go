package ui

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
)

// sayEvery is how often the window is asked what it has to say.
const sayEvery = 50 * time.Millisecond

// What is said that is no role of a widget.
const (
	sayAlert  = "alert"  // something is wrong
	sayOption = "option" // what enter takes in a list that is searched
)

// say writes what has the keyboard whenever that changes, with the question that it
// answers where that is another, each new heading, and what the person is told: a
// line each, of a role, a tab, the words. It ends when done is closed, or when
// nobody reads.
func say(on fyne.Canvas, to io.Writer, done <-chan struct{}) {
	tick := time.NewTicker(sayEvery)
	defer tick.Stop()
	var last kit.Said
	for {
		select {
		case <-done:
			return
		case <-tick.C:
		}
		var now kit.Said
		fyne.DoAndWait(func() { now = kit.Say(on) })
		if _, err := io.WriteString(to, spoken(last, now)); err != nil {
			return
		}
		last = now
	}
}

// spoken is what is new.
func spoken(last, now kit.Said) string {
	var out strings.Builder
	line := func(role, words string) { fmt.Fprintf(&out, "%s\t%s\n", role, words) }
	turned := now.Heading != last.Heading && now.Heading != ""
	if turned {
		line(kit.RoleHeading.String(), now.Heading)
	}
	for _, t := range now.Told {
		if slices.Contains(last.Told, t) {
			continue
		}
		if t.Alert {
			line(sayAlert, t.Text)
		} else {
			line(kit.RoleStatus.String(), t.Text)
		}
	}
	if now.Group != last.Group && now.Group != "" && (!turned || now.Group != now.Heading) {
		line(kit.RoleGroup.String(), now.Group)
	}
	if (now.On != last.On || now.Focus != last.Focus || now.Role != last.Role) && now.Focus != "" {
		line(now.Role.String(), now.Focus)
	}
	if now.Option != last.Option && now.Option != "" {
		line(sayOption, now.Option)
	}
	return out.String()
}
