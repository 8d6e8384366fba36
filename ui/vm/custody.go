package vm

import (
	"recourse/i18n"
	"recourse/storage"
)

// Custody shows what was done with the file of an exhibit.
type Custody struct {
	a      *App
	item   storage.ID
	events []storage.Event
	fault  fault
}

// CustodyScreen is the custody log of one exhibit, the oldest event first.
type CustodyScreen struct {
	Title       string
	Lead        string
	Fingerprint string // its name, and below it the whole of it
	Whole       string
	Events      []string
	Problem     *Message
	Back        string
}

// Custody is the log on screen; nil for none.
func (a *App) Custody() *Custody { return here[*Custody](a) }

// Trace shows what was done with the file of an exhibit.
func (v *Interview) Trace(item string) {
	c := &Custody{a: v.a, item: storage.ID(item)}
	all, err := v.a.vault.Custody(storage.ID(v.a.file.c.ID))
	if err != nil {
		c.fault = faultOf(err, faultInternal)
	}
	for _, e := range all {
		if e.Exhibit == c.item {
			c.events = append(c.events, e)
		}
	}
	v.a.enter(c)
	v.a.publish()
}

// Back goes back to the exhibits.
func (c *Custody) Back() {
	c.a.leavePlace()
	c.a.publish()
}

// speak changes nothing: a view has the words.
func (c *Custody) speak() {}

func (c *Custody) fill(v *View) {
	t := c.a.t
	s := &CustodyScreen{Title: t.Text("ui.custody.title", nil), Lead: t.Text("ui.custody.lead", nil),
		Fingerprint: t.Text("ui.custody.fingerprint", nil), Back: t.Text("ui.back", nil)}
	for _, e := range c.events {
		s.Whole = e.SHA256
		s.Events = append(s.Events, c.event(e))
	}
	if c.fault != "" {
		m := c.fault.words(t)
		s.Problem = &m
	}
	v.Custody = s
}

// event says one event in a line: when, what, who, from where.
func (c *Custody) event(e storage.Event) string {
	when := e.Time().In(c.a.w.Now().Location())
	return Beside(i18n.Date(c.a.t.Writing(), when.Year(), int(when.Month()), when.Day()), clock(c.a.t, when),
		c.a.text(i18n.Key("ui.custody."+string(e.Action))), e.Who, e.From)
}
