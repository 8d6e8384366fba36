package ui

import (
	"fmt"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"recourse/ui/kit"
)

// sayEvery is how often the window is asked what it has to say.
const sayEvery = 100 * time.Millisecond

// say writes what has the keyboard whenever that changes, and each new heading, a
// line each: a role, a tab, the words. It ends when done is closed, or when nobody
// reads.
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
	out := ""
	if now.Heading != last.Heading && now.Heading != "" {
		out += fmt.Sprintf("%s\t%s\n", kit.RoleHeading, now.Heading)
	}
	if (now.Focus != last.Focus || now.Role != last.Role) && now.Focus != "" {
		out += fmt.Sprintf("%s\t%s\n", now.Role, now.Focus)
	}
	return out
}
