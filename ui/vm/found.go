package vm

import (
	"slices"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// Found shows what is not as it should be in the vault, and the versions of cases
// that programs have put aside.
type Found struct {
	form
	list   []storage.Finding
	titles map[storage.ID]string
	aside  []aside
	kept   string // the title of the version that became a case
}

// aside is a version of a case that a sync program has put aside.
type aside struct {
	id      storage.ID
	version storage.Version
}

// keyKeep stands before the number of a version in the key of its button.
const keyKeep = "keep."

func newFound(a *App, list []storage.Finding) *Found {
	f := &Found{form: newForm(a), list: list, titles: map[storage.ID]string{}}
	f.read()
	return f
}

// read names the cases of the findings, and lists the versions.
func (f *Found) read() {
	v, a, ids := f.a.vault, f.a, f.cases()
	if len(ids) == 0 {
		return
	}
	a.run("ui.found.busy", func() (then, undo func()) {
		titles, list := map[storage.ID]string{}, []aside(nil)
		for _, id := range ids {
			titles[id] = a.titleOf(v, id)
			list = append(list, versionsAside(v, id)...)
		}
		return func() { f.titles, f.aside = titles, list }, nil
	})
}

func (f *Found) cases() []storage.ID {
	var ids []storage.ID
	for _, x := range f.list {
		if x.Case != "" && !slices.Contains(ids, x.Case) {
			ids = append(ids, x.Case)
		}
	}
	return ids
}

// titleOf is what a case is called; "" where it cannot be read.
func (a *App) titleOf(v Vault, id storage.ID) string {
	data, _, err := v.Get(id)
	if err != nil {
		return ""
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return ""
	}
	return a.caseTitle(c)
}

func versionsAside(v Vault, id storage.ID) []aside {
	versions, err := v.Versions(id)
	if err != nil {
		return nil
	}
	var out []aside
	for _, x := range versions {
		if !x.Listed {
			out = append(out, aside{id, x})
		}
	}
	return out
}

func (f *Found) fill(v *View) {
	t := f.a.t
	s := &FormScreen{Key: "found", Title: t.Text("ui.found.title", nil), Lead: t.Text("ui.found.lead", nil), Back: t.Text("ui.back", nil)}
	if len(f.list) == 0 {
		s.Title, s.Lead = t.Text("ui.found.none", nil), t.Text("ui.found.none.lead", i18n.Args{"point": f.point()})
	}
	s.Parts = f.state()
	if f.kept != "" {
		s.Parts = append(s.Parts, f.notice(Good, t.Text("ui.found.kept", i18n.Args{"case": f.kept})))
	}
	for _, x := range f.list {
		s.Parts = append(s.Parts, f.finding(x))
	}
	if len(f.aside) > 0 {
		s.Parts = append(s.Parts, f.line(FormHeading, "ui.found.versions"), f.line(FormHint, "ui.found.versions.hint"))
	}
	for i, x := range f.aside {
		m := x.version.Modified
		words := t.Text("ui.found.version", i18n.Args{"case": f.title(x.id), "date": i18n.Date(f.a.t.Writing(), m.Year(), int(m.Month()), m.Day()), "time": clock(t, m)})
		s.Parts = append(s.Parts, FormPart{Kind: FormText, Text: words})
		if f.a.readOnly == nil {
			keep := f.button(keyKeep+string(rune('0'+i)), ButtonSecondary, "ui.found.keep")
			keep.Off = f.a.busy != ""
			s.Parts = append(s.Parts, buttons(keep))
		}
	}
	v.Form = s
}

func (f *Found) point() int {
	if f.a.vault == nil {
		return 0
	}
	return int(f.a.vault.SavePoint())
}

// finding is one of them: what is so, what it means, what to do.
func (f *Found) finding(x storage.Finding) FormPart {
	t, key := f.a.t, i18n.Key("ui.found.")+i18n.Key(x.Kind)
	tone := Warn
	if x.Kind == storage.Damaged || x.Kind == storage.Missing {
		tone = Bad
	}
	name := f.title(x.Case)
	if x.Case == "" {
		name = t.Text("ui.found.file", i18n.Args{"file": x.File})
	}
	return f.notice(tone, joinWords(t.Text(key, i18n.Args{"what": name}), t.Text(key+".do", nil)))
}

func (f *Found) title(id storage.ID) string {
	if title := f.titles[id]; title != "" {
		return title
	}
	return f.a.text("ui.case.unnamed")
}

// Press does what a button says.
func (f *Found) Press(key string) {
	if f.common(key) || f.a.busy != "" || f.a.vault == nil {
		return
	}
	for i, x := range f.aside {
		if key == keyKeep+string(rune('0'+i)) {
			f.keep(x)
		}
	}
}

// keep makes a case of its own of a version, so that both can be looked at.
func (f *Found) keep(x aside) {
	f.clear()
	a, v, id := f.a, f.a.vault, f.a.w.NewID()
	a.run("ui.found.keeping", func() (then, undo func()) {
		err := keepVersion(v, x, id)
		return func() {
			if err != nil {
				f.at, f.problem = "", faultOf(err, faultInternal)
				return
			}
			f.kept = f.title(x.id)
		}, nil
	})
}

func keepVersion(v Vault, x aside, id string) error {
	data, err := v.GetVersion(x.id, x.version.Name)
	if err != nil {
		return err
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return err
	}
	c.ID = id
	if data, err = forms.EncodeCase(c); err != nil {
		return err
	}
	_, err = v.Put(storage.ID(id), data, 0)
	return err
}

// Back leaves for the list of cases, which may have one more.
func (f *Found) Back() {
	if f.a.busy != "" {
		return
	}
	f.a.leavePlace()
	if c := f.a.Cases(); c != nil && f.kept != "" {
		c.load()
	}
	f.a.publish()
}
