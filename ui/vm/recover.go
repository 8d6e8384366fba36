package vm

import (
	"path/filepath"
	"strings"

	"recourse/i18n"
	"recourse/storage"
)

// Recover opens the vault with the key of the recovery sheet.
type Recover struct{ form }

// fieldKey is the field for the key of a recovery sheet.
const fieldKey = "key"

func newRecover(a *App) *Recover {
	r := &Recover{newForm(a)}
	r.shown[fieldKey] = true // it is copied from paper
	return r
}

func (r *Recover) fill(v *View) {
	f := &FormScreen{Key: "recover", Card: true, Title: r.a.text("ui.recover.title"), Lead: r.a.text("ui.recover.lead"), Back: r.a.text("ui.back")}
	key := r.secret(fieldKey, "ui.recover.key", "ui.recover.hint")
	key.LTR = true
	open := r.button(keyGo, ButtonPrimary, "ui.unlock")
	open.Off = r.a.busy != "" || r.a.wait() > 0
	f.Parts = append(append([]FormPart{key}, r.state()...), (&Start{form: r.form}).waiting()...)
	f.Parts = append(f.Parts, FormPart{Kind: FormButtonUp, Buttons: []FormButton{open}}, r.leaving())
	v.Form = f
}

// Press does what a button says.
func (r *Recover) Press(key string) {
	switch {
	case r.common(key):
	case key == keyLeave:
		r.a.Leave()
	case key == keyGo && r.a.busy == "" && r.a.wait() <= 0:
		r.submit()
	}
}

// submit opens the vault; a new passphrase is next, since the old one is lost.
func (r *Recover) submit() {
	r.clear()
	typed := r.typed[fieldKey]
	if strings.TrimSpace(typed) == "" {
		r.fail(fieldKey, faultRecovery)
		return
	}
	a := r.a
	a.open(&r.form, "ui.unlock.busy", func() (Vault, error) { return a.w.Vaults.OpenRecovery(a.folder, []byte(typed)) }, func() {
		if a.vault.ReadOnly() != nil {
			a.arrive()
			return
		}
		a.restart(newPassphrase(a, forRecover))
	})
}

// Restore makes the vault of this computer from a backup.
type Restore struct {
	form
	by string // what opens the backup
}

// fieldBy is the choice of what opens a backup.
const fieldBy = "by"

// keyFind lets the person choose among the files of the machine.
const keyFind = "find"

func newRestore(a *App) *Restore { return &Restore{form: newForm(a), by: fieldPassphrase} }

func (r *Restore) fill(v *View) {
	f := &FormScreen{Key: "restore", Card: true, Title: r.a.text("ui.restore.title"), Lead: r.a.text("ui.restore.lead"), Back: r.a.text("ui.back")}
	by := FormPart{Key: fieldBy, Kind: FormRadio, Text: r.a.text("ui.restore.by")}
	for _, o := range []struct {
		code string
		key  i18n.Key
	}{{fieldPassphrase, "ui.restore.by.passphrase"}, {fieldKey, "ui.restore.by.sheet"}} {
		by.Options = append(by.Options, Option{Code: o.code, Label: r.a.text(o.key), Chosen: o.code == r.by})
	}
	secret := r.secret(fieldPassphrase, "ui.passphrase", "")
	if r.by == fieldKey {
		secret = r.secret(fieldKey, "ui.recover.key", "ui.recover.hint")
		secret.LTR = true
	}
	do := r.button(keyGo, ButtonPrimary, "ui.restore.go")
	do.Off = r.a.busy != ""
	find := buttons(r.button(keyFind, ButtonSecondary, "ui.restore.find"))
	f.Parts = append([]FormPart{r.path("ui.restore.path", "", ""), find, by, secret}, r.state()...)
	f.Parts = append(f.Parts, FormPart{Kind: FormButtonUp, Buttons: []FormButton{do}}, r.leaving())
	v.Form = f
}

// Choose takes what opens the backup.
func (r *Restore) Choose(key, code string) {
	if key == fieldBy && r.a.busy == "" {
		r.by = code
		r.a.publish()
	}
}

// Press does what a button says.
func (r *Restore) Press(key string) {
	switch {
	case r.common(key):
	case key == keyLeave:
		r.a.Leave()
	case r.a.busy != "":
	case key == keyFind:
		r.a.choose("ui.restore.title", func(path string) { r.typed[keyPath] = path })
	case key == keyGo:
		r.submit()
	}
}

func (r *Restore) submit() {
	r.clear()
	path, typed := strings.TrimSpace(r.typed[keyPath]), r.typed[r.by]
	if path == "" {
		r.fail(keyPath, faultNoName)
		return
	}
	if strings.TrimSpace(typed) == "" {
		r.fail(r.by, faultEmpty)
		return
	}
	a, byKey := r.a, r.by == fieldKey
	a.open(&r.form, "ui.restore.busy", func() (Vault, error) { return restore(a.w, a.folder, path, []byte(typed), byKey) }, a.arrive)
}

// restore unpacks a backup into a folder.
func restore(w World, folder, path string, secret []byte, byKey bool) (v Vault, err error) {
	from, _, err := w.Files.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = from.Close() }()
	return w.Vaults.Restore(folder, from, secret, byKey)
}

// backupName is the name that is offered for a backup.
func (a *App) backupName() string {
	return filepath.Join(a.w.Exports, "recourse-backup-"+a.w.Now().Format("2006-01-02")+".tar")
}

// Backup writes all cases into one file, sealed.
type Backup struct {
	form
	made  string // the path of the backup that was written
	point uint64
}

func newBackup(a *App) *Backup { return &Backup{form: newForm(a)} }

func (b *Backup) fill(v *View) {
	t := b.a.t
	f := &FormScreen{Key: "backup", Title: t.Text("ui.backup.title", nil), Lead: t.Text("ui.backup.lead", nil), Back: t.Text("ui.back", nil)}
	f.Parts = []FormPart{b.path("ui.export.path", "", b.a.backupName())}
	f.Parts = append(f.Parts, b.state()...)
	if b.made != "" {
		f.Parts = append(f.Parts, b.notice(Good, t.Text("ui.backup.done", i18n.Args{"path": b.made, "point": int(b.point)})))
	}
	save := b.button(keyGo, ButtonPrimary, "ui.backup.go")
	save.Off = b.a.busy != ""
	f.Parts = append(f.Parts, buttons(save), b.line(FormHint, "ui.backup.hint"), b.line(FormHint, "ui.backup.restore"))
	v.Form = f
}

// Press does what a button says.
func (b *Backup) Press(key string) {
	if b.common(key) || key != keyGo || b.a.busy != "" || b.a.vault == nil {
		return
	}
	b.clear()
	b.made = ""
	path, v := strings.TrimSpace(b.typed[keyPath]), b.a.vault
	if path == "" {
		b.fail(keyPath, faultNoName)
		return
	}
	b.a.runJob("ui.backup.busy", func(p storage.Progress) (then, undo func()) {
		point, err := v.BackupWith(path, p)
		return func() {
			if err != nil {
				b.at, b.problem = "", faultOf(err, faultInternal)
				return
			}
			b.made, b.point = path, point
		}, nil
	})
}
