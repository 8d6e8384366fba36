package screens

import (
	"testing"

	"fyne.io/fyne/v2"

	"recourse/ui/vm"
)

// bench opens a complete case at a page.
func bench(b *testing.B, at vm.Path) (*vm.App, fyne.Window) {
	b.Helper()
	app, _, w := show(b, "en", map[string][]byte{})
	app.Start().Submit(secret, secret)
	store(b, app, challenge, "en")
	app.Interview().GoTo(at)
	w.Canvas().Capture()
	b.ResetTimer()
	return app, w
}

// BenchmarkKey is one key in a field of a complete case: the change of the case,
// the new view, the update of the window, without painting it.
func BenchmarkKey(b *testing.B) {
	_, w := bench(b, "order.learned")
	for i := range b.N {
		w.Canvas().Focused().TypedRune([]rune("0123456789")[i%10])
	}
}

// BenchmarkView is the making of a view alone.
func BenchmarkView(b *testing.B) {
	app, _ := bench(b, "order.learned")
	for range b.N {
		app.View()
	}
}

// BenchmarkPage is turning to another page: from a date to a choice and back.
func BenchmarkPage(b *testing.B) {
	app, _ := bench(b, "order.learned")
	for i := range b.N {
		app.Interview().GoTo([]vm.Path{"order.category", "order.learned"}[i%2])
	}
}
