package build

import (
	"fmt"
	"go/ast"
	"testing"
)

// guarded are the packages that work with answers: what panics there must not
// print them.
var guarded = []string{"main", "cmd/...", "ui", "ui/vm", "ui/screens", "ui/kit"}

// Each main, and each goroutine that works with answers, begins with the guard
// that keeps them out of the words of a crash.
func TestCrashesAreGuarded(t *testing.T) {
	report(t, loaded(t).unguarded(guarded))
}

func (h *house) unguarded(where []string) []string {
	var faults []string
	for f := range h.code() {
		if !matchesAny(where, f.pkg) {
			continue
		}
		fault := func(n ast.Node, what string) {
			faults = append(faults, fmt.Sprintf("%s:%d: %s does not begin with defer traces.Guard(os.Stderr, os.Exit)", f.name, h.fset.Position(n.Pos()).Line, what))
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if f.Name.Name == "main" && n.Name.Name == "main" && n.Recv == nil && !guards(n.Body) {
					fault(n, "main")
				}
			case *ast.GoStmt:
				if body, ok := n.Call.Fun.(*ast.FuncLit); !ok || !guards(body.Body) {
					fault(n, "a goroutine")
				}
			}
			return true
		})
	}
	return faults
}

// guards tells whether a body begins with a deferred traces.Guard.
func guards(body *ast.BlockStmt) bool {
	if body == nil || len(body.List) == 0 {
		return false
	}
	d, ok := body.List[0].(*ast.DeferStmt)
	if !ok {
		return false
	}
	s, ok := d.Call.Fun.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "Guard" {
		return false
	}
	pkg, ok := s.X.(*ast.Ident)
	return ok && pkg.Name == "traces"
}

// The rule finds what it forbids, and lets pass what it asks for.
func TestCrashRuleFindsFaults(t *testing.T) {
	const guard = "defer traces.Guard(os.Stderr, os.Exit)"
	for _, c := range []struct{ name, source, want string }{
		{"main", "func main() { run() }", "main does not begin"},
		{"goroutine", "func f() { go func() { work() }() }", "a goroutine does not begin"},
		{"guard too late", "func f() { go func() { work(); " + guard + " }() }", "a goroutine does not begin"},
		{"named goroutine", "func f() { go work() }", "a goroutine does not begin"},
		{"another guard", "func main() { defer other.Guard() }", "main does not begin"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found(t, planted(t, "main", "a.go", "package main\n"+c.source).unguarded(guarded), c.want)
		})
	}
	good := planted(t, "main", "a.go", "package main\nfunc main() { "+guard+"; go func() { "+guard+"; work() }() }")
	if faults := good.unguarded(guarded); len(faults) > 0 {
		t.Error(faults)
	}
}
