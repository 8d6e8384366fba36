package build

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page on architecture stays short and names every package there is.
func TestArchitectureIsShortAndComplete(t *testing.T) {
	data, err := os.ReadFile("../docs/ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(data), "\n"); lines >= 200 {
		t.Errorf("docs/ARCHITECTURE.md has %d lines, want less than 200", lines)
	}
	for _, p := range loaded(t).packages {
		if p.path != "main" && !strings.Contains(string(data), "\n| `"+p.path+"` |") {
			t.Errorf("docs/ARCHITECTURE.md has no row for package %s", p.path)
		}
	}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z0-9/-]+)` \\|").FindAllStringSubmatch(string(data), -1) {
		if _, err := os.Stat(filepath.Join("..", row[1])); err != nil {
			t.Errorf("docs/ARCHITECTURE.md has a row for %s, which is not there", row[1])
		}
	}
}

// named is a test that a page speaks of.
var named = regexp.MustCompile("`((?:Test|Fuzz|Benchmark)[A-Z][A-Za-z0-9]*)`")

// A page names no test that is gone.
func TestPagesNameLivingTests(t *testing.T) {
	living := map[string]bool{}
	for _, p := range loaded(t).packages {
		for _, f := range p.files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && f.test {
					living[fn.Name.Name] = true
				}
			}
		}
	}
	data, err := os.ReadFile("../docs/ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	names := named.FindAllStringSubmatch(string(data), -1)
	if len(names) < 20 {
		t.Errorf("docs/ARCHITECTURE.md names %d tests only", len(names))
	}
	for _, n := range names {
		if !living[n[1]] {
			t.Errorf("docs/ARCHITECTURE.md names %s, which is not there", n[1])
		}
	}
}

// link is the target of a link or picture in a page.
var link = regexp.MustCompile(`\]\(([^)#]+)`)

// What a page links to in the repository is there.
func TestPagesLinkToWhatIsThere(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	records, err := filepath.Glob("../docs/adr/*.md")
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	for _, page := range append(append(pages, records...), "../README.md", "../CHANGELOG.md") {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range link.FindAllStringSubmatch(string(data), -1) {
			if strings.Contains(l[1], "://") {
				continue
			}
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), l[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", page, l[1])
			}
		}
	}
	if links < 10 {
		t.Errorf("found %d links only", links)
	}
}
