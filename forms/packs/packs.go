// Package packs holds the procedures of Recourse as data and loads them: YAML
// for structure, JSON catalogs for texts, after docs/PACKS.md.
//
// Call OpenEmbedded for the packs of the program: it reads their index, and each
// procedure when it is first asked for. Load reads and checks others in full:
// loading is all or nothing, a pack with one fault is refused, and every fault is
// named. What is loaded never changes.
package packs

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"recourse/forms"
	"recourse/i18n"
)

// Library is a set of procedures with their texts and the bodies they go to.
type Library struct {
	procedures  []*forms.Procedure
	authorities []forms.Authority
	facts       *forms.Procedure
	checklists  []forms.Checklist
	texts       map[forms.ProcedureID]map[i18n.Tag]*i18n.Catalog
	ask, doc    map[forms.ProcedureID][]i18n.Tag
	index       []Entry
	later       *later // for a library that was opened; nil for one that was loaded
}

// Procedures lists the procedures in the order of their ids. A library that was
// opened reads all of them for it: a list needs Index alone.
func (l *Library) Procedures() []*forms.Procedure {
	if l.later == nil {
		return slices.Clone(l.procedures)
	}
	var out []*forms.Procedure
	for _, e := range l.index {
		if p := l.later.procedure(e.ID); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// Procedure finds a procedure by its id.
func (l *Library) Procedure(id forms.ProcedureID) (*forms.Procedure, bool) {
	if l.later != nil {
		if !slices.ContainsFunc(l.index, func(e Entry) bool { return e.ID == id }) {
			return nil, false
		}
		p := l.later.procedure(id)
		return p, p != nil
	}
	for _, p := range l.procedures {
		if p.ID == id {
			return p, true
		}
	}
	return nil, false
}

// Authorities lists the bodies in the order of their ids.
func (l *Library) Authorities() []forms.Authority {
	l.sharing()
	return slices.Clone(l.authorities)
}

// Authority finds a body by its id.
func (l *Library) Authority(id forms.AuthorityID) (forms.Authority, bool) {
	l.sharing()
	for _, a := range l.authorities {
		if a.ID == id {
			return a, true
		}
	}
	return forms.Authority{}, false
}

// AskLanguages lists the languages in which a procedure can be asked.
func (l *Library) AskLanguages(id forms.ProcedureID) []i18n.Tag { return slices.Clone(l.ask[id]) }

// DocLanguages lists the languages in which its document can be written.
func (l *Library) DocLanguages(id forms.ProcedureID) []i18n.Tag { return slices.Clone(l.doc[id]) }

// Texts returns the texts of a procedure in a language: its own, those of the
// common sections and the shared words, in one catalog. It is complete for the
// uses that AskLanguages and DocLanguages list; ok is false for none.
func (l *Library) Texts(id forms.ProcedureID, tag i18n.Tag) (c *i18n.Catalog, ok bool) {
	if l.later != nil {
		c = l.later.text(id, tag)
		return c, c != nil
	}
	c, ok = l.texts[id][tag]
	return c, ok
}

// Load reads every pack of a file system. Its error, if any, is of type Faults.
func Load(fsys fs.FS) (*Library, error) {
	l := &loader{fsys: fsys, lib: &Library{texts: map[forms.ProcedureID]map[i18n.Tag]*i18n.Catalog{},
		ask: map[forms.ProcedureID][]i18n.Tag{}, doc: map[forms.ProcedureID][]i18n.Tag{}}}
	l.authorities()
	l.commons()
	l.procedures()
	l.indexed()
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return l.lib, nil
}

type loader struct {
	fsys       fs.FS
	lib        *Library
	trusted    bool // what is read was checked before: form, keys and references are not checked again
	common     map[string]commonSet
	factsScope *scope                     // what conditions over the facts may name
	texts      map[i18n.Tag]*i18n.Catalog // of the common sections
	faults     Faults
}

func (l *loader) fault(file, format string, args ...any) {
	l.faults = append(l.faults, Fault{File: file, Msg: fmt.Sprintf(format, args...)})
}

// structure reads one YAML file into raw and checks its form.
func (l *loader) structure(file string, raw any) bool {
	data, err := fs.ReadFile(l.fsys, file)
	if err == nil {
		err = decodeYAML(data, raw)
	}
	if err == nil && !l.trusted {
		err = checkCanonical(data, raw)
	}
	if err != nil {
		l.fault(file, "%v", err)
	}
	return err == nil
}

func (l *loader) commons() {
	l.common = map[string]commonSet{}
	files, err := fs.Glob(l.fsys, "common/*.yaml")
	if err != nil {
		l.fault("common", "%v", err)
	}
	var later []rawCommon // those that use items of others
	for _, file := range files {
		var raw rawCommon
		if !l.structure(file, &raw) {
			continue
		}
		if file != "common/"+raw.ID+".yaml" {
			l.fault(file, "id: the section has the name of its file")
		}
		if raw.uses() {
			later = append(later, raw)
		} else {
			l.commonSection(raw)
		}
	}
	for _, raw := range later {
		l.commonSection(raw)
	}
	l.factsScope = l.questionnaire()
	l.lists()
	if l.trusted {
		return // texts are read language by language
	}
	l.texts = l.catalogs("common", commonKeys(l.common, l.lib.checklists))
	l.factTexts()
}

func (l *loader) commonSection(raw rawCommon) {
	b := &builder{faulter: faulter{file: "common/" + raw.ID + ".yaml"}, owner: raw.ID, commons: l.common, used: map[forms.ID]bool{}}
	l.common[raw.ID] = b.common(raw)
	l.faults = append(l.faults, b.list...)
}

// uses tells whether a common section takes items from others.
func (r rawCommon) uses() bool {
	return slices.ContainsFunc(r.Items, func(it rawItem) bool { return it.Use != "" })
}

func (l *loader) procedures() {
	files, err := fs.Glob(l.fsys, "*/procedure.yaml")
	if err != nil {
		l.fault("", "%v", err)
	}
	for _, file := range files {
		if p := l.procedure(file); p != nil {
			l.lib.procedures = append(l.lib.procedures, p)
			l.catalogsOf(p)
		}
	}
}

func (l *loader) procedure(file string) *forms.Procedure {
	var raw rawProcedure
	if !l.structure(file, &raw) {
		return nil
	}
	b := &builder{faulter: faulter{file: file}, owner: raw.ID, commons: l.common, used: map[forms.ID]bool{}}
	if file != raw.ID+"/procedure.yaml" {
		b.add("", "id: the procedure has the name of its folder")
	}
	p := b.procedure(raw)
	p.Authorities = l.lib.authorities
	if len(b.list) == 0 && !l.trusted {
		checkProcedure(&b.faulter, p, l.authorityIDs(), l.factsScope)
	}
	l.faults = append(l.faults, b.list...)
	if len(b.list) > 0 {
		return nil
	}
	return p
}

func (l *loader) authorityIDs() []string {
	ids := make([]string, len(l.lib.authorities))
	for i, a := range l.lib.authorities {
		ids[i] = string(a.ID)
	}
	return ids
}

// catalogsOf joins the texts of a procedure with the common and shared ones.
func (l *loader) catalogsOf(p *forms.Procedure) {
	l.lib.texts[p.ID] = map[i18n.Tag]*i18n.Catalog{}
	own := l.catalogs(string(p.ID), procedureKeys(p))
	for _, tag := range slices.Sorted(maps.Keys(own)) {
		common, haveCommon := l.texts[tag]
		shared, haveShared := i18n.Locale(tag)
		if !haveCommon || !haveShared {
			l.fault(string(p.ID)+"/lang/"+string(tag)+".json", "the common sections and the shared words are not in this language")
			continue
		}
		l.lib.texts[p.ID][tag] = i18n.Merge(own[tag], common, shared)
		if has(own[tag], "ask.") && has(common, "ask.") {
			l.lib.ask[p.ID] = append(l.lib.ask[p.ID], tag)
		}
		if has(own[tag], "doc.") && has(common, "doc.") {
			l.lib.doc[p.ID] = append(l.lib.doc[p.ID], tag)
		}
	}
}
