package packs

import (
	"fmt"
	"io/fs"
	"sync"

	"recourse/forms"
	"recourse/i18n"
)

// Open opens a folder of packs that Load accepts, by its index: the list is there
// at once, and each procedure is read when it is first asked for, without the
// checks that Load has made. What cannot be read is not there. The library gives
// the same procedures and texts as Load, and may be used by several at a time.
func Open(fsys fs.FS) (*Library, error) {
	index, err := readIndex(fsys)
	if err != nil {
		return nil, err
	}
	lib := &Library{index: index, texts: map[forms.ProcedureID]map[i18n.Tag]*i18n.Catalog{},
		ask: map[forms.ProcedureID][]i18n.Tag{}, doc: map[forms.ProcedureID][]i18n.Tag{}}
	for _, e := range index {
		lib.ask[e.ID], lib.doc[e.ID] = e.Ask, e.Doc
	}
	lib.later = &later{load: &loader{fsys: fsys, lib: lib, trusted: true}, read: map[forms.ProcedureID]*forms.Procedure{},
		common: map[i18n.Tag]*i18n.Catalog{}}
	lib.ask[FactsID] = lib.later.load.commonTags()
	return lib, nil
}

// later reads what is asked for, once.
type later struct {
	sync.Mutex
	load   *loader
	shared bool                                   // authorities and common sections are read
	read   map[forms.ProcedureID]*forms.Procedure // nil for one that cannot be read
	common map[i18n.Tag]*i18n.Catalog
}

// share reads what all procedures share.
func (x *later) share() {
	if x.shared {
		return
	}
	x.shared = true
	x.load.authorities()
	x.load.commons()
}

// sharing reads what all procedures share, for a library that was opened.
func (l *Library) sharing() {
	if l.later != nil {
		l.later.Lock()
		defer l.later.Unlock()
		l.later.share()
	}
}

// procedure reads one procedure.
func (x *later) procedure(id forms.ProcedureID) *forms.Procedure {
	x.Lock()
	defer x.Unlock()
	if p, done := x.read[id]; done {
		return p
	}
	x.share()
	p := x.load.procedure(string(id) + "/procedure.yaml")
	x.read[id] = p
	return p
}

// text reads the texts of a procedure, or of the facts, in one language.
func (x *later) text(id forms.ProcedureID, tag i18n.Tag) *i18n.Catalog {
	x.Lock()
	defer x.Unlock()
	if c, done := x.load.lib.texts[id][tag]; done {
		return c
	}
	if x.load.lib.texts[id] == nil {
		x.load.lib.texts[id] = map[i18n.Tag]*i18n.Catalog{}
	}
	c := x.merged(id, tag)
	x.load.lib.texts[id][tag] = c
	return c
}

// merged joins the texts of a procedure with the common and the shared ones; nil
// where one of them is missing.
func (x *later) merged(id forms.ProcedureID, tag i18n.Tag) *i18n.Catalog {
	shared, ok := i18n.Locale(tag)
	if x.common[tag] == nil {
		x.common[tag] = x.load.catalog(fmt.Sprintf("common/lang/%s.json", tag))
	}
	if !ok || x.common[tag] == nil {
		return nil
	}
	if id == FactsID {
		return i18n.Merge(x.common[tag], shared)
	}
	own := x.load.catalog(fmt.Sprintf("%s/lang/%s.json", id, tag))
	if own == nil {
		return nil
	}
	return i18n.Merge(own, x.common[tag], shared)
}
