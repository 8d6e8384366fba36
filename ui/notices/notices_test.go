package notices

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Every module that a program is built of, on each system, is there in the version
// of go.mod with the words of its licence; and none is there that is not used.
func TestEveryModuleHasItsLicence(t *testing.T) {
	var used []string
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := exec.Command("go", "list", "-e", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".", "./cmd/recourse-cli")
		list.Dir, list.Env = "../..", append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		text, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" {
				used = append(used, line)
			}
		}
	}
	slices.Sort(used)
	used = slices.Compact(used)
	if len(used) < 30 {
		t.Fatalf("only %d modules are used", len(used))
	}
	var there []string
	for _, n := range All() {
		if strings.Contains(n.Name, " v") {
			there = append(there, n.Name)
		}
	}
	for _, name := range used {
		if !slices.Contains(there, name) {
			t.Errorf("%s has no notice: run go run ui/notices/generate.go", name)
		}
	}
	for _, name := range there {
		if !slices.Contains(used, name) {
			t.Errorf("%s is not used any more: run go run ui/notices/generate.go", name)
		}
	}
}

// Every part has a name, a licence and its words; and what is no module is there.
func TestNoticesAreWhole(t *testing.T) {
	words := map[string]string{"Recourse": "Apache License", "Go": "Copyright 2009 The Go Authors", "PDFium": "The PDFium Authors", "PDFium: FreeType": "FreeType Project LICENSE",
		"PDFium: libjpeg-turbo": "Independent JPEG", "PDFium: ICU": "Unicode, Inc.", "PDFium: Little CMS": "Marti Maria", "PDFium: OpenJPEG": "Redistributions", "PDFium: zlib": "Jean-loup Gailly",
		"PDFium: Abseil": "Apache License", "Recourse Sans, made of Noto Sans": "SIL OPEN FONT LICENSE", "Noto typefaces of documents": "SIL OPEN FONT LICENSE",
		"Droid Sans Fallback": "Apache", "Words of passphrases, Electronic Frontier Foundation": "Creative Commons", "Thai and Khmer words, ICU": "Unicode", "GLFW": "Marcus Geelnard"}
	for _, n := range All() {
		if n.Name == "" || n.Licence == "" || len(n.Text) < 200 || strings.Contains(n.Text, mark) {
			t.Errorf("%q under %q has %d bytes", n.Name, n.Licence, len(n.Text))
		}
		if want, ok := words[n.Name]; ok {
			if !strings.Contains(n.Text, want) {
				t.Errorf("%s says nothing of %q", n.Name, want)
			}
			delete(words, n.Name)
		}
	}
	for name := range words {
		t.Errorf("%s is missing", name)
	}
}
