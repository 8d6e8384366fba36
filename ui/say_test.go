package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit"
)

// What is new is said once, and a secret never.
func TestSpoken(t *testing.T) {
	test.NewTempApp(t)
	secret, name := kit.NewSecret(kit.LTR, "Passphrase", nil), kit.NewEntry(kit.LTR, "Name", "Ada\tL", nil)
	w := test.NewTempWindow(t, kit.NewPage(kit.NewColumn(4, kit.NewLabel(kit.LTR, kit.Heading, "Below"), kit.NewLabel(kit.LTR, kit.Title, "Who are you?"), secret, name)))
	var last kit.Said
	for _, c := range []struct {
		on   fyne.Focusable
		want string
	}{
		{secret, "heading\tWho are you?\nsecret\tPassphrase\n"}, {secret, ""}, {name, "field\tName: Ada L\n"}, {nil, ""},
	} {
		w.Canvas().Unfocus()
		if c.on != nil {
			w.Canvas().Focus(c.on)
			c.on.TypedRune('x')
			c.on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		now := kit.Say(w.Canvas())
		if got := spoken(last, now); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
		last = now
	}
	if kit.RoleDialog.String() == "" {
		t.Error("a role has no name")
	}
}
