// Recourse is the desktop program: it opens the window on a vault.
//
//	recourse [-vault DIR] [-lang TAG] [-look LOOK] [-text PERCENT] [-say]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/app"

	"recourse/forms/packs"
	"recourse/i18n"
	"recourse/offline"
	"recourse/storage"
	"recourse/ui"
)

func main() {
	if err := offline.Enforce(); err != nil {
		fmt.Fprintf(os.Stderr, "recourse: %v\n", err) // the rest of the promise holds
	}
	_ = storage.NoDumps() // where the system has no such switch there is nothing to do
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "recourse: %v\n", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	o, err := options(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	ui.Run(app.NewWithID("org.recourse.desktop"), o)
	return nil
}

// options reads the flags, and finds the folders that they do not name.
func options(args []string) (ui.Options, error) {
	flags := flag.NewFlagSet("recourse", flag.ContinueOnError)
	vault := flags.String("vault", "", "the `folder` of your cases")
	lang := flags.String("lang", "", "the `language` to begin with, such as fr; the system's if empty")
	look := flags.String("look", "system", "the `colours`: system, light, dark, contrast or dark-contrast")
	text := flags.Int("text", 100, "the size of text in `percent`, 100 to 200")
	say := flags.Bool("say", false, "write what has the keyboard to standard output: a role, a tab, its words")
	if err := flags.Parse(args); err != nil {
		return ui.Options{}, err
	}
	library, err := packs.OpenEmbedded()
	if err != nil {
		return ui.Options{}, err
	}
	o := ui.Options{Library: library, Vault: *vault, Exports: exports(), Cache: cache()}
	if *lang != "" {
		if o.Language, err = i18n.ParseTag(*lang); err != nil {
			return ui.Options{}, fmt.Errorf("-lang: %w", err)
		}
	}
	if o.Variant, err = ui.ParseVariant(*look); err != nil {
		return ui.Options{}, fmt.Errorf("-look: %w", err)
	}
	o.Scale = float32(*text) / 100
	if *say {
		o.Say = os.Stdout
	}
	if o.Vault == "" {
		o.Vault, err = home()
	}
	return o, err
}

// home is the folder of the vault where none is named.
func home() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find a folder for the vault, or name one with -vault: %w", err)
	}
	return filepath.Join(config, "recourse", "vault"), nil
}

// cache is the folder for compiled code; "" where the system has none.
func cache() string {
	own, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(own, "recourse")
}

// exports is the folder that is offered for documents: Documents, where there is
// one, else the person's own.
func exports() string {
	own, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	documents := filepath.Join(own, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		return documents
	}
	return own
}
