package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const module = "recourse"

// house is all Go code of the module, parsed. Files of other systems are part of
// it too, so the rules hold on each of them.
type house struct {
	fset     *token.FileSet
	packages []*pkg
}

// pkg is one package. Its path is relative to the module; that of the program in
// the root is "main".
type pkg struct {
	path  string
	files []*file
}

// file is one Go file; its name is relative to the root of the repository.
type file struct {
	name  string
	test  bool
	lines int
	*ast.File
}

// theHouse loads the house once for all tests.
var theHouse = sync.OnceValues(load)

func loaded(t *testing.T) *house {
	t.Helper()
	h, err := theHouse()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func load() (*house, error) {
	list := exec.Command("go", "list", "-e", "-json=Dir,ImportPath,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles", "./...")
	list.Dir = ".."
	out, err := list.Output()
	if err != nil {
		return nil, err
	}
	h := &house{fset: token.NewFileSet()}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listed
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			return h, nil
		} else if err != nil {
			return nil, err
		}
		if err := h.add(l); err != nil {
			return nil, err
		}
	}
}

// listed is what the go command says of a package.
type listed struct {
	Dir, ImportPath                                              string
	GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles []string
}

func (h *house) add(l listed) error {
	p := &pkg{path: relative(l.ImportPath)}
	for _, name := range slices.Concat(l.GoFiles, l.CgoFiles, l.IgnoredGoFiles, l.TestGoFiles, l.XTestGoFiles) {
		f, err := parser.ParseFile(h.fset, filepath.Join(l.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if generator(f) {
			continue
		}
		p.files = append(p.files, &file{name: filepath.ToSlash(filepath.Join(strings.TrimPrefix(p.path, "main"), name)),
			test: strings.HasSuffix(name, "_test.go"), lines: h.fset.File(f.FileStart).LineCount(), File: f})
	}
	h.packages = append(h.packages, p)
	return nil
}

// relative is the path of one of our packages within the module.
func relative(importPath string) string {
	if importPath == module {
		return "main"
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// generator tells whether a file is a program of its own that writes code or
// data of its package and is no part of it.
func generator(f *ast.File) bool {
	for _, group := range f.Comments {
		if group.Pos() > f.Package {
			return false
		}
		for _, line := range group.List {
			if expr, err := constraint.Parse(line.Text); err == nil && expr.String() == "ignore" {
				return true
			}
		}
	}
	return false
}

// imports are the paths that a file imports.
func (f *file) imports() []string {
	var out []string
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // the parser has read it as a string
		}
		out = append(out, path)
	}
	return out
}

// uses returns the names that a file takes from an imported package, whatever
// the file calls it, each with its position.
func (f *file) uses(importPath string) map[string]token.Pos {
	local := f.called(importPath)
	out := map[string]token.Pos{}
	ast.Inspect(f.File, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && local != "" && id.Name == local {
				out[sel.Sel.Name] = sel.Pos()
			}
		}
		return true
	})
	return out
}

// called is the name by which a file knows an imported package, "" if it does
// not import it.
func (f *file) called(importPath string) string {
	for _, spec := range f.Imports {
		if spec.Path.Value != strconv.Quote(importPath) {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		return lastName(importPath)
	}
	return ""
}

// lastName is the name of a package by its path: its last part that is no
// version.
func lastName(importPath string) string {
	parts := strings.Split(importPath, "/")
	last := parts[len(parts)-1]
	if len(parts) > 1 && len(last) > 1 && last[0] == 'v' && last[1] >= '2' && last[1] <= '9' {
		return parts[len(parts)-2]
	}
	return last
}

// matches tells whether a path is named by a pattern: itself, or with "/..." at
// its end, it and all below.
func matches(pattern, path string) bool {
	root, tree := strings.CutSuffix(pattern, "/...")
	return path == root || tree && strings.HasPrefix(path, root+"/")
}

func matchesAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, path) })
}

// planted makes a house of one file, to show that a rule finds what it forbids.
func planted(t *testing.T, path, name, source string) *house {
	t.Helper()
	h := &house{fset: token.NewFileSet()}
	f, err := parser.ParseFile(h.fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	h.packages = []*pkg{{path: path, files: []*file{{name: name, test: strings.HasSuffix(name, "_test.go"),
		lines: h.fset.File(f.FileStart).LineCount(), File: f}}}}
	return h
}

// report fails the test with each fault.
func report(t *testing.T, faults []string) {
	t.Helper()
	for _, f := range faults {
		t.Error(f)
	}
}

// found fails the test unless the faults are one, and it holds the text.
func found(t *testing.T, faults []string, text string) {
	t.Helper()
	if len(faults) != 1 || !strings.Contains(faults[0], text) {
		t.Errorf("faults %q, want one with %q", faults, text)
	}
}
