package packs

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"recourse/forms"
)

var update = flag.Bool("update", false, "write the schemas anew")

// words are the closed sets of the fields, by struct and field.
var words = map[string][]any{
	"rawProcedure.status": {forms.Draft, forms.Checked, forms.Reviewed, forms.Withdrawn},
	"rawProcedure.paper":  {"a4", "letter"},
	"rawSource.grade":     {forms.Official, forms.Mirror, forms.Secondary},
	"rawNotice.effect":    {forms.Info, forms.Warn, forms.EffectMissing, forms.Stop, forms.EffectOtherRoute},
	"rawNotice.mark":      {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawDeadline.mark":    {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawDeadline.kind":    {forms.Hard, forms.Soft, forms.WaitBeforeFiling, forms.AuthorityClock, forms.EventDate, forms.National, forms.NoDeadline},
	"rawDeadline.trigger": {forms.Served, forms.Mailed, forms.Received, forms.Notified, forms.Known, forms.Lodged, forms.OtherTrigger},
	"rawCount.unit":       {forms.Hours, forms.Days, forms.WorkingDays, forms.Weeks, forms.Months, forms.Years},
	"rawProcedure.role":   {forms.Submission, forms.CourtFiling, forms.PortalWorksheet, forms.LetterRole, forms.CounselDossier, forms.InformationOnly},
	"rawBlock.block":      wordsOf(forms.BlockKinds()),
	"rawBlock.form":       {forms.DrawnSignature, forms.TypedSignature, forms.ImageSignature},
	"rawField.count":      {forms.UTF16, forms.Codepoints, forms.Graphemes},
	"rawEntry.count":      {forms.UTF16, forms.Codepoints, forms.Graphemes},
	"rawItem.kind":        wordsOf(forms.Kinds()),
	"rawProcedure.format": {formatNumber},
	"rawCommon.format":    {formatNumber},
	"rawOption.mark":      {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawStep.mark":        {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawCount.method":     {forms.EventExcluded, forms.EventIncluded, forms.Reg1182, forms.FRCP6},
	"rawCount.calendar":   {forms.Weekends, forms.USFederal, forms.EnglandWales},
	"rawSafe.unit":        {forms.Days, forms.WorkingDays},
	"rawLate.mark":        {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawRouteRule.mark":   {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawTell.mark":        {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawConflict.mark":    {forms.Verified, forms.SecondHand, forms.Unverified, forms.EditorialNote},
	"rawTell.about":       wordsOf(forms.Topics()),
	"rawConflict.rule":    wordsOf(forms.ConflictRules()),
	"rawFit.strength":     {forms.StrongFit, forms.GoodFit, forms.WeakFit},
	"rawList.format":      {formatNumber},
	"rawExtension.unit":   {forms.Days, forms.WorkingDays, forms.Weeks, forms.Months, forms.Years},
}

func wordsOf[S any](set []S) []any {
	var out []any
	for _, s := range set {
		out = append(out, s)
	}
	return out
}

// schemaOf makes the JSON Schema of a raw type; structs go into defs.
func schemaOf(t reflect.Type, defs map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), defs)
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), defs)}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem(), defs)}
	}
	name := strings.TrimPrefix(t.Name(), "raw")
	if _, done := defs[name]; !done {
		defs[name] = nil
		defs[name] = structSchema(t, defs)
	}
	ref := map[string]any{"$ref": "#/$defs/" + name}
	if t == reflect.TypeFor[rawOption]() || t == reflect.TypeFor[rawCheck]() || t == reflect.TypeFor[rawListItem]() {
		return map[string]any{"anyOf": []any{map[string]any{"type": "string"}, ref}}
	}
	return ref
}

func structSchema(t reflect.Type, defs map[string]any) map[string]any {
	properties := map[string]any{}
	for i := range t.NumField() {
		f := t.Field(i)
		s := schemaOf(f.Type, defs)
		if set, ok := words[t.Name()+"."+yamlName(f)]; ok {
			s = map[string]any{"enum": set}
		}
		properties[yamlName(f)] = s
	}
	return map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
}

func schemaFile(t *testing.T, title string, raw reflect.Type) []byte {
	t.Helper()
	defs := map[string]any{}
	s := schemaOf(raw, defs)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	s["$defs"] = defs
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

// TestSchemas proves that the schemas for editors say what the reader reads, and
// that every pack of the program satisfies them.
func TestSchemas(t *testing.T) {
	for _, tc := range []struct {
		file, title, glob string
		raw               reflect.Type
	}{
		{"procedure.schema.json", "Recourse procedure, format 1: see docs/PACKS.md", "*/procedure.yaml", reflect.TypeFor[rawProcedure]()},
		{"list.schema.json", "Recourse checklist, format 1: see docs/PACKS.md", "common/lists/*.yaml", reflect.TypeFor[rawList]()},
		{"common.schema.json", "Recourse common section, format 1: see docs/PACKS.md", "common/*.yaml", reflect.TypeFor[rawCommon]()},
	} {
		want := schemaFile(t, tc.title, tc.raw)
		if *update {
			if err := os.WriteFile(tc.file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(tc.file)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%s is not that of the reader; run the test with -update: %v", tc.file, err)
		}
		schema, err := jsonschema.NewCompiler().Compile(tc.file)
		if err != nil {
			t.Fatal(err)
		}
		files, _ := fs.Glob(embedded, tc.glob)
		if len(files) == 0 {
			t.Fatalf("no files %s", tc.glob)
		}
		for _, file := range files {
			data, _ := embedded.ReadFile(file)
			asJSON, err := yaml.YAMLToJSON(data)
			if err != nil {
				t.Fatal(err)
			}
			instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(instance); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

// TestCanonicalIsStable proves that the canonical form of each file is that of
// its own reading, so that formatting twice changes nothing.
func TestCanonicalIsStable(t *testing.T) {
	for _, glob := range []string{"*/procedure.yaml", "common/*.yaml", "common/lists/*.yaml"} {
		files, _ := fs.Glob(embedded, glob)
		for _, file := range files {
			data, _ := embedded.ReadFile(file)
			again, err := Format(data)
			if err != nil || !bytes.Equal(data, again) {
				t.Errorf("%s: formatting changes it: %v", file, err)
			}
		}
	}
}
