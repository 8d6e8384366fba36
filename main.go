// Recourse is the desktop program: it opens the window on a vault.
//
//	recourse [-vault DIR | -leave-nothing] [-lang TAG] [-look LOOK] [-text PERCENT]
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

// asked is what the flags say.
type asked struct {
	vault, lang, look string
	nothing           bool
	text              int
}

func parse(args []string) (a asked, err error) {
	flags := flag.NewFlagSet("recourse", flag.ContinueOnError)
	flags.StringVar(&a.vault, "vault", "", "the `folder` of your cases")
	flags.BoolVar(&a.nothing, "leave-nothing", false, "keep cases in memory alone: at the end they are gone")
	flags.StringVar(&a.lang, "lang", "", "the `language` to begin with, such as fr; the system's if empty")
	flags.StringVar(&a.look, "look", "system", "the `colours`: system, light, dark, contrast or dark-contrast")
	flags.IntVar(&a.text, "text", 100, "the size of text in `percent`, 100 to 200")
	return a, flags.Parse(args)
}

// options reads the flags, and finds the folders that they do not name.
func options(args []string) (o ui.Options, p traces.Places, err error) {
	a, err := parse(args)
	if err != nil {
		return o, p, err
	}
	if o.Library, err = packs.OpenEmbedded(); err != nil {
		return o, p, err
	}
	program, err := os.Executable()
	if err != nil {
		return o, p, fmt.Errorf("find the program: %w", err)
	}
	if p, err = traces.Find(traces.Wish{Program: program, Vault: a.vault, LeaveNothing: a.nothing}, storage.Exists); err != nil {
		return o, p, err
	}
	o.Vault, o.Exports, o.Cache, o.Config = p.Vault, p.Exports, p.Cache, p.Config
	o.LeaveNothing, o.Portable, o.Version = p.LeaveNothing, p.Portable, version
	if a.lang != "" {
		if o.Language, err = i18n.ParseTag(a.lang); err != nil {
			return o, p, fmt.Errorf("-lang: %w", err)
		}
	}
	if o.Variant, err = ui.ParseVariant(a.look); err != nil {
		return o, p, fmt.Errorf("-look: %w", err)
	}
	o.Scale = float32(a.text) / 100
	return o, p, nil
}

// version is the release this program is or leads to, that of FyneApp.toml.
const version = "0.1.0"
