package traces

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// person makes a computer of a person for a test: a home, and a folder with the
// program beside the given files.
func person(t *testing.T, beside ...string) (home string, w Wish) {
	t.Helper()
	home, stick := t.TempDir(), t.TempDir()
	for name, value := range variables(home, os.Getenv, there) {
		t.Setenv(name, value)
	}
	t.Setenv("XDG_RUNTIME_DIR", "")
	for _, name := range beside {
		if err := os.WriteFile(filepath.Join(stick, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return home, Wish{Program: filepath.Join(stick, "recourse")}
}

func no(string) bool  { return false }
func yes(string) bool { return true }

// TestFind proves where the program keeps what, by what it was asked for and what
// lies beside it.
func TestFind(t *testing.T) {
	type row struct {
		name     string
		beside   []string
		wish     Wish
		exists   func(string) bool
		portable bool
		nothing  bool
		apart    bool
		// of the paths: whether they are in the profile, on the stick, or ""
		vault, exports, cache, config string
	}
	for _, c := range []row{
		{"before there is a vault", nil, Wish{}, no, false, false, true, "home", "home", "", "home"},
		{"with a vault", nil, Wish{}, yes, false, false, false, "home", "home", "home", "home"},
		{"with a vault that is named", nil, Wish{Vault: "named"}, yes, false, false, false, "named", "home", "home", "home"},
		{"portable", []string{MarkPortable}, Wish{}, no, true, false, false, "stick", "stick", "", "stick"},
		{"portable, with a vault that is named", []string{MarkPortable}, Wish{Vault: "named"}, no, true, false, false, "named", "stick", "", "stick"},
		{"leaving nothing", nil, Wish{LeaveNothing: true}, yes, false, true, true, "", "home", "", ""},
		{"leaving nothing by its mark", []string{MarkLeaveNothing}, Wish{}, yes, false, true, true, "", "home", "", ""},
		{"portable and leaving nothing", []string{MarkPortable, MarkLeaveNothing}, Wish{}, yes, true, true, true, "", "stick", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, w := person(t, c.beside...)
			w.Vault, w.LeaveNothing = c.wish.Vault, c.wish.LeaveNothing
			p, err := Find(w, c.exists)
			if err != nil || p.Portable != c.portable || p.LeaveNothing != c.nothing || p.apart != c.apart {
				t.Fatalf("%+v, %v", p, err)
			}
			where := func(path string) string {
				switch {
				case path == "":
					return ""
				case strings.HasPrefix(path, home):
					return "home"
				case strings.HasPrefix(path, filepath.Dir(w.Program)):
					return "stick"
				}
				return path
			}
			got := []string{where(p.Vault), where(p.Exports), where(p.Cache), where(p.Config)}
			if want := []string{c.vault, c.exports, c.cache, c.config}; !slices.Equal(got, want) {
				t.Errorf("vault, exports, cache, config: %q, want %q", got, want)
			}
			for _, path := range []string{home, filepath.Dir(w.Program)} {
				if entries, _ := os.ReadDir(path); len(entries) != 0 && path == home || len(entries) > len(c.beside) {
					t.Errorf("looking has made %v in %s", entries, path)
				}
			}
		})
	}
	_, w := person(t)
	w.Vault, w.LeaveNothing = "named", true
	if _, err := Find(w, no); !errors.Is(err, ErrBoth) {
		t.Errorf("a vault that leaves nothing: %v", err)
	}
}

// TestDocumentsAreOffered proves that the folder of documents is offered where
// there is one.
func TestDocumentsAreOffered(t *testing.T) {
	home, w := person(t)
	folder := filepath.Join(home, "Documents")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if p, err := Find(w, yes); err != nil || p.Exports != folder {
		t.Errorf("%+v, %v", p, err)
	}
}

// TestAProgramInABundle proves that the medium of a bundle of macOS is the folder
// that people see it in.
func TestAProgramInABundle(t *testing.T) {
	for program, want := range map[string]string{"/stick/Recourse.app/Contents/MacOS/recourse": "/stick", "/stick/recourse": "/stick"} {
		if got := besideProgram(filepath.FromSlash(program)); got != filepath.FromSlash(want) {
			t.Errorf("%s: %s", program, got)
		}
	}
}

// TestSettle proves that what libraries take for folders of the person are folders
// on the medium, or folders in memory that are gone at the end, and that those of
// the person stay as they were; and that it is so for a medium that is read-only.
func TestSettle(t *testing.T) {
	full := func(t *testing.T, w Wish) { // a file where the folder should be
		if err := os.WriteFile(filepath.Join(filepath.Dir(w.Program), filesBeside), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name     string
		mark     string
		prepare  func(*testing.T, Wish)
		onMedium bool
	}{
		{"portable", MarkPortable, nil, true},
		{"portable on a medium that cannot be written", MarkPortable, full, false},
		{"leaving nothing", MarkLeaveNothing, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, w := person(t, c.mark)
			if c.prepare != nil {
				c.prepare(t, w)
			}
			p, err := Find(w, no)
			if err != nil {
				t.Fatal(err)
			}
			free, err := p.Settle()
			if err != nil {
				t.Fatal(err)
			}
			config, err := os.UserConfigDir()
			cache, cacheErr := os.UserCacheDir()
			own, homeErr := os.UserHomeDir()
			if errors.Join(err, cacheErr, homeErr) != nil {
				t.Fatal(err, cacheErr, homeErr)
			}
			if p.Home != home {
				t.Errorf("a file is chosen from %s", p.Home)
			}
			for _, path := range []string{config, cache, own, os.TempDir()} {
				if strings.HasPrefix(path, home) || strings.HasPrefix(path, filepath.Dir(w.Program)) != c.onMedium {
					t.Errorf("libraries write to %s", path)
				}
				if err := os.WriteFile(filepath.Join(path, "file"), nil, 0o600); err != nil {
					t.Error(err)
				}
			}
			if err := free(); err != nil || there(config) != c.onMedium {
				t.Errorf("at the end: %v, %s", err, config)
			}
			if entries, err := os.ReadDir(home); err != nil || len(entries) > 0 {
				t.Errorf("in the profile: %v, %v", entries, err)
			}
		})
	}
}

// TestAVaultInTheProfileChangesNothing proves that a person who keeps cases keeps
// what libraries know of them too.
func TestAVaultInTheProfileChangesNothing(t *testing.T) {
	home, w := person(t)
	p, err := Find(w, yes)
	if err != nil {
		t.Fatal(err)
	}
	free, err := p.Settle()
	if own, _ := os.UserHomeDir(); err != nil || own != home || free() != nil {
		t.Errorf("%s, %v", own, err)
	}
}

// TestTheDisplayStaysOpen proves that what opens the display is still found when
// the home is another folder, unless it is named already.
func TestTheDisplayStaysOpen(t *testing.T) {
	env := map[string]string{"HOME": "/person"}
	v := variables("/memory", func(name string) string { return env[name] }, yes)
	if got := v["XAUTHORITY"]; got != filepath.Join("/person", ".Xauthority") {
		t.Errorf("XAUTHORITY=%s", got)
	}
	env["XAUTHORITY"] = "/elsewhere"
	for _, exists := range []func(string) bool{yes, no} {
		if got, ok := variables("/memory", func(name string) string { return env[name] }, exists)["XAUTHORITY"]; ok {
			t.Errorf("XAUTHORITY=%s", got)
		}
	}
}

// TestWhatOthersHaveLeftIsSwept proves that a folder in memory of a process that
// was killed goes with the next start, and nothing else does.
func TestWhatOthersHaveLeftIsSwept(t *testing.T) {
	memory := t.TempDir()
	kept := []string{"recourse-1-x", "recourse-x-1", "recourse-99999999", "other-99999999-x"}
	for _, name := range append([]string{"recourse-99999999-x"}, kept...) {
		if err := os.MkdirAll(filepath.Join(memory, name, "deep"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	sweep(memory)
	sweep(filepath.Join(memory, "nowhere"))
	entries, err := os.ReadDir(memory)
	if err != nil || len(entries) != len(kept) {
		t.Errorf("%v, %v", entries, err)
	}
}
