package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// watch tells the program of every key and every movement of the mouse, wherever
// the keyboard is: for locking after a time without use, and for leaving quickly.
func watch(on fyne.Canvas, program *vm.App) {
	key := func(name fyne.KeyName) {
		program.Touch()
		if name == fyne.KeyEscape {
			program.Escape()
		}
	}
	on.AddShortcut(kit.Pressed{}, func(s fyne.Shortcut) { key(s.(kit.Pressed).Key) })
	on.AddShortcut(kit.Stirred{}, func(fyne.Shortcut) { program.Touch() })
	on.AddShortcut(kit.Copied{}, func(s fyne.Shortcut) { program.Copied(s.(kit.Copied).Text) })
	on.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { program.Lock() })
	if c, ok := on.(desktop.Canvas); ok {
		c.SetOnKeyDown(func(k *fyne.KeyEvent) { key(k.Name) })
	}
}

// follow returns what gives the window the look and the size that the person
// chose, whenever one of them is new.
func follow(a fyne.App, w fyne.Window) func(vm.View) {
	var last vm.Look
	return func(v vm.View) {
		if v.Look == last {
			return
		}
		if v.Look.Width > 0 && (v.Look.Width != last.Width || v.Look.Height != last.Height) {
			w.Resize(fyne.NewSize(float32(v.Look.Width), float32(v.Look.Height)))
		}
		if v.Look.Colours != last.Colours || v.Look.Text != last.Text {
			a.Settings().SetTheme(theme.New(variant(v.Look.Colours), float32(v.Look.Text)/100))
		}
		last = v.Look
	}
}

func variant(c vm.Colours) theme.Variant {
	switch c {
	case vm.ColoursDark:
		return theme.DarkVariant
	case vm.ColoursContrast:
		return theme.ContrastVariant
	case vm.ColoursLight, vm.ColoursSystem:
	}
	return theme.LightVariant
}
