package packs

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Format returns the canonical form of a structure file, a procedure, a common
// section or a checklist: fields in the order of docs/PACKS.md, empty ones left out.
func Format(data []byte) ([]byte, error) {
	var raw any = &rawCommon{}
	switch {
	case bytes.Contains(data, []byte("\nrole:")):
		raw = &rawProcedure{}
	case bytes.Contains(data, []byte("\ngroups:")):
		raw = &rawList{}
	}
	if err := decodeYAML(data, raw); err != nil {
		return nil, err
	}
	return canonical(raw), nil
}

func canonical(raw any) []byte {
	var w yamlWriter
	w.fields(reflect.ValueOf(raw).Elem(), 0, "")
	return w.Bytes()
}

// checkCanonical says where data first differs from its canonical form.
func checkCanonical(data []byte, raw any) error {
	want := strings.Split(string(canonical(raw)), "\n")
	for i, line := range strings.Split(string(data), "\n") {
		if i >= len(want) || line != want[i] {
			return fmt.Errorf("line %d: not in canonical form; `recourse-cli pack check --write` puts it right", i+1)
		}
	}
	return nil
}

// yamlWriter writes raw structs as YAML in one form only.
type yamlWriter struct{ bytes.Buffer }

// fields writes the fields of a struct that are set, each on its own line; the
// first line begins with lead in place of the indent.
func (w *yamlWriter) fields(v reflect.Value, indent int, lead string) {
	pad := strings.Repeat(" ", indent)
	for i := range v.NumField() {
		f := v.Field(i)
		if f.IsZero() || f.Kind() == reflect.Slice && f.Len() == 0 {
			continue
		}
		if lead == "" {
			w.WriteString(pad)
		}
		w.WriteString(lead)
		lead = ""
		w.WriteString(yamlName(v.Type().Field(i)) + ":")
		w.value(reflect.Indirect(f), indent)
	}
}

func yamlName(f reflect.StructField) string { return f.Tag.Get("yaml") }

// value writes what follows the colon of a field.
func (w *yamlWriter) value(v reflect.Value, indent int) {
	switch {
	case v.Kind() == reflect.Struct && !flatTypes[v.Type()]:
		w.WriteByte('\n')
		w.fields(v, indent+2, "")
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && !allFlat(v):
		w.WriteByte('\n')
		for i := range v.Len() {
			w.fields(v.Index(i), indent+4, strings.Repeat(" ", indent+2)+"- ")
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && !allWords(v):
		w.WriteByte('\n')
		for i := range v.Len() {
			w.WriteString(strings.Repeat(" ", indent+2) + "- " + inline(v.Index(i)) + "\n")
		}
	default:
		w.WriteString(" " + inline(v) + "\n")
	}
}

// flatTypes are the structs that stand on one line.
var flatTypes = map[reflect.Type]bool{
	reflect.TypeFor[rawValid]():     true,
	reflect.TypeFor[rawBody]():      true,
	reflect.TypeFor[rawChange]():    true,
	reflect.TypeFor[rawOption]():    true,
	reflect.TypeFor[rawCheck]():     true,
	reflect.TypeFor[rawCount]():     true,
	reflect.TypeFor[rawExtension](): true,
	reflect.TypeFor[rawLimit]():     true,
	reflect.TypeFor[rawOmission]():  true,
	reflect.TypeFor[rawParty]():     true,
	reflect.TypeFor[rawField]():     true,
	reflect.TypeFor[rawReview]():    true,
	reflect.TypeFor[rawSafe]():      true,
	reflect.TypeFor[rawLate]():      true,
	reflect.TypeFor[rawFit]():       true,
	reflect.TypeFor[rawListItem]():  true,
}

func allFlat(list reflect.Value) bool { return flatTypes[list.Type().Elem()] }

// allWords tells whether every option or check of a list is a code alone.
func allWords(list reflect.Value) bool {
	for i := range list.Len() {
		if _, ok := wordAlone(list.Index(i)); !ok {
			return false
		}
	}
	return true
}

func wordAlone(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case rawOption:
		return x.Code, reflect.DeepEqual(x, rawOption{Code: x.Code})
	case rawCheck:
		return x.Code, x == rawCheck{Code: x.Code}
	case rawListItem:
		return x.ID, x == rawListItem{ID: x.ID}
	}
	return "", false
}

func inline(v reflect.Value) string {
	if word, ok := wordAlone(v); ok {
		return scalar(word)
	}
	switch v.Kind() {
	case reflect.Pointer:
		return inline(v.Elem())
	case reflect.String:
		return scalar(v.String())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Slice:
		return inlineList(v)
	case reflect.Map:
		return inlineMap(v)
	default:
		return inlineStruct(v)
	}
}

func inlineList(v reflect.Value) string {
	words := make([]string, v.Len())
	for i := range words {
		words[i] = inline(v.Index(i))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

func inlineMap(v reflect.Value) string {
	var words []string
	for _, k := range v.MapKeys() {
		words = append(words, scalar(k.String())+": "+inline(v.MapIndex(k)))
	}
	slices.Sort(words)
	return "{" + strings.Join(words, ", ") + "}"
}

func inlineStruct(v reflect.Value) string {
	var words []string
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			words = append(words, yamlName(v.Type().Field(i))+": "+inline(f))
		}
	}
	return "{" + strings.Join(words, ", ") + "}"
}

var (
	plainScalar = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_./-]*$`)
	wordsOfYAML = regexp.MustCompile(`^(?i:true|false|null|yes|no|on|off|y|n)$`)
)

// scalar writes a string plain where nobody and no version of YAML could read
// it as something else, and in double quotes otherwise.
func scalar(s string) string {
	if plainScalar.MatchString(s) && !wordsOfYAML.MatchString(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
