package vm

import (
	"path/filepath"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// Rescue saves the open case elsewhere, where it cannot be saved in its place.
type Rescue struct {
	form
	saved string
}

// OpenRescue asks where to save the open case.
func (a *App) OpenRescue() {
	if a.file == nil || open[*Rescue](a) != nil {
		return
	}
	a.enter(&Rescue{form: newForm(a)})
	a.publish()
}

func (r *Rescue) fill(v *View) {
	t := r.a.t
	f := &FormScreen{Key: "rescue", Title: t.Text("ui.rescue", nil), Lead: t.Text("ui.rescue.lead", nil), Back: t.Text("ui.back", nil)}
	f.Parts = append([]FormPart{r.notice(Warn, t.Text("ui.rescue.clear", nil)),
		r.path("ui.export.path", "", filepath.Join(r.a.w.Exports, "case.json"))}, r.state()...)
	if r.saved != "" {
		f.Parts = append(f.Parts, r.notice(Good, t.Text("ui.export.done", i18n.Args{"path": r.saved})))
	}
	save := r.button(keyGo, ButtonPrimary, "ui.save")
	save.Off = r.a.busy != ""
	f.Parts = append(f.Parts, buttons(save))
	v.Form = f
}

// Press does what a button says.
func (r *Rescue) Press(key string) {
	if r.common(key) || key != keyGo || r.a.busy != "" || r.a.file == nil {
		return
	}
	r.clear()
	r.saved = ""
	path := strings.TrimSpace(r.typed[keyPath])
	data, err := forms.EncodeCase(r.a.file.c)
	if path == "" || err != nil {
		why := faultNoName
		if err != nil {
			why = faultInternal
		}
		r.fail(keyPath, why)
		return
	}
	w := r.a.w
	r.a.run("ui.rescue.busy", func() (then, undo func()) {
		err := w.Write(path, data)
		return func() {
			if err != nil {
				r.at, r.problem = "", faultOf(err, faultSave)
				return
			}
			r.saved = path
		}, nil
	})
}
