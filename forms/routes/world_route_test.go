package routes_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/packs"
	"recourse/forms/routes"
	"recourse/i18n"
)

// opened is the library of all tests, read once; it never changes.
var opened = sync.OnceValues(packs.OpenEmbedded)

// shipped is the packs of the program.
func shipped(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// world is what a survey looks at, of a library.
func world(lib *packs.Library) routes.World {
	return routes.World{Facts: lib.Facts(), Procedures: lib.Procedures(), Languages: lib.DocLanguages, Lists: lib.Checklists()}
}

// tell reads the facts of a case: "path value" on each line or between semicolons,
// as a person types them in English. An item of a repeat is named in its path by a
// word; "?" skips a question.
func tell(t testing.TB, lib *packs.Library, told string) forms.Case {
	t.Helper()
	c := forms.Case{ID: "00000000-0000-4000-8000-000000000001", Language: "en"}
	for _, line := range strings.FieldsFunc(told, func(r rune) bool { return r == ';' || r == '\n' }) {
		path, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if path != "" {
			c.Answers = answer(t, lib, c.Answers, path, value)
		}
	}
	return c
}

func answer(t testing.TB, lib *packs.Library, a forms.Answers, path, value string) forms.Answers {
	t.Helper()
	at := forms.Path(path)
	if repeat, rest, ok := strings.Cut(path, "/"); ok {
		name, id, _ := strings.Cut(rest, "/")
		item := fmt.Sprintf("00000000-0000-4000-8000-%012x", len(name)*1000+int(name[0]))
		if !slices.Contains(a.Items(forms.Path(repeat)), item) {
			a = a.AddItem(forms.Path(repeat), item)
		}
		at = forms.Path(repeat).In(item, forms.ID(id))
	}
	if value == "?" {
		return a.With(at, forms.Answer{Skip: forms.DontKnow})
	}
	q := question(lib, at.Question())
	if q == nil {
		t.Fatalf("nothing asks %s", at.Question())
	}
	if q.Kind == forms.KindMulti {
		return a.With(at, forms.Answer{Value: forms.Multi(strings.Fields(value))})
	}
	if q.Kind == forms.KindChoice || q.Kind == forms.KindAuthority || q.Kind == forms.KindCountry {
		return a.With(at, forms.Answer{Value: coded(q.Kind, value)})
	}
	x, code := input.Reader{Lang: "en"}.Parse(q, value)
	if code != "" {
		t.Fatalf("%s %q: %s", path, value, code)
	}
	return a.With(at, x)
}

func coded(k forms.Kind, value string) forms.Value {
	switch k {
	case forms.KindCountry:
		return forms.Country(value)
	case forms.KindAuthority:
		return forms.AuthorityRef{ID: forms.AuthorityID(value)}
	}
	return forms.Choice(value)
}

// question finds a question of the facts or of any procedure.
func question(lib *packs.Library, id forms.ID) *forms.Question {
	for _, p := range append(lib.Procedures(), lib.Facts()) {
		if q := p.Question(id); q != nil {
			return q
		}
	}
	return nil
}

// invented makes a library of procedures of which only the parts matter that a
// test names: each is a scaffold in which the route, and what it replaces of the
// rest, stand in place of its own.
func invented(t testing.TB, parts map[forms.ProcedureID]string) *packs.Library {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, pattern := range []string{"authorities.json", "common/*.yaml", "common/lists/*.yaml", "common/lang/en.json"} {
		names, _ := fs.Glob(packs.Files(), pattern)
		for _, name := range names {
			data, err := fs.ReadFile(packs.Files(), name)
			if err != nil {
				t.Fatal(err)
			}
			fsys[name] = &fstest.MapFile{Data: data}
		}
	}
	for id, part := range parts {
		inventOne(t, fsys, id, part)
	}
	lib, err := packs.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// inventOne writes one procedure. The lines of part before "route:" replace those
// of the scaffold that begin with the same word; "deadlines:" does so with all
// that is below it.
func inventOne(t testing.TB, fsys fstest.MapFS, id forms.ProcedureID, part string) {
	t.Helper()
	files, err := packs.Scaffold(id, forms.Date{Year: 2026, Month: 11, Day: 23})
	if err != nil {
		t.Fatal(err)
	}
	yaml := string(files["procedure.yaml"])
	yaml = yaml[:strings.Index(yaml, "route:\n")]
	head, route, _ := strings.Cut(part, "route:\n")
	for _, block := range blocks(head) {
		yaml = replaceBlock(yaml, block)
	}
	texts := strings.NewReplacer("  \"ask.w.can\": \"Say what the body can order.\",\n", keysOf("ask.w.", "    - id: ", route)+keysOf("ask.w.", "    - {id: ", route),
		"  \"ask.w.cost\": \"Say what it costs.\",\n", "", "  \"ask.d.filing\": \"Say what must be done, and by when\",\n",
		deadlineKeys(yaml)).Replace(string(files["lang/en.json"]))
	c, err := i18n.ParseCatalog("en", []byte(texts))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := packs.Format([]byte(yaml + "route:\n" + route))
	if err != nil {
		t.Fatalf("%s: %v\n%s", id, err, yaml)
	}
	fsys[string(id)+"/procedure.yaml"] = &fstest.MapFile{Data: raw}
	fsys[string(id)+"/lang/en.json"] = &fstest.MapFile{Data: c.Canonical()}
}

// blocks parts YAML at its top-level keys.
func blocks(yaml string) []string {
	var out []string
	for line := range strings.Lines(yaml) {
		if !strings.HasPrefix(line, " ") || len(out) == 0 {
			out = append(out, "")
		}
		out[len(out)-1] += line
	}
	return out
}

func replaceBlock(yaml, block string) string {
	key, _, _ := strings.Cut(block, ":")
	all := blocks(yaml)
	for i, b := range all {
		if strings.HasPrefix(b, key+":") {
			all[i] = block
			return strings.Join(all, "")
		}
	}
	i := slices.IndexFunc(all, func(b string) bool { return strings.HasPrefix(b, "paper:") })
	return strings.Join(slices.Insert(all, i, block), "")
}

// keysOf writes a text for each id that stands behind a mark at the begin of a line.
func keysOf(set, mark, yaml string) string {
	out := ""
	for line := range strings.Lines(yaml) {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			id := strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == '\n' || r == '}' })[0]
			out += fmt.Sprintf("  %q: \"Text of %s\",\n", set+id, id)
		}
	}
	return out
}

func deadlineKeys(yaml string) string {
	for _, b := range blocks(yaml) {
		if strings.HasPrefix(b, "deadlines:") {
			return keysOf("ask.d.", "  - id: ", b) + lateKeys(b)
		}
	}
	return ""
}

func lateKeys(block string) string {
	out, id := "", ""
	for line := range strings.Lines(block) {
		if rest, ok := strings.CutPrefix(line, "  - id: "); ok {
			id = strings.TrimSpace(rest)
		}
		if strings.HasPrefix(line, "    late:") {
			out += fmt.Sprintf("  %q: \"Late for %s\",\n", "ask.d."+id+".late", id)
		}
	}
	return out
}

// seen writes the routes of a survey as "id state: code code", without those that
// are for another matter.
func seen(s routes.Survey) []string {
	var out []string
	for _, r := range s.Routes {
		line := string(r.Procedure.ID) + " " + string(r.State) + ":"
		for _, w := range r.Whys {
			line += " " + whyWord(w)
		}
		if len(r.Whys) == 1 && r.Whys[0].Code == routes.WhyNotFor {
			continue
		}
		out = append(out, line)
	}
	return out
}

func whyWord(w routes.Why) string {
	word := string(w.Code)
	if w.Text != "" {
		word += "=" + strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(string(w.Text), "ask.w."), "ask.n."), "ask.d.")
	}
	if !w.Date.IsZero() {
		word += "=" + w.Date.String()
	}
	return word
}
