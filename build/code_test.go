package build

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// The rim is where the world comes in. All else gets the day, files and chance
// as parameters, and so gives the same for the same.
var rim = []string{"main", "cmd/...", "storage", "storage/canary", "traces", "ui", "ui/preview", "build"}

// world names what only the rim may take from the standard library; an empty
// list means all of it.
var world = map[string][]string{
	"os":           nil,
	"os/signal":    nil,
	"os/user":      nil,
	"math/rand":    nil,
	"math/rand/v2": {"Int", "IntN", "Int32", "Int32N", "Int64", "Int64N", "Uint32", "Uint64", "Uint64N", "UintN", "N", "Float32", "Float64", "Perm", "Shuffle", "NormFloat64", "ExpFloat64"},
	"crypto/rand":  nil,
	"time":         {"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local", "LoadLocation"},
}

// Only the rim touches files, the clock and chance.
func TestOnlyTheRimTouchesTheWorld(t *testing.T) {
	report(t, loaded(t).worldly())
}

func (h *house) worldly() []string {
	return h.takings(rim, world, "only the rim may: take it as a parameter")
}

// takings lists what files outside the allowed packages take of the forbidden.
func (h *house) takings(allowed []string, forbidden map[string][]string, why string) []string {
	var faults []string
	for f := range h.code() {
		if matchesAny(allowed, f.pkg) {
			continue
		}
		for _, path := range f.imports() {
			names, guarded := forbidden[path]
			if !guarded {
				continue
			}
			for name, pos := range f.uses(path) {
				if len(names) == 0 || slices.Contains(names, name) {
					faults = append(faults, fmt.Sprintf("%s:%d uses %s of %s: %s", f.name, h.fset.Position(pos).Line, name, path, why))
				}
			}
		}
	}
	slices.Sort(faults)
	return faults
}

// codeFile is a file that is no test, with the path of its package.
type codeFile struct {
	pkg string
	*file
}

func (h *house) code() func(func(codeFile) bool) {
	return func(yield func(codeFile) bool) {
		for _, p := range h.packages {
			for _, f := range p.files {
				if !f.test && !yield(codeFile{p.path, f}) {
					return
				}
			}
		}
	}
}

// stock names what Fyne has of its own to show text: its order of mixed
// directions is wrong, and none of it mirrors.
var stock = map[string][]string{
	"fyne.io/fyne/v2/widget": {"NewLabel", "NewLabelWithStyle", "NewLabelWithData", "Label", "NewEntry", "NewMultiLineEntry", "NewPasswordEntry", "NewEntryWithData", "Entry",
		"NewButton", "NewButtonWithIcon", "Button", "NewCheck", "NewCheckWithData", "Check", "NewCheckGroup", "CheckGroup", "NewRadioGroup", "RadioGroup",
		"NewSelect", "Select", "NewSelectEntry", "SelectEntry", "NewHyperlink", "Hyperlink", "NewRichText", "NewRichTextFromMarkdown", "NewRichTextWithText", "RichText",
		"NewForm", "NewFormItem", "Form", "FormItem", "NewCard", "Card", "NewAccordion", "Accordion", "NewAccordionItem", "NewTextGrid", "TextGrid",
		"NewToolbar", "NewMenu", "NewPopUpMenu", "ShowPopUpMenuAtPosition", "NewDateEntry", "DateEntry", "NewCalendar", "Calendar", "NewProgressBar", "ProgressBar"},
	"fyne.io/fyne/v2/canvas":    {"NewText", "Text"},
	"fyne.io/fyne/v2/dialog":    nil,
	"fyne.io/fyne/v2/container": {"NewAppTabs", "NewDocTabs", "NewTabItem", "NewTabItemWithIcon"},
}

// Text on screen is drawn by ui/kit, which orders and mirrors it.
func TestOnlyTheKitDrawsText(t *testing.T) {
	report(t, loaded(t).stockText())
}

func (h *house) stockText() []string {
	return h.takings([]string{"ui/kit"}, stock, "use the widget of ui/kit, which orders mixed directions and mirrors")
}

// Text is measured with the face that draws it: where none is named, Fyne reads its
// own faces and those of the system beside ours, which costs thirty megabytes.
func TestTextIsMeasuredAsItIsDrawn(t *testing.T) {
	report(t, loaded(t).takings(nil, map[string][]string{"fyne.io/fyne/v2": {"MeasureText"}}, "use textWidth of ui/kit, which names the face"))
}

// A package says what it is, in one comment that opens with its name.
func TestEveryPackageSaysWhatItIs(t *testing.T) {
	report(t, loaded(t).speechless())
}

func (h *house) speechless() []string {
	var faults []string
	for _, p := range h.packages {
		comments := 0
		for _, f := range p.files {
			if f.test || f.Doc == nil {
				continue
			}
			comments++
			if f.Name.Name != "main" && !strings.HasPrefix(f.Doc.Text(), "Package "+f.Name.Name+" ") {
				faults = append(faults, fmt.Sprintf("%s: the comment of the package does not begin with \"Package %s\"", f.name, f.Name.Name))
			}
		}
		if comments != 1 {
			faults = append(faults, fmt.Sprintf("package %s has %d package comments, want 1", p.path, comments))
		}
	}
	return faults
}

// The measures of a file and of the body of a function.
const (
	maxFile = 500
	maxBody = 40
)

// Files and functions stay short enough to be read.
func TestFilesAndFunctionsAreShort(t *testing.T) {
	report(t, loaded(t).long())
}

func (h *house) long() []string {
	var faults []string
	for f := range h.code() {
		if ast.IsGenerated(f.File) {
			continue
		}
		if f.lines > maxFile {
			faults = append(faults, fmt.Sprintf("%s has %d lines, at most %d: part it by noun", f.name, f.lines, maxFile))
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && h.body(fn) > maxBody {
				faults = append(faults, fmt.Sprintf("%s: %s has %d lines, at most %d", f.name, fn.Name.Name, h.body(fn), maxBody))
			}
		}
	}
	return faults
}

// body counts the lines between the braces of a function.
func (h *house) body(fn *ast.FuncDecl) int {
	return h.fset.Position(fn.Body.Rbrace).Line - h.fset.Position(fn.Body.Lbrace).Line - 1
}

// What is exported is documented.
func TestExportedIsDocumented(t *testing.T) {
	report(t, loaded(t).undocumented())
}

func (h *house) undocumented() []string {
	var faults []string
	for f := range h.code() {
		if f.Name.Name == "main" {
			continue
		}
		for _, d := range f.Decls {
			for _, id := range bare(d) {
				faults = append(faults, fmt.Sprintf("%s:%d: exported %s has no comment", f.name, h.fset.Position(id.Pos()).Line, id.Name))
			}
		}
	}
	return faults
}

// bare returns the exported names of a declaration that no comment explains. In
// a group one comment serves all constants or variables, but each type needs its
// own.
func bare(d ast.Decl) []*ast.Ident {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !(d.Recv != nil && slices.Contains(plain, d.Name.Name)) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		var out []*ast.Ident
		for _, spec := range d.Specs {
			out = append(out, bareSpec(d, spec)...)
		}
		return out
	}
	return nil
}

// plain are the methods whose names say it all: those of the interfaces of
// errors and printing.
var plain = []string{"Error", "String", "Unwrap"}

func bareSpec(d *ast.GenDecl, spec ast.Spec) []*ast.Ident {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && s.Doc == nil && s.Comment == nil && (d.Doc == nil || d.Lparen.IsValid()) {
			return []*ast.Ident{s.Name}
		}
	case *ast.ValueSpec:
		if s.Doc == nil && s.Comment == nil && d.Doc == nil {
			return slices.DeleteFunc(slices.Clone(s.Names), func(id *ast.Ident) bool { return !id.IsExported() })
		}
	}
	return nil
}

// exportedReceiver tells whether a function is no method, or that of an exported
// type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	id, ok := t.(*ast.Ident)
	return ok && token.IsExported(id.Name)
}

// The rules of code find what they forbid: each case plants one fault.
func TestCodeRulesFindFaults(t *testing.T) {
	long := "package x\nfunc f() {" + strings.Repeat("\n", maxBody+2) + "}\n"
	cases := []struct {
		name, pkg, source string
		rule              func(*house) []string
		want              string
	}{
		{"clock", "forms/interview", "package x\nimport \"time\"\nvar a = time.Now()", (*house).worldly, "Now of time"},
		{"clock under another name", "forms", "package x\nimport clock \"time\"\nvar a = clock.Since", (*house).worldly, "Since of time"},
		{"file", "i18n", "package x\nimport \"os\"\nvar a = os.ReadFile", (*house).worldly, "ReadFile of os"},
		{"chance", "forms/sample", "package x\nimport \"math/rand/v2\"\nvar a = rand.IntN", (*house).worldly, "rand"},
		{"stock label", "ui/screens", "package x\nimport \"fyne.io/fyne/v2/widget\"\nvar a = widget.NewLabel", (*house).stockText, "NewLabel"},
		{"stock dialog", "ui", "package x\nimport \"fyne.io/fyne/v2/dialog\"\nvar a = dialog.ShowError", (*house).stockText, "ShowError"},
		{"no package comment", "forms", "package x", (*house).speechless, "0 package comments"},
		{"comment without name", "forms", "// Something.\npackage x", (*house).speechless, "does not begin"},
		{"long file", "forms", "package x" + strings.Repeat("\n", maxFile+1), (*house).long, "501 lines"},
		{"long function", "forms", long, (*house).long, "f has 41 lines"},
		{"bare function", "forms", "package x\nfunc F() {}", (*house).undocumented, "F has no comment"},
		{"bare method", "forms", "package x\ntype t struct{}\nfunc (*t) G() {}\n// T is one.\ntype T struct{}\nfunc (T) F() {}", (*house).undocumented, "F has no comment"},
		{"bare type in a group", "forms", "package x\n// A group.\ntype (\n\tT int\n)", (*house).undocumented, "T has no comment"},
		{"bare constant", "forms", "package x\nconst C = 1", (*house).undocumented, "C has no comment"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { found(t, c.rule(planted(t, c.pkg, "a.go", c.source)), c.want) })
	}
}

// moving names what would move by itself on screen, or blink: Recourse asks no
// system whether it may, since nothing does.
var moving = map[string][]string{
	"fyne.io/fyne/v2":           {"NewAnimation", "Animation"},
	"fyne.io/fyne/v2/canvas":    {"NewColorRGBAAnimation", "NewPositionAnimation", "NewSizeAnimation"},
	"fyne.io/fyne/v2/widget":    {"NewActivity", "Activity", "NewProgressBarInfinite", "ProgressBarInfinite"},
	"fyne.io/fyne/v2/container": {"NewAppTabs", "NewDocTabs"},
}

// Nothing on screen moves by itself.
func TestNothingMoves(t *testing.T) {
	report(t, loaded(t).takings(nil, moving, "nothing on screen moves by itself"))
}
