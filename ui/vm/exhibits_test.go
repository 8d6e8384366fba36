package vm

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"recourse/forms"
	"recourse/storage"
)

// inMemory makes real vaults that leave nothing.
type inMemory struct{}

func (inMemory) Exists(string) bool                         { return true }
func (inMemory) Create(string, []byte) (Vault, error)       { return nil, storage.ErrExists }
func (inMemory) Open(string, []byte) (Vault, error)         { return storage.CreateInMemory() }
func (inMemory) OpenRecovery(string, []byte) (Vault, error) { return nil, storage.ErrRecovery }
func (inMemory) Restore(string, io.Reader, []byte, bool) (Vault, error) {
	return nil, storage.ErrForeign
}
func (inMemory) Memory() (Vault, error) { return storage.CreateInMemory() }

// machine is the files of a machine, by their paths.
type machine map[string]string

func (machine) Places() []string { return []string{"/files"} }

func (s machine) List(folder string) ([]FileEntry, error) {
	if folder == "/" {
		return nil, fs.ErrPermission
	}
	out := []FileEntry{{Name: "Zoo of letters", Folder: true}}
	for path, text := range s {
		if name, in := strings.CutPrefix(path, folder+"/"); in {
			out = append(out, FileEntry{Name: name, Size: int64(len(text)), Modified: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)})
		}
	}
	return out, nil
}

func (s machine) Open(path string) (io.ReadCloser, int64, error) {
	text, ok := s[path]
	if !ok {
		return nil, 0, fs.ErrNotExist
	}
	if text == "torn" {
		return io.NopCloser(io.MultiReader(strings.NewReader("half"), broken{})), 8, nil
	}
	return io.NopCloser(strings.NewReader(text)), int64(len(text)), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the medium is gone") }

// withFiles opens a new case at its exhibits, on a machine with files.
func withFiles(t *testing.T, files machine, p ProcedureID) (*App, *bytes.Buffer) {
	t.Helper()
	w := newWorld(t)
	world, out := w.world(), &bytes.Buffer{}
	world.Vaults, world.Files = inMemory{}, files
	world.Stream = func(_ string, produce func(io.Writer) error) error { return produce(out) }
	a := New(world, "/vault", "en")
	a.Start().Submit(secret)
	a.Cases().New(p)
	goTo(t, a, exhibits)
	return a, out
}

// A file is chosen among those of the machine, kept as it is, listed with its size,
// fingerprint and use, and given back unchanged; its log tells so.
func TestExhibitIsKeptAndGivenBack(t *testing.T) {
	a, out := withFiles(t, machine{"/files/Notice of 3 November.pdf": "%PDF the notice", "/files/other.txt": "x"}, complaint)
	a.Interview().ChooseFiles(exhibits)
	s := a.View().Chooser
	if s == nil || len(s.Rows) != 3 || !s.Rows[0].Folder || s.Folder != "/files" || s.Up == "" {
		t.Fatalf("the files to choose from: %+v", s)
	}
	a.Chooser().Search("NOTICE")
	s = a.View().Chooser
	if len(s.Rows) != 1 || s.Rows[0].Size != "15 B" {
		t.Fatalf("found by name: %+v", s.Rows)
	}
	a.Chooser().Choose(s.Rows[0])
	items := field(t, a, exhibits).Items
	if !a.View().Interview.Wide {
		t.Error("the exhibits have no more room than a question")
	}
	if len(items) != 1 || items[0].Name != "Notice of 3 November.pdf" || items[0].Summary != "" {
		t.Fatalf("the exhibits: %+v", items)
	}
	x := items[0].File
	if x.State.Tone != Good || x.Kind != "\u2068PDF\u2069 · \u206815 B\u2069" || len(x.Fingerprint) < 9 || x.Used != a.text("ui.exhibit.unused") {
		t.Errorf("what is known of the file: %+v", x)
	}
	a.Interview().Give(items[0].ID, "/elsewhere/copy.pdf")
	if out.String() != "%PDF the notice" {
		t.Errorf("given back: %q", out)
	}
	a.Interview().Trace(items[0].ID)
	if c := a.View().Custody; len(c.Events) != 2 || len(c.Whole) != 64 {
		t.Errorf("the log: %+v", c)
	}
	a.Custody().Back()
	if a.View().Interview == nil {
		t.Error("the way back does not lead to the exhibits")
	}
}

// An answer that refers to an exhibit is named beside it.
func TestExhibitTellsItsUse(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/a.txt": "a"}, challenge)
	a.Interview().AddFiles(exhibits, []string{"/files/a.txt"})
	id := field(t, a, exhibits).Items[0].ID
	v := a.Interview()
	v.take(v.answers().With("order.notice", forms.Answer{Value: forms.YesNo(true)}).With("order.notice_file", forms.Answer{Value: forms.Files{id}}))
	if got := field(t, a, exhibits).Items[0].File.Used; got == a.text("ui.exhibit.unused") {
		t.Errorf("its use is not told: %q", got)
	}
}

// A file that is given at a question becomes an exhibit, and part of the answer.
func TestFileAnswersAQuestion(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/a.txt": "a"}, challenge)
	v := a.Interview()
	v.take(v.answers().With("order.notice", forms.Answer{Value: forms.YesNo(true)}))
	goTo(t, a, "order.notice_file")
	a.DropFiles([]string{"/files/a.txt"})
	options := field(t, a, "order.notice_file").Options
	if len(options) != 1 || !options[0].Chosen {
		t.Errorf("the exhibits to choose: %+v", options)
	}
}

// A file that cannot be read to its end is not added, the files before it are, and
// the person is told.
func TestTornFileIsNotAdded(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/good.txt": "good", "/files/bad.txt": "torn", "/files/never.txt": "x"}, complaint)
	a.Interview().AddFiles(exhibits, []string{"/files/good.txt", "/files/bad.txt", "/files/never.txt"})
	f := field(t, a, exhibits)
	if len(f.Items) != 1 || f.Drop.Fault == nil || f.Drop.Fault.What != a.text("ui.error.file.what") {
		t.Errorf("%d exhibits, told %+v", len(f.Items), f.Drop.Fault)
	}
}

// An exhibit with a file can be removed and brought back, and the case is saved
// each time.
func TestExhibitWithFileIsRemoved(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/a.txt": "a"}, complaint)
	a.Interview().AddFiles(exhibits, []string{"/files/a.txt"})
	id := field(t, a, exhibits).Items[0].ID
	saved := func() {
		t.Helper()
		if _, err := forms.EncodeCase(a.file.c); err != nil {
			t.Error(err)
		}
	}
	a.Interview().RemoveItem(exhibits, id)
	saved()
	a.Interview().Undo()
	saved()
	if x := field(t, a, exhibits).Items[0].File; x.State.Tone != Good {
		t.Errorf("brought back without its file: %+v", x)
	}
}

// A file that is called off is not added, and what was there before stays.
func TestFileIsCalledOff(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/a.txt": "a", "/files/b.txt": strings.Repeat("long ", 100_000)}, complaint)
	a.Interview().AddFiles(exhibits, []string{"/files/a.txt"})
	a.OnChange(func(v View) {
		if v.Interview != nil && v.Interview.Fields[0].Drop.Share > 0 {
			a.Interview().StopFiles()
		}
	})
	a.Interview().AddFiles(exhibits, []string{"/files/b.txt"})
	f := field(t, a, exhibits)
	if len(f.Items) != 1 || f.Drop.Busy != "" || f.Drop.Fault != nil {
		t.Errorf("%d exhibits, %+v", len(f.Items), f.Drop)
	}
	kept, err := a.vault.Exhibits(storage.ID(a.file.c.ID))
	if err != nil || len(kept) != 1 {
		t.Errorf("%d files kept, %v", len(kept), err)
	}
}

// A folder that cannot be read is told, and the way up leads on.
func TestFolderThatCannotBeRead(t *testing.T) {
	a, _ := withFiles(t, machine{}, complaint)
	a.Interview().ChooseFiles(exhibits)
	a.Chooser().Up()
	if s := a.View().Chooser; s.Problem == nil || len(s.Rows) > 0 || s.Up != "" {
		t.Errorf("%+v", s)
	}
	a.Chooser().Cancel()
	if a.View().Interview == nil {
		t.Error("cancelling does not lead back")
	}
}

// A file that is dropped where none is wanted changes nothing, and the person is
// told until it is dismissed; on the exhibits it is added.
func TestDroppedFiles(t *testing.T) {
	a, _ := withFiles(t, machine{"/files/a.txt": "a"}, complaint)
	a.DropFiles([]string{"/files/a.txt"})
	if n := len(field(t, a, exhibits).Items); n != 1 {
		t.Errorf("%d exhibits", n)
	}
	goTo(t, a, "events.kinds")
	a.DropFiles([]string{"/files/a.txt"})
	if told := a.View().Bar.Told; told == nil || told.What != a.text("ui.error.dropped.what") {
		t.Errorf("told %+v", told)
	}
	a.Dismiss()
	if a.View().Bar.Told != nil {
		t.Error("still told")
	}
}

// Sizes are written with at most one digit behind the point.
func TestFileSize(t *testing.T) {
	a := New(newWorld(t).world(), "/vault", "en")
	for bytes, want := range map[int64]string{0: "0 B", 999: "999 B", 1000: "1 KB", 4_120_000: "4.1 MB", 2_000_000_000: "2 GB"} {
		if got := fileSize(a.t, bytes); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
}
