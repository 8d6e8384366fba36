package screens

import (
	"bytes"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// inMemory makes real vaults that leave nothing.
type inMemory struct{}

func (inMemory) Exists(string) bool                            { return true }
func (inMemory) Create(string, []byte) (vm.Vault, error)       { return nil, storage.ErrExists }
func (inMemory) Open(string, []byte) (vm.Vault, error)         { return storage.CreateInMemory() }
func (inMemory) OpenRecovery(string, []byte) (vm.Vault, error) { return nil, storage.ErrRecovery }
func (inMemory) Restore(string, io.Reader, []byte, bool) (vm.Vault, error) {
	return nil, storage.ErrForeign
}
func (inMemory) Memory() (vm.Vault, error) { return storage.CreateInMemory() }

// letters is a folder with a letter and a folder.
type letters struct{}

func (letters) Places() []string { return []string{"/files", "/files/Documents"} }

func (letters) List(string) ([]vm.FileEntry, error) {
	return []vm.FileEntry{{Name: "Letters", Folder: true, Modified: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)},
		{Name: "إشعار المزوّد 3 نوفمبر.pdf", Size: 184_000, Modified: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)}}, nil
}

func (letters) Open(string) (io.ReadCloser, int64, error) {
	return io.NopCloser(strings.NewReader("%PDF a letter")), 13, nil
}

// The exhibits with a kept file, the choice of a file, the log of what was done, and
// the pause stand in every language, also in a narrow window.
func TestExhibitsInEveryLanguage(t *testing.T) {
	packed, err := library()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Locales() {
		app, w := withLetters(t, packed, lang)
		begin(t, app, challenge)
		app.Interview().GoTo("exhibits.list")
		look(t, string(lang)+" exhibits, empty", w)
		app.Interview().ChooseFiles("exhibits.list")
		look(t, string(lang)+" files", w)
		app.Chooser().Choose(app.View().Chooser.Rows[1])
		look(t, string(lang)+" exhibits", w)
		items := app.View().Interview.Fields[0].Items
		app.Interview().Trace(items[0].ID)
		look(t, string(lang)+" log", w)
		app.Custody().Back()
		keep(t, "exhibits-"+string(lang), w)
		app.Interview().GoTo("events.account")
		look(t, string(lang)+" hard question", w)
		keep(t, "hard-"+string(lang), w)
		app.Interview().Pause()
		look(t, string(lang)+" pause", w)
		keep(t, "pause-"+string(lang), w)
	}
}

// The list of the exhibits has the room of the help, which only repeats the limits
// there; the next page has its help again.
func TestExhibitsHaveTheRoomOfTheHelp(t *testing.T) {
	app, r, w := show(t, "ar", map[string][]byte{"/files/a.pdf": []byte("%PDF")})
	begin(t, app, challenge).GoTo("events.account")
	x := r.now.(*interview)
	before, helped := x.page.Size().Width, x.helper.Visible()
	app.Interview().GoTo("exhibits.list")
	if got := x.page.Size().Width; got < before+helpWidth || x.paged.Layout.(kit.Measure).Most != wideMeasure {
		t.Errorf("the list of exhibits has %.0f, a question %.0f", got, before)
	}
	look(t, "exhibits", w)
	w.Resize(usual)
	app.Interview().GoTo("events.account")
	if x.page.Size().Width != before || x.paged.Layout.(kit.Measure).Most != measure || x.helper.Visible() != helped {
		t.Errorf("the question has %.0f now, before %.0f", x.page.Size().Width, before)
	}
}

// withLetters is a window of a narrow screen, with letters to choose from.
func withLetters(t *testing.T, packed *packs.Library, lang vm.Tag) (*vm.App, fyne.Window) {
	t.Helper()
	dress(theme.LightVariant, 1)
	app := vm.New(vm.World{Library: packed, Vaults: inMemory{}, Dispatch: vm.Inline{}, NewID: vm.NewID, Files: letters{}, Exports: "/files",
		Now:   func() time.Time { return time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC) },
		After: func(time.Duration, func()) func() { return func() {} }}, "/vault", lang)
	w := test.NewTempWindow(t, nil)
	freeAll(t, w)
	r := NewRoot(app, w.Canvas())
	w.SetPadded(false)
	w.SetContent(r.Content())
	w.Resize(fyne.NewSize(1024, 700))
	return app, w
}

// A file that was chosen for an answer has the keyboard when it is there, so that a
// person who does not see it hears that it was taken.
func TestAddedFileHasKeyboard(t *testing.T) {
	packed, err := library()
	if err != nil {
		t.Fatal(err)
	}
	app, w := withLetters(t, packed, "en")
	v := begin(t, app, complaint)
	v.Choose("events.kinds", "breach")
	v.Choose(vm.Path(complaint+".breach_told"), "yes")
	v.GoTo(vm.Path(complaint + ".breach_notice"))
	press(w, fyne.KeySpace)
	tabTo(t, w, app.View().Chooser.Rows[1].Name)
	press(w, fyne.KeySpace)
	if got, want := focused(w), app.View().Interview.Fields[0].Options[0].Label; got != want {
		t.Errorf("%q has the keyboard, want %q", got, want)
	}
}

// keep draws the window where go test -artifacts keeps pictures to look at.
func keep(t *testing.T, name string, w fyne.Window) {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(t.ArtifactDir(), name+".png"), picture.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
