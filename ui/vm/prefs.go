package vm

import (
	"encoding/json"
	"slices"
	"time"

	"recourse/forms"
	"recourse/i18n"
)

// prefs are what the program remembers of itself in the vault. What a later
// version adds is passed over.
type prefs struct {
	Language Tag     `json:"language,omitempty"`
	Digits   Digits  `json:"digits,omitempty"` // of all that is shown, where the language has them
	Colours  Colours `json:"colours,omitempty"`
	Text     int     `json:"text,omitempty"` // size of text, in hundredths
	Idle     int     `json:"idle,omitempty"` // minutes until the vault locks itself
	Width    int     `json:"width,omitempty"`
	Height   int     `json:"height,omitempty"`
	Proved   bool    `json:"proved,omitempty"` // the key of the recovery sheet was typed back
	Last     spot    `json:"last,omitzero"`
}

// spot is where the person was.
type spot struct {
	Case      string      `json:"case,omitempty"`
	Procedure ProcedureID `json:"procedure,omitempty"`
	At        Path        `json:"at,omitempty"`
	Check     bool        `json:"check,omitempty"`
	Facts     bool        `json:"facts,omitempty"` // at the facts, before a procedure
}

// Colours are a set of colours of the window.
type Colours string

// The sets of colours.
const (
	ColoursSystem   Colours = "system" // light or dark, as the system has it
	ColoursLight    Colours = "light"
	ColoursDark     Colours = "dark"
	ColoursContrast Colours = "contrast"
	ColoursNight    Colours = "dark-contrast"
)

func allColours() []Colours {
	return []Colours{ColoursSystem, ColoursLight, ColoursDark, ColoursContrast, ColoursNight}
}

// textSizes are the sizes of text that can be chosen, in hundredths.
func textSizes() []int { return []int{100, 115, 130, 150, 175, 200} }

// idleTimes are the times until the vault locks itself, in minutes.
func idleTimes() []int { return []int{1, 2, 5, 10, 15, 30} }

// usualIdle is the time if nobody chose another.
const usualIdle = 5

// defaults are the settings of a new vault, and of the time before one is open.
func defaults() prefs {
	return prefs{Digits: i18n.Western, Colours: ColoursSystem, Text: 100, Idle: usualIdle}
}

// sound replaces what cannot be, as where a file was written by another version.
func (p prefs) sound() prefs {
	d := defaults()
	if !slices.Contains(allColours(), p.Colours) {
		p.Colours = d.Colours
	}
	if !slices.Contains(allDigits(), p.Digits) {
		p.Digits = d.Digits
	}
	if p.Text < 100 || p.Text > 200 {
		p.Text = d.Text
	}
	if p.Idle < 1 || p.Idle > 30 {
		p.Idle = d.Idle
	}
	if p.Width < leastWidth || p.Height < leastHeight || p.Width > mostSide || p.Height > mostSide {
		p.Width, p.Height = 0, 0
	}
	return p
}

// The bounds of a size of the window that is remembered.
const (
	leastWidth  = 640
	leastHeight = 400
	mostSide    = 20000
)

// readPrefs reads the settings of a vault; what cannot be read is as usual.
func readPrefs(v Vault) prefs {
	p := defaults()
	data, err := v.Settings()
	if err != nil || len(data) == 0 || json.Unmarshal(data, &p) != nil {
		return defaults()
	}
	return p.sound()
}

// Look is how the window looks.
type Look struct {
	Colours Colours
	Text    int // size of text, in hundredths
	Width   int // the size of the window that is remembered; 0 for none
	Height  int
}

func (a *App) lookOf() Look {
	return Look{Colours: a.prefs.Colours, Text: a.prefs.Text, Width: a.width, Height: a.height}
}

// noteSize remembers the size that the window has.
func (a *App) noteSize() {
	if width, height := a.w.Size(); width > 0 {
		a.prefs.Width, a.prefs.Height = width, height
	}
}

// take takes an open vault and what it remembers.
func (a *App) take(v Vault, p prefs) {
	a.vault = v
	a.readOnly, a.findings = v.ReadOnly(), v.Findings()
	a.prefs, a.width, a.height = p, p.Width, p.Height
	tag := a.tag
	if _, set := a.languages(p.Language); set && !a.spoke {
		tag = p.Language
	}
	a.speak(tag)
	a.prefs.Language = a.tag
	a.kept = p
	a.quiet = map[string]bool{}
	a.watch()
}

// remember writes the settings into the vault, if they have changed. What fails
// here is tried again at the end, and costs no more than a setting.
func (a *App) remember() {
	if do := a.remembering(); do != nil {
		a.w.Dispatch.Go(func() func() {
			do()
			return func() {}
		})
	}
}

// remembering is the work of writing the settings; nil where there is none.
func (a *App) remembering() func() {
	if a.vault == nil || a.readOnly != nil || a.prefs == a.kept {
		return nil
	}
	v, p := a.vault, a.prefs
	data, err := json.Marshal(p)
	if err != nil {
		return nil
	}
	a.kept = p
	return func() { _ = v.SaveSettings(data) }
}

// noteSpot remembers where the person is.
func (a *App) noteSpot() {
	a.prefs.Last = spot{}
	if v := a.Interview(); v != nil && a.file != nil {
		a.prefs.Last = spot{Case: a.file.c.ID, Procedure: v.p.ID, At: v.at, Check: open[*Check](a) != nil, Facts: v.facts}
		if v.facts && a.Asking() == nil { // at the routes
			a.prefs.Last.At = ""
		}
	}
}

// goBack opens what the person had open last, once the list of cases is there.
func (a *App) goBack() {
	s := a.prefs.Last
	c := a.Cases()
	if c == nil || s.Case == "" || a.busy != "" {
		return
	}
	a.prefs.Last = spot{}
	if s.Facts {
		c.opened(s.Case, func(forms.Case) {
			a.askFacts()
			if s.At != "" {
				v := a.newFacts()
				a.restart(v)
				v.GoTo(s.At)
			}
		})
		return
	}
	if _, known := a.procedure(s.Procedure); !known {
		s.Procedure = ""
	}
	c.openThen(s.Case, s.Procedure, func(v *Interview) {
		if s.At != "" {
			v.GoTo(s.At)
		}
		if s.Check {
			a.openCheck()
		}
	})
}

// idleLimit is after how long without use the vault locks itself.
func (a *App) idleLimit() time.Duration { return time.Duration(a.prefs.Idle) * time.Minute }
