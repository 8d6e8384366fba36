package screens

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"io/fs"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/forms/packs"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

const (
	complaint vm.ProcedureID = "gdpr-art77-complaint"
	challenge vm.ProcedureID = "eu-eevidence-order-challenge"
	secret                   = "four words of mine"
)

// blank are pictures of white paper, after the first words of a page.
type blank struct{}

func (blank) Warm() {}

func (blank) Page(_ context.Context, _ string, pdf []byte, _ int, scale float64) (image.Image, error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF")) {
		return nil, errors.New("no PDF")
	}
	m := image.NewRGBA(image.Rect(0, 0, int(595*scale), int(842*scale)))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	return m, nil
}

// library is loaded once for all tests.
var library = sync.OnceValues(packs.OpenEmbedded)

// show opens the program in a window without a display, locked.
func show(t testing.TB, lang vm.Tag, files map[string][]byte) (*vm.App, *Root, fyne.Window) {
	t.Helper()
	dress(theme.LightVariant, 1)
	return showDressed(t, lang, files)
}

// showDressed is show in the look that there is.
func showDressed(t testing.TB, lang vm.Tag, files map[string][]byte) (*vm.App, *Root, fyne.Window) {
	t.Helper()
	library, err := library()
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	shelf = newVault()
	app := vm.New(vm.World{Library: library, Vaults: shelf, Dispatch: vm.Inline{},
		Now:   func() time.Time { return time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC) },
		After: func(time.Duration, func()) func() { return func() {} },
		NewID: func() string {
			ids++
			return fmt.Sprintf("00000000-0000-4000-8000-%012d", ids)
		},
		Pictures: blank{},
		Files:    drawer{letters{}, files},
		Stream: func(path string, produce func(io.Writer) error) error {
			var b bytes.Buffer
			err := produce(&b)
			files[path] = b.Bytes()
			return err
		},
		Write:   func(path string, data []byte) error { files[path] = data; return nil },
		Rim:     rim(),
		Exports: "/exports"}, "/vault", lang)
	w := test.NewTempWindow(t, nil)
	freeAll(t, w)
	r := NewRoot(app, w.Canvas())
	w.SetPadded(false)
	w.SetContent(r.Content())
	w.Resize(fyne.NewSize(1280, 820))
	r.Begin()
	return app, r, w
}

// begin opens a new case of a procedure.
func begin(t testing.TB, app *vm.App, p vm.ProcedureID) *vm.Interview {
	t.Helper()
	app.Start().Submit(secret)
	app.Cases().New(p)
	if app.Interview() == nil {
		t.Fatal("no interview")
	}
	return app.Interview()
}

// drawer is the files of a test, in a folder with letters.
type drawer struct {
	letters
	files map[string][]byte
}

func (d drawer) Open(path string) (io.ReadCloser, int64, error) {
	if data, ok := d.files[path]; ok {
		return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
	}
	return nil, 0, fs.ErrNotExist
}
