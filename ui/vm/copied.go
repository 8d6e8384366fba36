package vm

import "time"

// Clipboard is what the system copies to and pastes from.
type Clipboard interface {
	Content() string
	SetContent(text string)
}

// copiedFor is how long a secret stays on the clipboard.
const copiedFor = 30 * time.Second

// Copied says that a text was put on the clipboard. It goes when the vault is
// locked or the program ends, unless something else is there by then.
func (a *App) Copied(text string) { a.copied = text }

// copySecret puts a secret on the clipboard, and takes it off again soon.
func (a *App) copySecret(text string) {
	a.w.Clipboard.SetContent(text)
	a.copied = text
	a.w.After(copiedFor, func() {
		if a.copied == text {
			a.clearCopied()
		}
	})
}

// clearCopied clears the clipboard, if what is on it is ours.
func (a *App) clearCopied() {
	if a.copied != "" && a.w.Clipboard.Content() == a.copied {
		a.w.Clipboard.SetContent("")
	}
	a.copied = ""
}
