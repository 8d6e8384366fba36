package packs

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/i18n"
)

// FactsID is the id under which Texts and AskLanguages have the facts.
const FactsID forms.ProcedureID = "start"

// factsSection is the common section that asks for the facts of a case.
const factsSection = "facts"

// Facts are the plain questions that come before a procedure is chosen. They are
// a procedure without a document, so that an interview asks them as any other;
// their answers are answers of the case, shared with the procedures by their ids.
// The conditions of routes and checklists are over them.
func (l *Library) Facts() *forms.Procedure {
	l.sharing()
	return l.facts
}

// Checklists lists what to do at once, in the order of their ids.
func (l *Library) Checklists() []forms.Checklist {
	l.sharing()
	return slices.Clone(l.checklists)
}

// Checklist finds a checklist by its id.
func (l *Library) Checklist(id string) (forms.Checklist, bool) {
	l.sharing()
	for _, c := range l.checklists {
		if c.ID == id {
			return c, true
		}
	}
	return forms.Checklist{}, false
}

// questionnaire makes the facts out of their common section and returns the scope
// of conditions over them.
func (l *loader) questionnaire() *scope {
	set := l.common[factsSection]
	p := &forms.Procedure{ID: FactsID, Status: forms.Checked, Authorities: l.lib.authorities}
	if len(set.items) > 0 {
		p.Sections = []forms.Section{{ID: factsSection + ".section", Items: set.items}}
	}
	l.lib.facts = p
	f := &faulter{file: "common/" + factsSection + ".yaml"}
	c := newChecker(f, p, l.authorityIDs(), nil)
	for _, s := range p.Sections {
		c.items(s.Items, c.all)
	}
	l.faults = append(l.faults, f.list...)
	return c.all
}

// factTexts joins the common texts with the shared words, for the facts and for
// checklists.
func (l *loader) factTexts() {
	l.lib.texts[FactsID] = map[i18n.Tag]*i18n.Catalog{}
	for _, tag := range slices.Sorted(maps.Keys(l.texts)) {
		shared, ok := i18n.Locale(tag)
		if !ok {
			continue // the catalogs of procedures in this language say so
		}
		l.lib.texts[FactsID][tag] = i18n.Merge(l.texts[tag], shared)
		if has(l.texts[tag], "ask.") {
			l.lib.ask[FactsID] = append(l.lib.ask[FactsID], tag)
		}
	}
}

// lists reads the checklists. They come before the common catalogs, which have
// their texts.
func (l *loader) lists() {
	files, err := fs.Glob(l.fsys, "common/lists/*.yaml")
	if err != nil {
		l.fault("common/lists", "%v", err)
	}
	for _, file := range files {
		var raw rawList
		if !l.structure(file, &raw) {
			continue
		}
		b := &builder{faulter: faulter{file: file}, owner: factsSection, commons: l.common}
		if file != "common/lists/"+raw.ID+".yaml" {
			b.add("", "id: the list has the name of its file")
		}
		l.lib.checklists = append(l.lib.checklists, b.checklist(raw, l.factsScope))
		l.faults = append(l.faults, b.faulter.list...)
	}
}

// list builds a checklist; its conditions are over the facts.
func (b *builder) checklist(raw rawList, facts *scope) forms.Checklist {
	b.format(raw.Format)
	out := forms.Checklist{ID: raw.ID, When: b.factCond("", raw.When, facts)}
	for _, g := range raw.Groups {
		group := forms.ChecklistGroup{ID: g.ID}
		if len(g.Items) == 0 {
			b.add("group "+g.ID, "a group needs items")
		}
		for _, i := range g.Items {
			group.Items = append(group.Items, forms.ChecklistItem{ID: i.ID, When: b.factCond("item "+i.ID, i.When, facts)})
		}
		out.Groups = append(out.Groups, group)
	}
	b.listIDs(out)
	return out
}

func (b *builder) factCond(at, src string, facts *scope) cond.Expr {
	e := b.cond(at, "when", src)
	if err := e.Check(facts); err != nil {
		b.add(at, "when: %v", err)
	}
	return e
}

// listIDs checks the form of the ids and that an item stands once in a list.
func (b *builder) listIDs(c forms.Checklist) {
	seen := map[string]bool{}
	for _, g := range c.Groups {
		b.id("group "+g.ID, g.ID)
		for _, i := range g.Items {
			b.id("item "+i.ID, i.ID)
			if seen[i.ID] || strings.Contains(i.ID, ".") {
				b.add("item "+i.ID, "an item has a name without a dot and stands once in a list")
			}
			seen[i.ID] = true
		}
	}
}

// listKeys adds the keys of the texts of checklists.
func (k *keys) listKeys(lists []forms.Checklist) {
	for _, c := range lists {
		k.add("ask.l", c.ID)
		k.add("ask.l", c.ID, "lead")
		for _, g := range c.Groups {
			k.add("ask.lg", g.ID)
			for _, i := range g.Items {
				k.add("ask.li", i.ID)
			}
		}
	}
}
