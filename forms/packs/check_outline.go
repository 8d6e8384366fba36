package packs

import (
	"maps"
	"slices"

	"recourse/forms"
)

func (c *checker) outlines() {
	for _, b := range c.p.Outline {
		if b.Kind == forms.BlockNotices || b.Kind == forms.BlockDeadlines {
			c.add("outline "+string(b.Kind), "this block stands on sheets alone: marks never stand in the filed text")
		}
		c.block(b)
	}
	for q := range c.p.Questions() {
		if !q.Private && !c.said[q.ID] {
			c.add("question "+string(q.ID), "the outline does not name it: its answer would be missing from the document; name it, or make it private")
		}
	}
	for _, s := range c.p.Sheets {
		for _, b := range s.Outline {
			c.block(b)
		}
	}
}

func (c *checker) block(b forms.Block) {
	at := "outline " + string(b.Kind) + " " + string(b.ID)
	c.cond(at, "when", b.When, c.all)
	for _, list := range [][]forms.ID{b.Sender, b.Reference, b.Signer, {b.Place, b.Date}} {
		c.saysAll(at, list)
	}
	if b.Kind == forms.BlockAddressee && len(b.To) == 0 || b.Kind == forms.BlockTitle {
		c.said[c.p.Body.Authority], c.said[c.p.Body.Name], c.said[c.p.Body.Address] = true, true, true
	}
	if b.Kind == forms.BlockExhibits {
		c.exhibits()
	}
	if b.Kind == forms.BlockSignature && b.Sentence == "" || !b.Kind.Signs() && b.Sentence != "" {
		c.add(at, "a signature has a sentence that is signed, and no block that is not signed has one")
	}
	c.furniture(at, b)
	c.entries(at, b.Items, nil)
}

// saysAll notes that the document names questions outside repeats.
func (c *checker) saysAll(at string, ids []forms.ID) {
	for _, id := range ids {
		if id != "" {
			c.says(at, id, nil)
		}
	}
}

// furniture checks the references of the blocks of court papers, forms and letters.
func (c *checker) furniture(at string, b forms.Block) {
	c.addressee(at, b.To)
	c.wants(at, b.Window, forms.KindCountry, forms.KindAddress)
	c.wants(at, b.Organisation, forms.KindText)
	c.wants(at, b.Capacity, forms.KindText, forms.KindChoice)
	c.wants(at, b.Behalf, forms.KindPerson)
	c.saysAll(at, []forms.ID{b.Organisation, b.Capacity, b.Behalf})
	for _, p := range b.Parties {
		c.cond(at, "parties.when", p.When, c.all)
		c.saysAll(at, p.Names)
		c.saysAll(at, p.Details)
	}
	c.saysAll(at, b.Principal)
	c.saysAll(at, b.Agent)
	c.saysAll(at, slices.Collect(maps.Values(b.Args)))
	for _, f := range b.Fields {
		c.saysAll(at, f.From)
	}
	if b.Kind == forms.BlockParties && len(b.Parties) == 0 || b.Kind == forms.BlockWorksheet && len(b.Fields) == 0 {
		c.add(at, "parties has parties, and worksheet has fields")
	}
	if b.Fingerprints && b.Dated {
		c.add(at, "exhibits have fingerprints or are dated: there is no room for both")
	}
	if b.Kind == forms.BlockAnnex && (len(b.Items) == 0 || b.Pages < 0) {
		c.add(at, "an annex has items, and its most pages are a number above nought")
	}
	if b.Kind == forms.BlockMandate && (len(b.Principal) == 0 || len(b.Agent) == 0) {
		c.add(at, "a mandate has a principal and an agent")
	}
}

// addressee checks who a letter goes to that stands beside the filing: somebody
// who is named first.
func (c *checker) addressee(at string, to []forms.ID) {
	for i, id := range to {
		c.wants(at, id, forms.KindText, forms.KindPerson, forms.KindAuthority, forms.KindAddress)
		if q := c.questions[id]; i == 0 && q != nil && q.Kind == forms.KindAddress {
			c.add(at, "to: the first question is the one for the name")
		}
	}
	c.saysAll(at, to)
}

// exhibits marks all of the repeat exhibits.list as said: the table shows it.
func (c *checker) exhibits() {
	r := c.repeats["exhibits.list"]
	if r == nil {
		c.add("outline exhibits", "the procedure does not ask for exhibits.list")
		return
	}
	for _, it := range r.Items {
		c.said[it.ID()] = true
	}
}

func (c *checker) entries(at string, entries []forms.Entry, around []*forms.Repeat) {
	for _, e := range entries {
		c.cond(at, "when", e.When, c.inside(around))
		for _, id := range e.Facts {
			c.says(at, id, around)
		}
		for _, id := range e.Args {
			c.says(at, id, around)
		}
		c.saysKind(at, e.Prose, around, forms.KindProse)
		if e.Every {
			c.saysKind(at, e.Checklist, around, forms.KindMulti, forms.KindChoice)
		} else {
			c.saysKind(at, e.Checklist, around, forms.KindMulti)
		}
		c.saysKind(at, e.List, around, forms.KindMulti)
		for code, under := range e.Under {
			if q := c.questions[e.Checklist]; q != nil && !slices.Contains(codes(q), code) {
				c.add(at, "under: %s has no option %q", e.Checklist, code)
			}
			c.entries(at, under, around)
		}
		if e.Each != "" {
			c.each(at, e, around)
		}
	}
}

func (c *checker) each(at string, e forms.Entry, around []*forms.Repeat) {
	r := c.repeats[e.Each]
	if r == nil || c.inside(around).items[e.Each] == nil {
		c.add(at, "each: there is no repeat %s here", e.Each)
		return
	}
	c.entries(at, e.Items, append(around[:len(around):len(around)], r))
}

func (c *checker) saysKind(at string, id forms.ID, around []*forms.Repeat, kinds ...forms.Kind) {
	if id == "" {
		return
	}
	c.says(at, id, around)
	if q := c.questions[id]; q != nil && !slices.Contains(kinds, q.Kind) {
		c.add(at, "question %s is of kind %s, not %s", id, q.Kind, kinds[0])
	}
}

// says notes that the document names a question, which must be reachable from
// inside the repeats around and not be private.
func (c *checker) says(at string, id forms.ID, around []*forms.Repeat) {
	q := c.questions[id]
	switch {
	case q == nil:
		c.add(at, "there is no question %s in this procedure", id)
	case q.Private:
		c.add(at, "question %s is private and never stands in a document", id)
	case !isPrefix(c.around[id], around):
		c.add(at, "question %s is inside a repeat: name it under each", id)
	}
	c.said[id] = true
}

func isPrefix(a, b []*forms.Repeat) bool { return len(a) <= len(b) && slices.Equal(a, b[:len(a)]) }
