package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unwanted is what no text file of the repository may hold, with the reason.
var unwanted = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`(^|[^\w./-])/(work|root)/`), "a path of one machine"},
	{regexp.MustCompile(`(^|[^\w./-])/home/[a-z]`), "a path of one person"},
	{regexp.MustCompile(`(^|[^\w.])\.\./shared\b`), "a path outside the repository"},
	{regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|HA` + `CK)\b`), "work left undone belongs into an issue, not into a file"},
	{regexp.MustCompile(`(?i)\b(proxy\.gol` + `ang\.org|deb\.deb` + `ian\.org|registry\.npm` + `js\.org)\b`), "the host of a registry is the business of each machine"},
	{regexp.MustCompile(`^(<{7}|>{7})( |$)`), "a conflict that nobody settled"},
}

// The repository speaks of the project alone, on any machine.
func TestNoUnwantedWords(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", "dist"}, d.Name()):
			return filepath.SkipDir
		case d.IsDir() || !d.Type().IsRegular() || d.Name() == ".git": // a file in a linked work tree
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		report(t, unwantedWords(path, data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Errorf("looked into %d files only", files)
	}
}

func unwantedWords(name string, data []byte) []string {
	if bytes.IndexByte(data, 0) >= 0 {
		return nil // no text
	}
	var faults []string
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		for _, u := range unwanted {
			if word := u.pattern.FindString(strings.TrimRight(line, "\n")); word != "" {
				faults = append(faults, fmt.Sprintf("%s:%d has %q: %s", name, number, word, u.why))
			}
		}
	}
	return faults
}

// The search finds what it forbids, and lets ordinary text pass.
func TestUnwantedWordsAreFound(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"machine", "see /wo" + "rk/main", "one machine"},
		{"person", "in /ho" + "me/anna", "one person"},
		{"outside", "../sha" + "red/notes", "outside the repository"},
		{"undone", "// TO" + "DO: later", "undone"},
		{"conflict", strings.Repeat("<", 7) + " mine", "nobody settled"},
	} {
		t.Run(c.name, func(t *testing.T) { found(t, unwantedWords("a.md", []byte(c.line+"\n")), c.want) })
	}
	for _, line := range []string{"https://example.org/work/1", "the shared facts", "a/home/b", "hackers"} {
		if faults := unwantedWords("a.md", []byte(line)); len(faults) > 0 {
			t.Errorf("%q: %q", line, faults)
		}
	}
}
