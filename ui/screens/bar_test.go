package screens

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"

	"recourse/i18n"
	"recourse/ui/kit"
	"recourse/ui/theme"
)

// topBar is the bar at the top of a window; nil where there is none.
func topBar(o fyne.CanvasObject) *fyne.Container {
	c, ok := o.(*fyne.Container)
	if s, stage := o.(*kit.Stage); stage {
		c, ok = &fyne.Container{Objects: test.WidgetRenderer(s).Objects()}, true
	}
	if !ok || !o.Visible() {
		return nil
	}
	if _, found := c.Layout.(kit.TopBar); found {
		return c
	}
	for _, part := range c.Objects {
		if found := topBar(part); found != nil {
			return found
		}
	}
	return nil
}

// barLines counts the lines of a bar: how many bands its things stand in, of which
// none meets another.
func barLines(bar *fyne.Container) int {
	things := slices.Clone(bar.Objects)
	things = slices.DeleteFunc(things, func(o fyne.CanvasObject) bool { return !o.Visible() || o.Size().Height == 0 })
	slices.SortFunc(things, func(a, b fyne.CanvasObject) int { return int(a.Position().Y - b.Position().Y) })
	lines, bottom := 0, float32(-1)
	for _, o := range things {
		if o.Position().Y >= bottom {
			lines++
		}
		bottom = max(bottom, o.Position().Y+o.Size().Height)
	}
	return lines
}

// mostLines is how many lines the bar may have: one with text of its usual size,
// two with larger text.
func mostLines() int {
	if stock.TextSize() > 16 {
		return 2
	}
	return 1
}

// The bar has one line in the smallest window in every language, and two with text
// of twice the size, however long the name of the case is; then it takes no more
// than a quarter of the window. Where the person is stands in the name of the trail
// as a whole.
func TestBarIsOneLine(t *testing.T) {
	long := "Meridia Health and everybody to whom it has passed on what it knew of me"
	for _, lang := range i18n.Locales() {
		app, r, w := show(t, lang, map[string][]byte{})
		v := begin(t, app, challenge)
		v.GoTo("provider.name")
		v.Set("provider.name", "text", long)
		v.GoTo("events.account")
		for _, text := range []float32{1, 2} {
			SetLook(theme.LightVariant, text)
			for _, size := range []fyne.Size{small, usual} {
				w.Resize(size)
				b := r.now.(*interview).bar
				if n := barLines(b.row); n > mostLines() {
					t.Errorf("%s, %.0f %%, %.0f wide: %d lines", lang, 100*text, size.Width, n)
				}
				if high := b.row.Size().Height; high > size.Height/4 {
					t.Errorf("%s, %.0f %%, %.0f wide: the bar takes %.0f of %.0f", lang, 100*text, size.Width, high, size.Height)
				}
				if got := b.trail.Name(); !strings.HasPrefix(got, long+" › ") {
					t.Errorf("%s: the trail is called %q", lang, got)
				}
			}
		}
	}
	SetLook(theme.LightVariant, 1)
}

// The lines of the bar are counted by where its things stand.
func TestBarLinesAreCounted(t *testing.T) {
	app, r, w := show(t, "de", map[string][]byte{})
	begin(t, app, complaint)
	w.Resize(fyne.NewSize(640, 700))
	if b := topBar(w.Content()); b != r.now.(*interview).bar.row || barLines(b) != 2 {
		t.Errorf("%d lines in a narrow window", barLines(b))
	}
}
