package screens

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recourse/forms"
	"recourse/storage"

	"recourse/ui/vm"
)

// bench opens a complete case at a page.
func bench(b *testing.B, at vm.Path) (*vm.App, fyne.Window) {
	b.Helper()
	app, _, w := show(b, "en", map[string][]byte{})
	app.Start().Submit(secret)
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

// BenchmarkLongKey is a key in an account of 20,000 characters in one paragraph,
// with all that follows from it: the answer, the view, the window, all but the
// painting. The aim is less than 16 ms.
func BenchmarkLongKey(b *testing.B) {
	app, w := bench(b, "events.account")
	words := strings.Repeat("شكوى رقم 12 (Meridia Mail) في 14.12.2026 عن البيانات. ", 20_000/52)
	app.Interview().Set("events.account", "text", words)
	for i := range b.N {
		w.Canvas().Focused().TypedRune([]rune("0123456789")[i%10])
	}
}

// thousand opens a complete case with a thousand answers at a page.
func thousand(b *testing.B, at vm.Path) *vm.App {
	b.Helper()
	app, _, w := show(b, "en", map[string][]byte{})
	app.Start().Submit(secret)
	store(b, app, challenge, "en")
	var id storage.ID
	for id = range shelf.cases {
	}
	c, err := forms.DecodeCase(shelf.cases[id])
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; c.Answers.Len() < 1000; i++ {
		item := fmt.Sprintf("00000000-0000-4000-9000-%012d", i)
		c.Answers = c.Answers.AddItem("exhibits.list", item)
		c.Answers = c.Answers.With(vm.Path("exhibits.list").In(item, "exhibits.title"), forms.Answer{Value: forms.Text("A letter of the provider")})
	}
	if shelf.cases[id], err = forms.EncodeCase(c); err != nil {
		b.Fatal(err)
	}
	app.Lock()
	app.Start().Submit(secret)
	app.GoHome()
	app.Cases().Open(string(c.ID), challenge)
	app.Interview().GoTo(at)
	w.Canvas().Capture()
	b.ResetTimer()
	return app
}

// BenchmarkNextQuestion is an answer and the next question in a case of a thousand
// answers: the case, the view, the window, all but the painting. The aim is less
// than 50 ms.
func BenchmarkNextQuestion(b *testing.B) {
	app := thousand(b, "order.learned")
	for i := range b.N {
		v := app.Interview()
		v.GoTo("order.learned")
		v.Set("order.learned", "text", fmt.Sprintf("%d November 2025", 1+i%28))
		v.Continue()
	}
}
