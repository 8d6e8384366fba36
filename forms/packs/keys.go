package packs

import (
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// keys collects the keys of texts that a structure needs, without the owner for
// items of its own file.
type keys struct {
	own string // the owner that is left out; "" in the common catalog
	set map[i18n.Key]bool
}

func (k *keys) add(parts ...string) { k.set[i18n.Key(strings.Join(parts, "."))] = true }

// name writes an id as it stands in this catalog; ok is false for an item whose
// texts stand in another.
func (k *keys) name(id forms.ID) (name string, ok bool) {
	if k.own == "" {
		return string(id), true
	}
	return id.Name(), id.Owner() == k.own
}

func (k *keys) items(items []forms.Item) {
	for _, it := range items {
		if it.Repeat != nil {
			k.repeat(it.Repeat)
		} else {
			k.question(it.Question)
		}
	}
}

func (k *keys) repeat(r *forms.Repeat) {
	if name, ok := k.name(r.ID); ok {
		k.add("ask.r", name)
		k.add("ask.r", name, "item")
		k.add("ask.r", name, "add")
		k.add("doc.r", name)
	}
	k.items(r.Items)
}

func (k *keys) question(q *forms.Question) {
	name, ok := k.name(q.ID)
	if !ok {
		return
	}
	k.add("ask.q", name)
	for _, h := range q.Help {
		k.add("ask.q", name, h)
	}
	if !q.Private {
		k.add("doc.q", name)
	}
	for _, o := range q.Options {
		k.option(name, o, q.Private)
	}
	for _, c := range q.Checks {
		if !c.Rule.IsZero() {
			k.add("ask.c", name, c.Code)
		}
	}
}

func (k *keys) option(name string, o forms.Option, private bool) {
	k.add("ask.q", name, "o", o.Code)
	if o.Hint {
		k.add("ask.q", name, "o", o.Code, "hint")
	}
	if private {
		return
	}
	k.add("doc.q", name, "o", o.Code)
	if o.Article {
		k.add("doc.q", name, "o", o.Code, "article")
	}
}

// commonKeys are the keys of the catalog of all common sections.
func commonKeys(sets map[string]commonSet, lists []forms.Checklist) map[i18n.Key]bool {
	k := &keys{set: map[i18n.Key]bool{}}
	for id, s := range sets {
		k.add("ask.s", id)
		k.items(s.items)
	}
	k.listKeys(lists)
	return k.set
}

// procedureKeys are the keys of the catalog of one procedure.
func procedureKeys(p *forms.Procedure) map[i18n.Key]bool {
	k := &keys{own: string(p.ID), set: map[i18n.Key]bool{}}
	for _, name := range []string{"ask.name", "ask.short", "ask.about", "doc.title", "doc.short", "doc.basis"} {
		k.add(name)
	}
	if p.Body.Authority == "" {
		k.add("doc.body")
	}
	for _, s := range p.Sections {
		k.section(s)
	}
	for _, n := range p.Notices {
		k.add("ask.n", n.ID.Name())
		k.add("ask.n", n.ID.Name(), "do")
	}
	for _, d := range p.Deadlines {
		k.add("ask.d", d.ID.Name())
		if d.Late != nil {
			k.add("ask.d", d.ID.Name(), "late")
		}
	}
	for _, id := range routeIDs(p.Route) {
		k.add("ask.w", id.Name())
	}
	for _, s := range p.Filing {
		k.add("ask.f", s.ID.Name())
	}
	k.outline(p.Outline)
	for _, s := range p.Sheets {
		k.add("ask.h", s.ID)
		k.add("doc.title", s.ID)
		k.outline(s.Outline)
	}
	return k.set
}

func (k *keys) section(s forms.Section) {
	if name, ok := k.name(s.ID); ok {
		k.add("ask.s", name)
		for _, h := range s.Help {
			k.add("ask.s", name, h)
		}
	}
	k.items(s.Items)
}

func (k *keys) outline(blocks []forms.Block) {
	for _, b := range blocks {
		if b.Kind.Headed() {
			k.add("doc.h", b.ID.Name())
		}
		for _, text := range append([]string{b.Sentence, b.Revocation, b.Officer}, b.Enclosures...) {
			if text != "" {
				k.add("doc.t", text)
			}
		}
		for _, p := range b.Parties {
			k.add("doc.p", p.Role)
			if p.Text != "" {
				k.add("doc.t", p.Text)
			}
		}
		for _, f := range b.Fields {
			k.add("doc.w", b.ID.Name(), f.ID)
		}
		k.entries(b.Items)
	}
}

func (k *keys) entries(entries []forms.Entry) {
	for _, e := range entries {
		if e.Text != "" {
			k.add("doc.t", e.Text)
		}
		for _, under := range e.Under {
			k.entries(under)
		}
		k.entries(e.Items)
	}
}
