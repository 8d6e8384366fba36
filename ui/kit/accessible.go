package kit

import "fyne.io/fyne/v2"

// Role says what a widget is to a program that reads the screen.
type Role uint8

const (
	// RoleText is running text.
	RoleText Role = iota
	// RoleHeading is the heading of what follows.
	RoleHeading
	// RoleButton does something.
	RoleButton
	// RoleRadio is an option of which one is chosen.
	RoleRadio
	// RoleCheck is an option that is chosen by itself.
	RoleCheck
	// RoleGroup holds options under one name.
	RoleGroup
	// RoleSelect opens a list to choose one option from.
	RoleSelect
	// RoleField takes text of one line.
	RoleField
	// RoleLongField takes text of many lines.
	RoleLongField
	// RoleSecret takes text that is not shown and never read out.
	RoleSecret
	// RoleProgress says how far something has come.
	RoleProgress
	// RoleStatus is a short fact beside something else.
	RoleStatus
	// RoleStep is a place of the way that one can go to.
	RoleStep
	// RoleDialog holds the screen until it is answered.
	RoleDialog
)

// Accessible is what every widget of the kit tells about itself. The texts are
// in logical order, without control characters.
type Accessible interface {
	// Name is what the widget is called on screen.
	Name() string
	// Role is what kind of thing it is.
	Role() Role
	// Value is its present content: the text of a field, the chosen option of
	// a select, the words of a state, "true" or "false" for a choice; empty
	// where the name says all, and always for a secret.
	Value() string
}

// label is what Fyne hands to the system: name and value.
func label(a Accessible) string {
	if a.Value() == "" {
		return a.Name()
	}
	return a.Name() + ": " + a.Value()
}

// role is the nearest role that Fyne knows.
func role(a Accessible) fyne.AccessibleRole {
	switch a.Role() {
	case RoleButton, RoleRadio, RoleCheck, RoleSelect, RoleStep:
		return fyne.AccessibleRoleButton
	case RoleGroup, RoleDialog:
		return fyne.AccessibleRoleContainer
	case RoleText, RoleHeading, RoleField, RoleLongField, RoleSecret, RoleProgress, RoleStatus:
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleText
}
