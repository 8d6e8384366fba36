package forms_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recourse/i18n"
)

// TestProblemWords proves that each code of a problem has its three sentences in
// every language of the program, and that no sentence stands for a code that is
// gone.
func TestProblemWords(t *testing.T) {
	var want []i18n.Key
	for _, code := range problemCodes(t) {
		for _, part := range []string{"what", "means", "next"} {
			want = append(want, i18n.Key("problem."+code+"."+part))
		}
	}
	slices.Sort(want)
	for _, lang := range i18n.Locales() {
		words, ok := i18n.Locale(lang)
		if !ok {
			t.Fatalf("no words in %s", lang)
		}
		var got []i18n.Key
		for _, key := range words.Keys() {
			if strings.HasPrefix(string(key), "problem.") {
				got = append(got, key)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v\nwant %v", lang, got, want)
		}
	}
}

// problemCodes reads the codes where they are declared, so that none is forgotten.
func problemCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "problem.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "ProblemCode" {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		return true
	})
	if len(codes) < 30 {
		t.Fatalf("only %d codes are declared", len(codes))
	}
	return codes
}
