package ui

import (
	"crypto/rand"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"fyne.io/fyne/v2"

	"recourse/i18n"
	"recourse/storage"
	"recourse/traces"
	"recourse/ui/notices"
	"recourse/ui/vm"
)

// rim is what the care of the vault takes from the machine.
func rim(a fyne.App, w fyne.Window, o Options) vm.Rim {
	return vm.Rim{Chance: rand.Reader, Clipboard: a.Clipboard(), Hide: w.Hide, Size: func() (int, int) { return int(w.Canvas().Size().Width), int(w.Canvas().Size().Height) },
		Quit:     func() { end(o.End, os.Exit) },
		Remember: func(t vm.Tag) { remember(o.remembered(), t) }, Portable: o.Portable, Version: o.Version, Notices: shown(notices.All())}
}

// hear leaves, as a person does who closes the window, where the system asks the
// program to end, as it does before it shuts down. Fyne would end at once then, with
// words that are not saved; so it no longer hears of it.
func hear(leave func()) {
	asked := make(chan os.Signal, 1)
	go func() {
		defer traces.Guard(os.Stderr, os.Exit)
		fyne.DoAndWait(func() {}) // Fyne begins to hear before its loop does; were it late, it would only end as it always has
		signal.Reset(os.Interrupt, syscall.SIGTERM)
		signal.Notify(asked, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
		for range asked {
			fyne.Do(leave)
		}
	}()
}

// end ends the program without waiting for the libraries of the window, which take
// longer than a person has who leaves quickly, and at times do not end at all.
func end(last func() error, exit func(int)) {
	if last != nil && last() != nil {
		exit(1)
		return
	}
	exit(0)
}

// shown are notices as the view-models have them.
func shown(list []notices.Notice) []vm.Notices {
	out := make([]vm.Notices, len(list))
	for i, n := range list {
		out[i] = vm.Notices(n)
	}
	return out
}

// remembered is the file in which the language is kept; "" for none.
func (o Options) remembered() string {
	if o.Config == "" || o.LeaveNothing {
		return ""
	}
	return filepath.Join(o.Config, "language")
}

// remember keeps the language in a file. It is a convenience: a failure costs one
// choice at the next start.
func remember(path string, tag i18n.Tag) {
	if path == "" {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
		_ = storage.WriteFile(path, []byte(tag+"\n"), 0o600)
	}
}

// recalled is the language that was kept; "" for none.
func recalled(path string) i18n.Tag {
	if path == "" {
		return ""
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	tag, err := i18n.ParseTag(strings.TrimSpace(string(data)))
	if err != nil {
		return ""
	}
	return tag
}
