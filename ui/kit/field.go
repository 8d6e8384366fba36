package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// field is Fyne's entry inside an Entry. It has no border of its own, tells its
// owner what happens, and never takes Tab.
type field struct {
	widget.Entry
	owner   *Entry
	focused bool
}

func newField(owner *Entry) *field {
	f := &field{owner: owner}
	f.Password = owner.role == RoleSecret
	if owner.role == RoleLongField {
		f.MultiLine = true
		f.Wrapping = fyne.TextWrapWord
	}
	f.OnChanged = func(text string) {
		if !owner.silent && owner.changed != nil {
			owner.changed(text)
		}
	}
	f.OnSubmitted = func(string) {
		if owner.submit != nil {
			owner.submit()
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// AcceptsTab says that Tab leaves the field, also where it has many lines.
func (f *field) AcceptsTab() bool { return false }

// FocusGained serves Fyne.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	f.owner.Refresh()
	if f.owner.reveal != nil {
		f.owner.reveal(f.owner)
	}
}

// FocusLost serves Fyne.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.owner.Refresh()
	if f.owner.leave != nil {
		f.owner.leave(f.Text)
	}
}

// AccessibilityLabel serves Fyne.
func (f *field) AccessibilityLabel() string { return label(f.owner) }

// AccessibilityRole serves Fyne.
func (f *field) AccessibilityRole() fyne.AccessibleRole { return role(f.owner) }

// bareTheme is a theme without the border of entries.
type bareTheme struct{ of fyne.Theme }

func (b bareTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return b.of.Color(name, v)
}

func (b bareTheme) Font(style fyne.TextStyle) fyne.Resource { return b.of.Font(style) }

func (b bareTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return b.of.Icon(name) }

func (b bareTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == stock.SizeNameInputBorder {
		return 0
	}
	return b.of.Size(name)
}
