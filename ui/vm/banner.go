package vm

import (
	"errors"
	"slices"
	"time"

	"recourse/i18n"
	"recourse/storage"
)

// Banner is something about the whole vault that the person should know, on every
// screen. What its buttons do is done by PressBanner.
type Banner struct {
	Tone    Tone
	Text    string
	Buttons []FormButton
}

// The banners.
const (
	bannerReadOnly = "read-only"
	bannerFound    = "found"
	bannerSheet    = "sheet"
	bannerEnding   = "ending"
	quietPrefix    = "quiet."
)

// note is the lasting fact in the bar.
func (a *App) note() string {
	switch {
	case a.nothing:
		return a.text("ui.nothing.note")
	case a.readOnly != nil:
		return a.text("ui.read-only.note")
	}
	return a.text("ui.encrypted")
}

// lockWords are the words of the button that locks.
func (a *App) lockWords() string {
	if a.nothing {
		return a.text("ui.nothing.end")
	}
	return a.text("ui.lock")
}

func (a *App) banners() []Banner {
	var out []Banner
	add := func(key string, tone Tone, text string, buttons ...FormButton) {
		if !a.quiet[key] {
			out = append(out, Banner{Tone: tone, Text: text, Buttons: buttons})
		}
	}
	button := func(key string, kind ButtonKind, words i18n.Key) FormButton {
		return FormButton{Key: key, Kind: kind, Text: a.text(words)}
	}
	if a.readOnly != nil {
		add(bannerReadOnly, Warn, a.readOnlyWords())
	}
	if a.nothing && a.idle >= a.idleLimit()-lastMinute {
		add(bannerEnding, Bad, a.text("ui.nothing.ending"))
	}
	if _, cases := a.places[len(a.places)-1].(*Cases); !cases {
		return out
	}
	if len(a.findings) > 0 {
		add(bannerFound, Warn, a.foundWords(), button(bannerFound, ButtonSecondary, "ui.found.look"), button(quietPrefix+bannerFound, ButtonQuiet, "ui.later"))
	}
	if a.sheetMissing() {
		add(bannerSheet, Soft, a.text("ui.sheet.remind"), button(bannerSheet, ButtonSecondary, "ui.sheet.make"), button(quietPrefix+bannerSheet, ButtonQuiet, "ui.later"))
	}
	return out
}

// lastMinute is how long before its end a vault that leaves nothing says so.
const lastMinute = time.Minute

// readOnlyWords say why nothing can be changed, and what to do.
func (a *App) readOnlyWords() string {
	key := i18n.Key("ui.read-only.medium")
	if errors.Is(a.readOnly, storage.ErrLocked) {
		key = "ui.read-only.second"
	}
	return a.text(key)
}

// foundWords say what was found at the opening of the vault.
func (a *App) foundWords() string {
	if slices.ContainsFunc(a.findings, func(f storage.Finding) bool { return f.Kind != storage.Copy }) {
		return a.text("ui.found.banner")
	}
	return a.text("ui.found.copies")
}

// sheetMissing tells whether the person has no recovery sheet that is known to
// work, and could have one.
func (a *App) sheetMissing() bool {
	return !a.nothing && a.readOnly == nil && !a.prefs.Proved
}

// PressBanner does what a button of a banner says.
func (a *App) PressBanner(key string) {
	if what, quiet := cut(key, quietPrefix); quiet {
		a.quiet[what] = true
		a.publish()
		return
	}
	if a.busy != "" || a.vault == nil {
		return
	}
	switch key {
	case bannerFound:
		a.enter(newFound(a, a.findings))
	case bannerSheet:
		a.enter(newSheet(a, false))
	}
	a.publish()
}
