package vm

import "recourse/i18n"

// FormScreen is a page of texts, fields and buttons, one below the other: the
// first start, unlocking, settings and all that takes care of the vault.
type FormScreen struct {
	Key   string // which page it is: another key is another page
	Card  bool   // alone in the middle of the window
	Step  string // such as "Step 2 of 4"; "" for none
	Title string
	Lead  string
	Parts []FormPart
	Back  string // words of the way back; "" for none
}

// FormPart is one thing on a form. Which of its fields count says its kind.
type FormPart struct {
	Key     string // by which Set, Choose and Press know it
	Kind    FormKind
	Text    string // the words, or the name of a field
	Hint    string
	Value   string // of a field, when the page comes
	Tone    Tone
	Lines   []string // of points and of words to write down
	Options []Option
	Buttons []FormButton
	Problem *Message // with a field, or of the page
	Shown   bool     // a secret is readable
	Toggle  string   // the words that show a secret, or hide it
	Share   float32  // of what is being done, 0 to 1; below 0 where it is not known
	LTR     bool     // a path or a key reads from left to right in every language
	Small   bool     // buttons in the size of captions
}

// FormKind is what a part of a form is.
type FormKind uint8

// The kinds of parts.
const (
	FormText     FormKind = iota // running text
	FormHint                     // second text
	FormHeading                  // begins a group
	FormNotice                   // with its tone
	FormPoints                   // a list: what holds, in good tone, or what does not
	FormWords                    // words to write down, large
	FormField                    // is typed in
	FormSecret                   // is typed in unseen
	FormRadio                    // one of several, each on a card
	FormSelect                   // one of several, in a list that opens
	FormButtons                  // beside one another
	FormButtonUp                 // one over the whole width: the first of Buttons
	FormBusy                     // what is being done, and how far it is
	FormProblem                  // what went wrong
	FormFigures                  // names and values: Lines in pairs
	FormRule                     // a hairline
	FormMore                     // a large choice, each option one press: Options
)

// FormButton is a button of a form.
type FormButton struct {
	Key  string
	Text string // a verb
	Kind ButtonKind
	Off  bool
}

// ButtonKind is the weight of a button.
type ButtonKind uint8

// The weights.
const (
	ButtonPrimary ButtonKind = iota // the one next step; enter in a field presses it too
	ButtonSecondary
	ButtonQuiet // looks like a link
	ButtonSoft  // looks like a link of less weight
)

// Form is a place that shows a FormScreen.
type Form interface {
	// Set takes what stands in a field, as it was typed.
	Set(key, text string)
	// Choose takes an option by its code.
	Choose(key, code string)
	// Press does what a button says.
	Press(key string)
	// Back goes back, where the screen offers it.
	Back()
}

// Form is the form on screen; nil for none.
func (a *App) Form() Form { return here[formPlace](a) }

// formPlace is a place that shows a form.
type formPlace interface {
	place
	Form
}

// form is what all forms have. A place embeds it and writes its screen.
type form struct {
	a       *App
	typed   map[string]string // what stands in its fields
	shown   map[string]bool   // the secrets that are readable
	problem fault             // the last one
	at      string            // the field that the problem is about; "" for all
}

func newForm(a *App) form { return form{a: a, typed: map[string]string{}, shown: map[string]bool{}} }

// speak changes nothing: a form takes its words when it is shown.
func (f *form) speak() {}

// Set keeps what was typed.
func (f *form) Set(key, text string) { f.typed[key] = text }

// Choose does nothing: a form with choices has its own.
func (f *form) Choose(string, string) {}

// Back leaves the form.
func (f *form) Back() {
	if f.a.busy == "" {
		f.a.leavePlace()
		f.a.publish()
	}
}

// languagePrefix stands before a language in the key of a button.
const languagePrefix = "language."

// keys that several forms know.
const (
	keyToggle   = "toggle."
	keyCancel   = "cancel"
	keyGo       = "go"
	keyLater    = "later"
	keyPath     = "path"
	keyLanguage = "language"
)

// common does what a key does on every form, and tells whether it is one.
func (f *form) common(key string) bool {
	if tag, ok := cut(key, languagePrefix); ok {
		f.a.SetLanguage(Tag(tag))
		return true
	}
	if field, ok := cut(key, keyToggle); ok {
		f.shown[field] = !f.shown[field]
		f.a.publish()
		return true
	}
	if key == keyCancel {
		f.a.cancel()
		return true
	}
	return false
}

func cut(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || s[:len(prefix)] != prefix {
		return "", false
	}
	return s[len(prefix):], true
}

// fail says what went wrong at a field, or on the whole page.
func (f *form) fail(at string, why fault) {
	f.at, f.problem = at, why
	f.a.publish()
}

// clear takes back what went wrong.
func (f *form) clear() { f.at, f.problem = "", "" }

// words are the words of the problem at a field; nil for none.
func (f *form) words(at string) *Message {
	if f.problem == "" || f.at != at {
		return nil
	}
	m := f.problem.words(f.a.t)
	return &m
}

// field is a field that is typed in.
func (f *form) field(key string, name, hint i18n.Key, value string) FormPart {
	if _, typed := f.typed[key]; !typed {
		f.typed[key] = value
	}
	p := FormPart{Key: key, Kind: FormField, Text: f.a.text(name), Value: f.typed[key], Problem: f.words(key)}
	if hint != "" {
		p.Hint = f.a.text(hint)
	}
	return p
}

// path is a field for a folder and a file name.
func (f *form) path(name, hint i18n.Key, offered string) FormPart {
	p := f.field(keyPath, name, hint, offered)
	p.LTR = true
	return p
}

// secret is a field whose text is not seen unless the person wants to see it.
func (f *form) secret(key string, name, hint i18n.Key) FormPart {
	p := f.field(key, name, hint, "")
	p.Kind, p.Shown = FormSecret, f.shown[key]
	p.Toggle = f.a.text("ui.secret.show")
	if p.Shown {
		p.Toggle = f.a.text("ui.secret.hide")
	}
	return p
}

func (f *form) line(kind FormKind, key i18n.Key) FormPart {
	return FormPart{Kind: kind, Text: f.a.text(key)}
}

func (f *form) notice(tone Tone, text string) FormPart {
	return FormPart{Kind: FormNotice, Tone: tone, Text: text}
}

// button is a button by its words.
func (f *form) button(key string, kind ButtonKind, words i18n.Key) FormButton {
	return FormButton{Key: key, Kind: kind, Text: f.a.text(words)}
}

func buttons(list ...FormButton) FormPart { return FormPart{Kind: FormButtons, Buttons: list} }

// state is what is being done, and what went wrong on the page.
func (f *form) state() []FormPart {
	var out []FormPart
	if f.a.busy != "" {
		busy := FormPart{Kind: FormBusy, Text: f.a.text(f.a.busy), Share: f.a.share}
		if f.a.stoppable {
			busy.Buttons = []FormButton{f.button(keyCancel, ButtonSecondary, "ui.cancel")}
		}
		out = append(out, busy)
	}
	if m := f.words(""); m != nil {
		out = append(out, FormPart{Kind: FormProblem, Problem: m})
	}
	return out
}

// languages are the languages in their own scripts, as links.
func (f *form) languages() FormPart {
	p := FormPart{Kind: FormButtons, Small: true}
	for _, tag := range i18n.Locales() {
		kind := ButtonQuiet
		if tag == f.a.tag {
			kind = ButtonSoft
		}
		p.Buttons = append(p.Buttons, FormButton{Key: languagePrefix + string(tag), Text: i18n.Self(tag), Kind: kind})
	}
	return p
}
