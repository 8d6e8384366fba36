package vm

import "recourse/i18n"

// View is the whole window at one moment. Exactly one of the screens is
// set. It never changes; what follows on an event is another View.
type View struct {
	Language  Tag
	RTL       bool
	Look      Look
	ReadOnly  bool // nothing can be changed
	Bar       Bar
	Menu      FieldMenu
	Search    SearchWords
	Form      *FormScreen
	Cases     *CasesScreen
	Interview *InterviewScreen
	Check     *CheckScreen
	Chooser   *ChooserScreen
	Custody   *CustodyScreen
	Pause     *PauseScreen
	Routes    *RoutesScreen
	Pick      *PickScreen
	List      *ListScreen
	HandOver  *HandOverScreen
	Record    *RecordScreen
	Receive   *ReceiveScreen
}

// Bar is the top of the window.
type Bar struct {
	Product   string
	Trail     []string // where the person is: the case and the procedure
	Home      string   // words of the way back to the cases; "" on the cases themselves
	Note      string   // a lasting fact, such as that all is encrypted
	Saved     Saved
	Language  string // the name of the choice of languages
	Languages []Option
	Lock      string // words of the button; "" where nothing is open
	Settings  string // words of the button; "" where nothing is open
	Banners   []Banner
	Told      *Message // something that the window says; nil for nothing
	Dismiss   string   // takes it away
}

// FieldMenu is the words of the menu of a field that is typed in.
type FieldMenu struct{ Undo, Redo, Cut, Copy, Paste, SelectAll string }

// SearchWords is the words of a list that is searched.
type SearchWords struct{ Hint, None string }

// Option is one thing to choose.
type Option struct {
	Code   string
	Label  string
	Hint   string
	Also   []string // other words by which it is found
	Chosen bool
}

// Tone is the colour that goes with a word.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Soft       // a note
	Warn
	Bad
	Good
)

// Notice is something the person is told: what it is, what to do, and how far it
// is verified.
type Notice struct {
	Tone Tone
	Text string
	Do   string
	Mark string // with its source; "" where it states no law
}

// Deadline is a limit or a clock, with its counting.
type Deadline struct {
	Title string
	Kind  string // what such a limit means
	Day   string // in words, with the day of the week; or why there is none
	Left  string // how long still; "" where no day is known
	Tone  Tone
	Steps []string
	Notes []string // what is uncertain about the count
	Mark  string
}

// Pill is a short fact.
type Pill struct {
	Text string
	Tone Tone
}

// SaveState says whether what was typed is on the disk.
type SaveState uint8

// The states of saving.
const (
	NothingToSave SaveState = iota
	Unsaved                 // typed, not yet written
	Saving                  // being written
	IsSaved                 // on the disk
	SaveFailed              // not on the disk, and why
)

// Saved is the state of saving in words. Where it failed, Problem says why, and
// the labels are those of what can be done.
type Saved struct {
	State   SaveState
	Text    string
	Problem *Message
	Retry   string
	Copy    string // save as a new case; "" where that is no help
	Rescue  string // save a copy elsewhere
	Discard string // lock without saving; "" unless the person wanted to leave
}

func options(tags []Tag, chosen Tag) []Option {
	out := make([]Option, len(tags))
	for i, tag := range tags {
		out[i] = Option{Code: string(tag), Label: i18n.Self(tag), Chosen: tag == chosen}
	}
	return out
}
