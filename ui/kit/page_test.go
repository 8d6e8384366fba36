package kit

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/theme"
)

// pictures is for the eye: go test ./ui/kit -run Pages -pictures /tmp
var pictures = flag.String("pictures", "", "folder that TestPages writes its pages to, as PNG")

// keep writes what a window shows to the folder of pictures, if there is one.
func keep(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	file, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// TestPages proves that the pages of the design fit the least window at twice
// the size of text, in both directions and all colours, and that no word leaves
// the part of the window that it stands in.
func TestPages(t *testing.T) {
	sizes := map[string]fyne.Size{"normal": fyne.NewSize(1280, 820), "least": fyne.NewSize(1024, 700)}
	for name, c := range map[string]struct {
		p       phrases
		size    string
		variant theme.Variant
		scale   float32
	}{
		"english":        {english(), "normal", theme.LightVariant, 1},
		"arabic":         {arabic(), "normal", theme.LightVariant, 1},
		"english, dark":  {english(), "normal", theme.DarkVariant, 1},
		"arabic, least":  {arabic(), "least", theme.DarkVariant, 1},
		"english, twice": {english(), "least", theme.ContrastVariant, 2},
		"arabic, twice":  {arabic(), "least", theme.LightVariant, 2},
	} {
		t.Run(name, func(t *testing.T) {
			dress(t, c.variant, c.scale)
			size := sizes[c.size]
			for kind, page := range map[string]fyne.CanvasObject{"question": samplePage(c.p), "cards": sampleCards(c.p)} {
				w := show(t, page, size.Width, size.Height)
				if got := w.Canvas().Size(); got != size {
					t.Errorf("the %s page makes the window %v, want %v", kind, got, size)
				}
				outside(t, kind, page, fyne.Position{}, fyne.NewSize(size.Width, 5000))
				keep(t, w, name+" "+kind)
			}
		})
	}
}

// TestOverlays proves that a dialog and an open list stand inside the window,
// at twice the size of text too.
func TestOverlays(t *testing.T) {
	for name, c := range map[string]struct {
		p     phrases
		scale float32
	}{"english": {english(), 1}, "arabic": {arabic(), 1}, "arabic, twice": {arabic(), 2}} {
		dress(t, theme.LightVariant, c.scale)
		w := show(t, sampleCards(c.p), 1024, 700)
		ShowDialog(w.Canvas(), c.p.dir, c.p.ask, NewLabel(c.p.dir, Body, c.p.answer), nil,
			NewButton(c.p.dir, Secondary, c.p.cancel, nil), NewButton(c.p.dir, Primary, c.p.remove, nil))
		inside(t, w, name+" dialog")
		s := NewSelect(c.p.dir, c.p.sure, c.p.steps, 3, "", nil)
		w = show(t, NewInset(300, 200, s), 1024, 700)
		test.Tap(s)
		inside(t, w, name+" list")
	}
}

// inside reports a thing above the window that leaves it.
func inside(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	keep(t, w, name)
	list := w.Canvas().Overlays().List()
	if len(list) != 1 {
		t.Fatalf("%s: %d things above the window", name, len(list))
	}
	for _, o := range test.WidgetRenderer(list[0].(fyne.Widget)).Objects() {
		if end := o.Position().Add(o.Size()); end.X > 1024 || end.Y > 700 {
			t.Errorf("%s: %T reaches to %v", name, o, end)
		}
	}
}

// What stands on a page is told as a whole, from where the keyboard is.
func TestPageIsReadOut(t *testing.T) {
	hidden := NewLabel(LTR, Body, "hidden")
	hidden.Hide()
	entry := NewEntry(LTR, "Your name", "Ada", nil)
	page := NewPage(NewColumn(4, NewLabel(LTR, Title, "Who are you?"), hidden, NewField(LTR, "Your name", "", entry), NewCheck(LTR, Option{Label: "I agree"}, true, nil)))
	w := show(t, page, 300, 300)
	if got, want := page.AccessibilityLabel(), "Who are you?. Your name. Your name: Ada. I agree: true"; got != want {
		t.Errorf("read out: %q, want %q", got, want)
	}
	w.Canvas().Focus(entry)
	if got, want := page.AccessibilityLabel(), "Your name: Ada. I agree: true. Who are you?. Your name"; got != want {
		t.Errorf("read out: %q, want %q", got, want)
	}
}

// A thing that was never painted is brought into sight too: what was just drawn anew
// has the keyboard before it is seen.
func TestRevealBeforePaint(t *testing.T) {
	last := NewButton(LTR, Secondary, "Last", func() {})
	column := NewColumn(10)
	for range 40 {
		column.Add(NewButton(LTR, Secondary, "Other", func() {}))
	}
	column.Add(NewCard(NewFlow(LTR, 4, last)))
	p := NewPage(NewInset(10, 10, column))
	p.Resize(fyne.NewSize(400, 300))
	p.Reveal(last)
	if most := p.content.Size().Height - 300; p.scroll.Offset.Y < most-60 {
		t.Errorf("scrolled to %g of %g", p.scroll.Offset.Y, most)
	}
}
