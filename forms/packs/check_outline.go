package packs

import (
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
		for _, id := range list {
			if id != "" {
				c.says(at, id, nil)
			}
		}
	}
	if b.Kind == forms.BlockAddressee || b.Kind == forms.BlockTitle {
		c.said[c.p.Body.Authority], c.said[c.p.Body.Name], c.said[c.p.Body.Address] = true, true, true
	}
	if b.Kind == forms.BlockExhibits {
		c.exhibits()
	}
	if (b.Kind == forms.BlockSignature) != (b.Sentence != "") {
		c.add(at, "a signature has a sentence that is signed")
	}
	c.entries(at, b.Items, nil)
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
		c.saysKind(at, e.Checklist, around, forms.KindMulti)
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

func (c *checker) saysKind(at string, id forms.ID, around []*forms.Repeat, kind forms.Kind) {
	if id == "" {
		return
	}
	c.says(at, id, around)
	if q := c.questions[id]; q != nil && q.Kind != kind {
		c.add(at, "question %s is of kind %s, not %s", id, q.Kind, kind)
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
