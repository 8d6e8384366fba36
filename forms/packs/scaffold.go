package packs

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"recourse/forms"
)

//go:embed scaffold/*.tmpl
var scaffold embed.FS

// scaffoldFiles are the files of a new pack and the templates they are made of.
var scaffoldFiles = map[string]string{
	"procedure.yaml":        "scaffold/procedure.yaml.tmpl",
	"lang/en.json":          "scaffold/en.json.tmpl",
	"scenarios/first.txtar": "scaffold/first.txtar.tmpl",
}

var procedureID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// ValidID tells whether a word can be the id of a procedure, and so the name of
// its folder.
func ValidID(id forms.ProcedureID) bool {
	return procedureID.MatchString(string(id)) && id != FactsID && id != "common" && id != factsSection
}

// checkAfter is how many months after its facts of law a new procedure is to be
// checked again.
const checkAfter = 6

// Scaffold makes the files of a new procedure, by their names in its folder. With
// common sections beside it, it loads as a draft without a fault; all that it says
// is to be replaced.
func Scaffold(id forms.ProcedureID, asOf forms.Date) (map[string][]byte, error) {
	if !ValidID(id) {
		return nil, fmt.Errorf("make pack: %q is no id of a procedure", id)
	}
	checkBy, _ := asOf.AddMonths(checkAfter)
	fill := strings.NewReplacer("PROCEDURE", string(id), "AS_OF", asOf.String(), "CHECK_BY", checkBy.String())
	out := map[string][]byte{}
	for name, template := range scaffoldFiles {
		data, err := fs.ReadFile(scaffold, template)
		if err != nil {
			return nil, fmt.Errorf("make pack: %w", err)
		}
		out[name] = []byte(fill.Replace(string(data)))
	}
	return out, nil
}
