package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/screens"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// watch tells the screens of keys that nothing has heard, and locks by key.
func watch(on fyne.Canvas, root *screens.Root, program *vm.App) {
	on.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { program.Lock() })
	if c, ok := on.(desktop.Canvas); ok {
		c.SetOnKeyDown(func(k *fyne.KeyEvent) { root.Press(k.Name) })
	}
}

// follow returns what gives the window the look and the size that the person has
// chosen, whenever one of them is other than last.
func follow(looks *Looks, w fyne.Window, last vm.Look) func(vm.View) {
	return func(v vm.View) {
		now := v.Look
		if now.Width > 0 && (now.Width != last.Width || now.Height != last.Height) {
			w.Resize(fyne.NewSize(float32(now.Width), float32(now.Height)))
		}
		if now.Colours != last.Colours || now.Text != last.Text {
			variant, err := theme.ParseVariant(string(now.Colours))
			if err != nil {
				variant = theme.SystemVariant
			}
			looks.SetLook(variant, float32(now.Text)/100)
		}
		last = now
	}
}
