package kit

// Unmask shows the text of a secret, or hides it again. It still cannot be copied.
func (e *Entry) Unmask(on bool) {
	if e.role != RoleSecret || e.unmasked == on {
		return
	}
	e.unmasked = on
	e.load()
	e.moved()
	e.Refresh()
}

// Unmasked reports whether the text of a secret is shown.
func (e *Entry) Unmasked() bool { return e.unmasked }

// masked reports whether dots stand for the text.
func (e *Entry) masked() bool { return e.role == RoleSecret && !e.unmasked }
