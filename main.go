// Recourse is the desktop program: it opens the window on a vault.
//
//	recourse [-vault DIR | -leave-nothing] [-lang TAG]
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
	ui.Run(app.NewWithID("org.recourse.desktop"), o)
	return nil
}

// options reads the flags, and finds the folders that they do not name.
func options(args []string) (ui.Options, traces.Places, error) {
	flags := flag.NewFlagSet("recourse", flag.ContinueOnError)
	vault := flags.String("vault", "", "the `folder` of your cases")
	nothing := flags.Bool("leave-nothing", false, "keep cases in memory alone: at the end they are gone")
	lang := flags.String("lang", "", "the `language` to begin with, such as fr; the system's if empty")
	if err := flags.Parse(args); err != nil {
		return ui.Options{}, traces.Places{}, err
	}
	library, err := packs.OpenEmbedded()
	if err != nil {
		return ui.Options{}, traces.Places{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return ui.Options{}, traces.Places{}, fmt.Errorf("find the program: %w", err)
	}
	p, err := traces.Find(traces.Wish{Program: program, Vault: *vault, LeaveNothing: *nothing}, storage.Exists)
	if err != nil {
		return ui.Options{}, traces.Places{}, err
	}
	o := ui.Options{Library: library, Vault: p.Vault, Exports: p.Exports, Cache: p.Cache, LeaveNothing: p.LeaveNothing}
	if *lang != "" {
		if o.Language, err = i18n.ParseTag(*lang); err != nil {
			return ui.Options{}, traces.Places{}, fmt.Errorf("-lang: %w", err)
		}
	}
	return o, p, nil
}
