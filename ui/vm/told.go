package vm

import "recourse/i18n"

// Pasted says what became of a pasted text: how many characters were left out that
// nobody sees, or that it is long. It is empty where there is nothing to say.
func (a *App) Pasted(size, hidden int) string {
	words := ""
	if hidden > 0 {
		words = a.t.Text("ui.edit.cleaned", i18n.Args{"n": hidden})
	}
	if size >= longPaste {
		words = joinWords(words, a.t.Text("ui.edit.long", i18n.Args{"size": size}))
	}
	return words
}

// longPaste is the size of a paste, in characters, that a person is told about.
const longPaste = 20_000
