package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/theme"
)

// SetLook draws every window in a variant of the colours and with text of a
// scale. The widgets stay the same, so what is typed, the caret and the keyboard
// stay where they are.
func SetLook(v theme.Variant, scale float32) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(v, scale))
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if content := w.Content(); content != nil {
			refit(content)
			kit.Reveal(w.Canvas())
		}
	}
}

// refit places everything anew from the outside inwards. Fyne does so from the
// inside outwards, when the sizes of what is outside are still those of before.
func refit(content fyne.CanvasObject) {
	size := content.Size()
	content.Resize(size.AddWidthHeight(1, 1))
	content.Resize(size)
}
