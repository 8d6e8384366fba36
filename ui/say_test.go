package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recourse/ui/kit"
)

// What is new is said once, and a secret never; a question with the first thing
// that answers it; and what has the keyboard again where it is another of the same
// name.
func TestSpoken(t *testing.T) {
	test.NewTempApp(t)
	secret, name, again := kit.NewSecret(kit.LTR, "Passphrase", nil), kit.NewEntry(kit.LTR, "Name", "Ada\tL", nil), kit.NewEntry(kit.LTR, "Name", "Ada L", nil)
	w := test.NewTempWindow(t, kit.NewPage(kit.NewColumn(4, kit.NewLabel(kit.LTR, kit.Heading, "Below"), kit.NewLabel(kit.LTR, kit.Title, "Who are you?"), secret,
		kit.NewColumn(4, kit.NewLabel(kit.LTR, kit.Strong, "Your name"), name, again))))
	var last kit.Said
	for _, c := range []struct {
		on   fyne.Focusable
		want string
	}{
		{secret, "heading\tWho are you?\nsecret\tPassphrase\n"}, {secret, ""}, {name, "group\tYour name\nfield\tName: Ada L\n"},
		{again, "field\tName: Ada L\n"}, {secret, "group\tWho are you?\nsecret\tPassphrase\n"}, {nil, ""},
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

// What a person is told, and which option enter takes, are said when they are new.
func TestSpokenTold(t *testing.T) {
	now := kit.Said{Told: []kit.Told{{Text: "Saved"}, {Alert: true, Text: "No such day"}}, Option: "Belgium"}
	if got, want := spoken(kit.Said{}, now), "status\tSaved\nalert\tNo such day\noption\tBelgium\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := spoken(now, now); got != "" {
		t.Errorf("said again: %q", got)
	}
}
