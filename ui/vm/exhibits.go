package vm

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// ExhibitStore keeps the files of exhibits, as package storage has it.
type ExhibitStore interface {
	AddExhibit(id storage.ID, s storage.Source) (storage.Exhibit, error)
	Exhibits(id storage.ID) ([]storage.Exhibit, error)
	Exhibit(id, exhibit storage.ID, t storage.Taking, w io.Writer) (storage.Exhibit, error)
	Custody(id storage.ID) ([]storage.Event, error)
}

// Drop is a place for files: they can be dropped on it, or chosen.
type Drop struct {
	Title  string  // "Drop files here"
	Choose string  // words of the button
	Hint   string  // what files
	Busy   string  // what is being done; "" for nothing
	Share  float32 // of it that is done, 0 to 1; below 0 where nobody knows
	Cancel string  // words of the button that calls it off; "" where it cannot be
	Fault  *Message
}

// ItemFile is the file of an exhibit.
type ItemFile struct {
	State       Pill
	Kind        string // its type and size
	Fingerprint string // the beginning of it, in groups, with a word for it
	Used        string // where the case refers to it
	Give        string // words of the button that writes a copy; "" where there is no file
	Trace       string // words of the button that tells what was done with it; "" where there is no file
}

// drop is the place for files of the list of exhibits, and of a question that is
// answered with exhibits; nil for all others.
func (v *Interview) drop(at Path) *Drop {
	if !v.takes(at) {
		return nil
	}
	t := v.a.t
	d := &Drop{Title: t.Text("ui.exhibit.drop", nil), Choose: t.Text("ui.exhibit.choose", nil), Hint: t.Text("ui.exhibit.types", nil)}
	if v.a.busy != "" {
		d.Busy, d.Share = t.Text(v.a.busy, nil), v.a.share
		if v.a.stoppable {
			d.Cancel = t.Text("ui.cancel", nil)
		}
	}
	if v.fileFault != "" {
		m := v.fileFault.words(t)
		d.Fault = &m
	}
	return d
}

// itemFile says what is known of the file of an exhibit; nil for items of other
// lists.
func (v *Interview) itemFile(at Path, id string) *ItemFile {
	if at != exhibits {
		return nil
	}
	out := &ItemFile{Used: v.uses(id), State: Pill{Text: v.a.text("ui.exhibit.none")}}
	i := slices.IndexFunc(v.a.file.c.Exhibits, func(x forms.Exhibit) bool { return x.ID == id })
	if i < 0 {
		return out
	}
	x := v.a.file.c.Exhibits[i]
	out.State = Pill{Text: v.a.text("ui.exhibit.kept"), Tone: Good}
	kind := strings.ToUpper(strings.TrimPrefix(filepath.Ext(x.Name), "."))
	if kind != "" {
		kind = i18n.Isolate(kind)
	}
	out.Kind = Beside(kind, i18n.Isolate(fileSize(v.a.t, x.Size)))
	out.Fingerprint = v.a.t.Text("ui.exhibit.fingerprint", i18n.Args{"start": fingerprintStart(x.SHA256)})
	out.Give, out.Trace = v.a.text("ui.exhibit.give"), v.a.text("ui.exhibit.trace")
	return out
}

// fingerprintStart is the beginning of a fingerprint, in groups of four.
func fingerprintStart(sum string) string {
	if len(sum) < 8 {
		return sum
	}
	return sum[:4] + " " + sum[4:8] + "…"
}

// uses names the questions whose answers refer to an exhibit.
func (v *Interview) uses(id string) string {
	var out []string
	for at, x := range v.state.Known.All() {
		if files, ok := x.Value.(forms.Files); ok && slices.Contains(files, id) {
			out = append(out, v.label(at))
		}
	}
	if len(out) == 0 {
		return v.a.text("ui.exhibit.unused")
	}
	return v.a.t.Text("ui.exhibit.used", i18n.Args{"questions": strings.Join(slices.Compact(out), " · ")})
}

// takes tells whether files can be given at a place.
func (v *Interview) takes(at Path) bool {
	q := v.p.Question(at.Question())
	return v.a.w.Files != nil && (at == exhibits || q != nil && q.Kind == forms.KindFiles)
}

// ChooseFiles lets the person choose a file for the list of exhibits, or as answer
// of a question.
func (v *Interview) ChooseFiles(at Path) {
	v.a.choose("ui.exhibit.choose-title", func(path string) { v.AddFiles(at, []string{path}) })
}

// AddFiles takes files into the vault as exhibits of the case, one after the other,
// and names them in the answer at a question of files; what cannot be taken is
// told. The case is saved first, for its exhibits lie with it.
func (v *Interview) AddFiles(at Path, paths []string) {
	if v.a.file == nil || v.a.busy != "" || len(paths) == 0 || !v.takes(at) {
		return
	}
	v.fileFault = ""
	v.a.flush(func() { v.addNext(at, paths) })
}

func (v *Interview) addNext(at Path, paths []string) {
	vault, files, path := v.a.vault, v.a.w.Files, paths[0]
	id, item := storage.ID(v.a.file.c.ID), storage.ID(v.a.w.NewID())
	v.a.runJob("ui.exhibit.busy", func(progress storage.Progress) (then, undo func()) {
		x, err := addFile(vault, files, storage.Source{ID: item, Name: filepath.Base(path)}, id, path, progress)
		return func() {
				if err != nil {
					v.fileFault = faultOf(err, faultFile)
					return
				}
				v.list(at, x)
				if len(paths) > 1 {
					v.addNext(at, paths[1:])
				}
			}, func() {
				if err == nil {
					listStored(vault, id, x)
				}
			}
	})
}

// StopFiles calls off the adding of files.
func (v *Interview) StopFiles() { v.a.cancel() }

// addFile streams one file into the vault.
func addFile(vault Vault, files Files, s storage.Source, id storage.ID, path string, progress storage.Progress) (storage.Exhibit, error) {
	f, size, err := files.Open(path)
	if err != nil {
		return storage.Exhibit{}, err
	}
	defer f.Close()
	s.Data = &counted{from: f, size: size, progress: progress}
	return vault.AddExhibit(id, s)
}

// counted tells how much of a stream was read, and ends it where it is called off.
type counted struct {
	from     io.Reader
	size     int64
	read     int64
	progress storage.Progress
}

// Read serves the vault.
func (c *counted) Read(p []byte) (int, error) {
	const parts = 1000
	if !c.progress(int(parts*min(c.read, c.size)/max(c.size, 1)), parts) {
		return 0, storage.ErrCancelled
	}
	n, err := c.from.Read(p)
	c.read += int64(n)
	return n, err
}

// listStored makes a kept file an exhibit of its case where that is not open any
// more. Where it fails, the file still stands in the log of the case.
func listStored(vault Vault, id storage.ID, x storage.Exhibit) {
	data, rev, err := vault.Get(id)
	if err != nil {
		return
	}
	c, err := forms.DecodeCase(data)
	if err != nil {
		return
	}
	if data, err = forms.EncodeCase(withExhibit(c, exhibits, x)); err == nil {
		_, _ = vault.Put(id, data, rev)
	}
}

// list makes a kept file an exhibit of the case, and names it in the answer at a
// question of files. It is called by the name of the file until the person gives
// it a title.
func (v *Interview) list(at Path, x storage.Exhibit) {
	v.a.file.change(withExhibit(v.a.file.c, at, x))
	v.resolve()
}

// withExhibit is a case with one more exhibit, named in the answer at a question of
// files.
func withExhibit(c forms.Case, at Path, x storage.Exhibit) forms.Case {
	item := string(x.ID)
	c.Exhibits = append(slices.Clone(c.Exhibits), forms.Exhibit{ID: item, Name: x.Name, Size: x.Size, SHA256: x.SHA256})
	c.Answers = c.Answers.AddItem(exhibits, item).With(exhibits.In(item, "exhibits.title"), forms.Answer{Value: forms.Text(x.Name)})
	if at != exhibits {
		named, _ := c.Answers.Value(at).(forms.Files)
		c.Answers = c.Answers.With(at, forms.Answer{Value: append(slices.Clone(named), item)})
	}
	return c
}

// GiveWords are the words of the dialog that asks where a copy is to be written.
func (v *Interview) GiveWords() ExportWords {
	t := v.a.t
	return ExportWords{Title: t.Text("ui.exhibit.give", nil), Text: t.Text("ui.exhibit.give.text", nil),
		Label: t.Text("ui.export.path", nil), Save: t.Text("ui.save", nil), Cancel: t.Text("ui.cancel", nil)}
}

// GivePath is where a copy of an exhibit is offered to be written.
func (v *Interview) GivePath(item string) string {
	for _, x := range v.a.file.c.Exhibits {
		if x.ID == item {
			return filepath.Join(v.a.w.Exports, filepath.Base(x.Name))
		}
	}
	return v.a.w.Exports
}

// Give writes an exhibit out, unchanged, to a path.
func (v *Interview) Give(item, path string) {
	path = strings.TrimSpace(path)
	if v.a.file == nil || path == "" {
		return
	}
	vault, id, w := v.a.vault, storage.ID(v.a.file.c.ID), v.a.w
	v.fileFault = ""
	v.a.run("ui.exhibit.giving", func() (then, undo func()) {
		err := w.Stream(path, func(to io.Writer) error {
			_, err := vault.Exhibit(id, storage.ID(item), storage.Taking{}, to)
			return err
		})
		return func() {
			if err != nil {
				v.fileFault = faultOf(err, faultInternal)
			}
		}, nil
	})
}

// DropFiles takes files that were dropped on the window: where there is a place
// for them they are added, else the person is told.
func (a *App) DropFiles(paths []string) {
	if v := here[*Interview](a); v != nil {
		if at, ok := v.takesFiles(); ok {
			v.AddFiles(at, paths)
			return
		}
	}
	a.told = faultDropped
	a.publish()
}

// takesFiles is the first place for files on the page that is on screen.
func (v *Interview) takesFiles() (at Path, ok bool) {
	i := pageOf(v.pages, v.at)
	if v.at == "" || i < 0 {
		return "", false
	}
	for _, a := range v.pages[i].asked {
		if v.takes(a.Path) {
			return a.Path, true
		}
	}
	return "", false
}

// Dismiss takes away what the person was told.
func (a *App) Dismiss() {
	a.told = ""
	a.publish()
}
