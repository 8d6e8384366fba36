// Recourse is the desktop program: it opens the window on a vault.
//
//	recourse [-vault DIR | -leave-nothing] [-lang TAG] [-look LOOK] [-text PERCENT] [-say]
//
// Beside a file that is called recourse.portable it keeps everything on the medium
// that it lies on; beside one that is called recourse.leave-nothing it keeps
// nothing. Package traces has the words for both.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"fyne.io/fyne/v2/app"

	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/offline"
	"recourse/storage"
	"recourse/traces"
	"recourse/ui"
)

func main() {
	defer traces.Guard(os.Stderr, os.Exit)
	if err := offline.Enforce(); err != nil {
		fmt.Fprintf(os.Stderr, "recourse: %v\n", err) // the rest of the promise holds
	}
	_ = storage.NoDumps() // where the system has no such switch there is nothing to do
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "recourse: %v\n", err)
		os.Exit(2)
	}
}

func run(args []string) (err error) {
	o, places, err := options(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	free, err := places.Settle()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, free()) }()
	o.End = free
	ui.Run(app.NewWithID("org.recourse.desktop"), o)
	return nil
}

// wish is what the flags ask for.
type wish struct {
	vault, lang, look string
	nothing, say      bool
	text              int
}

// options reads the flags, and finds the folders that they do not name.
func options(args []string) (ui.Options, traces.Places, error) {
	w, err := read(args)
	if err != nil {
		return ui.Options{}, traces.Places{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return ui.Options{}, traces.Places{}, fmt.Errorf("find the program: %w", err)
	}
	p, err := traces.Find(traces.Wish{Program: program, Vault: w.vault, LeaveNothing: w.nothing}, storage.Exists)
	if err != nil {
		return ui.Options{}, traces.Places{}, err
	}
	o, err := w.window(p)
	return o, p, err
}

// read reads the flags.
func read(args []string) (w wish, err error) {
	flags := flag.NewFlagSet("recourse", flag.ContinueOnError)
	flags.StringVar(&w.vault, "vault", "", "the `folder` of your cases")
	flags.BoolVar(&w.nothing, "leave-nothing", false, "keep cases in memory alone: at the end they are gone")
	flags.StringVar(&w.lang, "lang", "", "the `language` to begin with, such as fr; the system's if empty")
	flags.StringVar(&w.look, "look", "system", "the `colours`: system, light, dark, contrast or dark-contrast")
	flags.IntVar(&w.text, "text", 100, "the size of text in `percent`, 100 to 200")
	flags.BoolVar(&w.say, "say", false, "write what has the keyboard, and what the person is told, to standard output: a role, a tab, its words")
	return w, flags.Parse(args)
}

// window is what the window works with.
func (w wish) window(p traces.Places) (ui.Options, error) {
	library, err := packs.OpenEmbedded()
	if err != nil {
		return ui.Options{}, err
	}
	o := ui.Options{Library: library, Vault: p.Vault, Exports: p.Exports, Cache: p.Cache, Config: p.Config, Home: p.Home, Portable: p.Portable,
		LeaveNothing: p.LeaveNothing, Version: version, Scale: float32(w.text) / 100}
	if w.lang != "" {
		if o.Language, err = i18n.ParseTag(w.lang); err != nil {
			return ui.Options{}, fmt.Errorf("-lang: %w", err)
		}
	}
	if o.Variant, err = ui.ParseVariant(w.look); err != nil {
		return ui.Options{}, fmt.Errorf("-look: %w", err)
	}
	if w.say {
		o.Say = os.Stdout
	}
	return o, nil
}

// version is the release this program is or leads to, that of FyneApp.toml.
const version = "0.1.0"
