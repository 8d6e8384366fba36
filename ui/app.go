// Package ui is the window of Recourse: it puts the view-models and the screens
// together on a fyne.App that it is given. Call Run; it returns when the window
// is closed.
package ui

import (
	"encoding/json"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/storage"
	"recourse/traces"
	"recourse/ui/preview"
	"recourse/ui/screens"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// Options says what the window works with.
type Options struct {
	Library  *packs.Library
	Vault    string   // the folder of the vault
	Exports  string   // the folder that is offered for documents
	Cache    string   // the folder for compiled code, which tells nothing of cases; "" keeps none
	Language i18n.Tag // the wanted one; "" for the system's
	Config   string   // the folder for the little that is kept outside of the vault, such as the language; "" keeps none
	Home     string   // the person's own folder, where choosing a file begins; "" for none
	Portable bool     // the vault and the program are on one medium
	// LeaveNothing keeps cases in memory alone, and offers nothing else.
	LeaveNothing bool
	Version      string
	// End is what is done before the program ends at once, where a person leaves
	// quickly; nil for nothing.
	End     func() error
	Variant theme.Variant
	Scale   float32   // of the text; 0 for 1
	Say     io.Writer // is told what has the keyboard; nil for nobody
}

// title is the name of the window, the same in every language.
const title = "Recourse"

// The size of the window at the start, as the design has it.
const (
	windowWidth  = 1280
	windowHeight = 820
)

// restAfter is the time without pictures after which what draws them gives its memory
// back.
const restAfter = 10 * time.Second

// collectAt lets the collector of memory begin when half as much was added as is in
// use. The default is twice that, and the window holds little but works with much.
const collectAt = 50

// Run shows the window. Where a person closes it, or the system asks for the end, the
// program ends with it.
func Run(a fyne.App, o Options) {
	debug.SetGCPercent(collectAt)
	w := New(a, o)
	w.ShowAndRun()
}

// New makes the window without showing it.
func New(a fyne.App, o Options) fyne.Window {
	refuseWeb()
	looks := NewLooks(a.Settings(), runtime.GOOS)
	looks.SetLook(o.Variant, o.Scale)
	pictures := preview.NewResting(o.Cache, restAfter)
	w := a.NewWindow(title)
	outside := world(o, pictures)
	outside.Rim = rim(a, w, o)
	program := vm.New(outside, o.Vault, wanted(o.Language, recalled(o.remembered())))
	feed(program.View().Language)
	root := screens.NewRoot(program, w.Canvas())
	program.OnChange(func(v vm.View) { feed(v.Language) })
	w.SetPadded(false)
	w.SetContent(root.Content())
	w.Resize(fyne.NewSize(windowWidth, windowHeight))
	w.SetMaster()
	program.OnChange(follow(looks, w, program.View().Look))
	shortcuts(w.Canvas(), program, root)
	watch(w.Canvas(), root, program)
	w.SetOnDropped(func(at fyne.Position, files []fyne.URI) { root.Drop(at, paths(files)) })
	leave := func() { program.Close(func() { end(o.End, os.Exit) }) }
	w.SetCloseIntercept(leave)
	a.Lifecycle().SetOnStarted(func() { hear(leave) })
	done := make(chan struct{})
	w.SetOnClosed(func() {
		close(done)
		_ = pictures.Close() // the window goes, however that ends
	})
	if o.Say != nil {
		go func() {
			defer traces.Guard(os.Stderr, os.Exit)
			say(w.Canvas(), o.Say, done)
		}()
	}
	root.Begin()
	return w
}

func world(o Options, pictures vm.Pictures) vm.World {
	return vm.World{Library: o.Library, Pictures: pictures, Vaults: vaults(o), LeaveNothing: o.LeaveNothing, Dispatch: dispatch{}, Now: time.Now, After: after,
		Exports: o.Exports, NewID: vm.NewID, Write: func(path string, data []byte) error { return storage.WriteFile(path, data, 0o600) },
		Stream: func(path string, produce func(io.Writer) error) error {
			return storage.WriteStream(path, 0o600, produce)
		},
		Files: files{o.Home}}
}

// vaults are those in folders, or one in memory where nothing is to be left.
func vaults(o Options) vm.Vaults {
	if o.LeaveNothing {
		return vm.InMemory{}
	}
	return vm.Disk{}
}

// dispatch runs long work beside the window.
type dispatch struct{}

// Go implements vm.Dispatch.
func (dispatch) Go(work func() (then func())) {
	go func() {
		defer traces.Guard(os.Stderr, os.Exit)
		then := work()
		fyne.Do(then)
	}()
}

func after(d time.Duration, do func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(do) })
	return func() { t.Stop() }
}

// wanted is the language to begin with: the one asked for, else the one of the last
// time, else the system's.
func wanted(asked, last i18n.Tag) i18n.Tag {
	if asked != "" {
		return asked
	}
	if last != "" {
		return last
	}
	tag, err := i18n.ParseTag(lang.SystemLocale().LanguageString())
	if err != nil {
		return ""
	}
	return tag
}

// shortcuts lets the whole interview be walked from the keyboard: Ctrl+Enter or
// Alt+Right goes on, Alt+Left goes back; Alt+Up and Alt+Down move an item of a list.
func shortcuts(on fyne.Canvas, program *vm.App, root *screens.Root) {
	on.AddShortcut(shortcut(fyne.KeyUp), func(fyne.Shortcut) { root.MoveItem(-1) })
	on.AddShortcut(shortcut(fyne.KeyDown), func(fyne.Shortcut) { root.MoveItem(1) })
	on.AddShortcut(shortcut(fyne.KeyReturn), func(fyne.Shortcut) { forward(program) })
	on.AddShortcut(shortcut(fyne.KeyRight), func(fyne.Shortcut) { forward(program) })
	on.AddShortcut(shortcut(fyne.KeyLeft), func(fyne.Shortcut) { backward(program) })
}

func forward(program *vm.App) {
	if f := program.Form(); f != nil {
		f.Press("go")
		return
	}
	if v := program.Asking(); v != nil {
		v.Continue()
	}
}

func backward(program *vm.App) {
	switch {
	case program.Form() != nil:
		program.Form().Back()
	case program.Check() != nil:
		program.Check().Back()
	case program.Routes() != nil:
		program.Routes().Back()
	case program.Asking() != nil:
		program.Asking().Back()
	}
}

// shortcut is the key with the modifier that goes with it.
func shortcut(key fyne.KeyName) *desktop.CustomShortcut {
	if key == fyne.KeyReturn {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// builtIn maps the words that Fyne has of its own, in the menus of fields and of
// the window, to the keys of our catalogs.
func builtIn() map[string]i18n.Key {
	return map[string]i18n.Key{"Copy": "fyne.copy", "Cut": "fyne.cut", "Paste": "fyne.paste", "Select all": "fyne.select-all",
		"Undo": "ui.undo", "Redo": "fyne.redo", "Quit": "fyne.quit", "Cancel": "ui.cancel", "Open": "ui.open", "Save": "ui.save",
		"Yes": "ui.yes", "No": "ui.no"}
}

// feed gives Fyne its own words in a language. Fyne looks them up under the
// language of the system, so that is where they go.
func feed(tag i18n.Tag) {
	t, ok := i18n.Locale(tag)
	if !ok {
		return
	}
	words := map[string]string{}
	for fyneKey, ours := range builtIn() {
		words[fyneKey] = t.Text(ours, nil)
	}
	data, err := json.Marshal(words)
	if err != nil {
		return
	}
	if err := lang.AddTranslationsForLocale(data, lang.SystemLocale()); err != nil {
		fyne.LogError("the words of Fyne in "+string(tag), err)
	}
}
