package compose

import (
	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/i18n"
)

// box stands before each thing to do, to be ticked by hand.
const box = "☐"

// Checklist writes a checklist for printing, in the language of the texts: what
// the facts certainly leave out stays out. It names nobody.
func Checklist(l forms.Checklist, facts interview.State, t *i18n.Catalog) doc.Document {
	text := func(k i18n.Key) doc.Runs { return doc.Runs{own(t.Plain(k, nil))} }
	title := i18n.Key("ask.l." + l.ID)
	d := doc.Document{Lang: t.Tag(), Title: t.Plain(title, nil), Footer: t.Plain(title, nil), Paper: doc.A4,
		PageOf: t.Plain("doc.page", i18n.Args{"page": "{page}", "pages": "{pages}"}),
		Blocks: []doc.Block{doc.Title{Text: text(title)}, doc.Notice{Text: []doc.Runs{text(title + ".lead")}}}}
	for _, g := range l.Groups {
		var list doc.List
		for _, item := range g.Items {
			if item.When.IsZero() || item.When.Eval(facts.Env("")) != cond.No {
				list.Items = append(list.Items, doc.Item{Marker: box, Text: []doc.Runs{text(i18n.Key("ask.li." + item.ID))}})
			}
		}
		if len(list.Items) > 0 {
			d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: text(i18n.Key("ask.lg." + g.ID))}, list)
		}
	}
	return d
}
