package filing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/packs"
	"recourse/i18n"
)

// story is one set of answers of a scenario: the base, or a variant of it.
type story struct {
	facts forms.Case
	today forms.Date
	names map[string]string // of items, by their ids
}

// entry is one answer as it is written: the value after the path, or below it in
// lines that begin with a tab.
type entry struct {
	path, value string
	line        int
}

// entries cuts the text of answers. A line that begins with # is a remark.
func entries(t testing.TB, text string) []entry {
	t.Helper()
	var out []entry
	for i, line := range strings.Split(text, "\n") {
		words, below := strings.CutPrefix(line, "\t")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case below && len(out) == 0:
			t.Fatalf("line %d belongs to no answer", i+1)
		case below:
			last := &out[len(out)-1]
			last.value = strings.TrimPrefix(last.value+"\n"+words, "\n")
		default:
			path, value, _ := strings.Cut(line, " ")
			out = append(out, entry{path, strings.TrimSpace(value), i + 1})
		}
	}
	return out
}

// merged is a base with the answers of a variant in their places, or after it.
// Where the variant lists other items, those that it leaves out go with all that
// is answered in them.
func merged(base, variant []entry) []entry {
	out := slices.Clone(base)
	for _, e := range variant {
		items := strings.Fields(e.value)
		out = slices.DeleteFunc(out, func(b entry) bool {
			inside, ok := strings.CutPrefix(b.path, e.path+"/")
			item, _, _ := strings.Cut(inside, "/")
			return ok && !slices.Contains(items, item)
		})
		if i := slices.IndexFunc(out, func(b entry) bool { return b.path == e.path }); i >= 0 {
			out[i] = e
		} else {
			out = append(out, e)
		}
	}
	return out
}

// storyReader makes a story of entries.
type storyReader struct {
	lib   *packs.Library
	owner forms.ProcedureID // whose ids stand without owner
	lang  i18n.Tag
	names map[string]string // of items, by their ids
	items map[forms.Path][]string
}

// readStory reads answers. Its first lines are the day and the person's language.
func readStory(t testing.TB, lib *packs.Library, owner forms.ProcedureID, list []entry) story {
	t.Helper()
	if len(list) < 2 || list[0].path != "today" || list[1].path != "language" {
		t.Fatal("answers begin with the lines today and language")
	}
	today, err := forms.ParseDate(list[0].value)
	if err != nil {
		t.Fatal(err)
	}
	r := &storyReader{lib: lib, owner: owner, lang: i18n.Tag(list[1].value), names: map[string]string{}, items: map[forms.Path][]string{}}
	answers := map[forms.Path]forms.Answer{}
	r.repeats(list[2:], answers)
	for _, e := range list[2:] {
		if err := r.entry(e, answers); err != nil {
			t.Fatalf("line %d, %s: %v", e.line, e.path, err)
		}
	}
	c := forms.Case{ID: itemID("case", ""), Language: r.lang, Answers: forms.NewAnswers(answers)}
	for _, p := range lib.Procedures() {
		c.Filings = append(c.Filings, forms.Filing{Procedure: p.ID, PackVersion: p.Version, Status: forms.FilingDraft})
	}
	return story{facts: c, today: today, names: r.names}
}

// itemID is the UUID of an item, derived from its repeat and its readable name.
func itemID(repeat forms.ID, name string) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(string(repeat)+"/"+name)).String()
}

// path puts owners before ids and UUIDs in the places of names. Inside an item,
// the owner is that of the repeat.
func (r *storyReader) path(short string) forms.Path {
	parts := strings.Split(short, "/")
	owner := string(r.owner)
	for i, p := range parts {
		if i%2 == 1 {
			parts[i] = itemID(forms.ID(parts[i-1]), p)
			continue
		}
		if !strings.Contains(p, ".") {
			parts[i] = owner + "." + p
		}
		owner = forms.ID(parts[i]).Owner()
	}
	return forms.Path(strings.Join(parts, "/"))
}

// repeats reads the lists of items first, since answers name exhibits before
// they are listed.
func (r *storyReader) repeats(list []entry, answers map[forms.Path]forms.Answer) {
	for _, e := range list {
		at := r.path(e.path)
		if !r.isRepeat(at.Question()) || e.value == "~unanswered" {
			continue
		}
		ids := forms.Items{}
		for _, name := range strings.Fields(strings.TrimPrefix(e.value, "~none")) {
			id := itemID(at.Question(), name)
			ids, r.names[id] = append(ids, id), name
		}
		answers[at], r.items[at] = forms.Answer{Value: ids}, ids
	}
}

func (r *storyReader) isRepeat(id forms.ID) bool {
	for _, p := range r.lib.Procedures() {
		for _, around := range p.Questions() {
			if slices.ContainsFunc(around, func(rep *forms.Repeat) bool { return rep.ID == id }) {
				return true
			}
		}
	}
	return false
}

func (r *storyReader) question(id forms.ID) *forms.Question {
	for _, p := range r.lib.Procedures() {
		if q := p.Question(id); q != nil {
			return q
		}
	}
	return nil
}

// entry reads one answer: a skip, something typed that is none, no answer, a
// translation of the answer before ("path@de translator, day"), or a value.
func (r *storyReader) entry(e entry, answers map[forms.Path]forms.Answer) error {
	short, to, translates := strings.Cut(e.path, "@")
	at := r.path(short)
	q := r.question(at.Question())
	typed, isTyped := strings.CutPrefix(e.value, "~typed ")
	switch {
	case r.isRepeat(at.Question()):
		return nil
	case q == nil:
		return fmt.Errorf("no procedure asks this")
	case at.Depth() > 0 && r.names[at.Item()] == "":
		return fmt.Errorf("its item is not listed")
	case translates:
		return translate(answers, at, i18n.Tag(to), e.value)
	case e.value == "~unanswered":
		return nil
	case isTyped:
		answers[at] = forms.Answer{Pending: typed}
		return nil
	case e.value == "~dont-know" || e.value == "~prefer-not":
		answers[at] = forms.Answer{Skip: forms.Skip(e.value[1:])}
		return nil
	}
	return r.value(q, at, e.value, answers)
}

func (r *storyReader) value(q *forms.Question, at forms.Path, raw string, answers map[forms.Path]forms.Answer) error {
	exhibits := r.items["exhibits.list"]
	if q.Kind == forms.KindFiles {
		var err error
		if raw, err = numbered(raw, exhibits, r.names); err != nil {
			return err
		}
	}
	in := input.Reader{Lang: "en", Authorities: r.lib.Authorities(), Exhibits: exhibits}
	a, code := in.Parse(q, raw)
	if code != "" || a.Value == nil {
		return fmt.Errorf("cannot read its value: %s", code)
	}
	if prose, ok := a.Value.(forms.Prose); ok {
		prose.Lang = r.lang
		a.Value = prose
	}
	answers[at] = a
	return nil
}

// numbered puts the numbers of exhibits in the places of their names.
func numbered(raw string, exhibits []string, names map[string]string) (string, error) {
	var out []string
	for _, name := range strings.Fields(raw) {
		i := slices.IndexFunc(exhibits, func(id string) bool { return names[id] == name })
		if i < 0 {
			return "", fmt.Errorf("there is no exhibit %q", name)
		}
		out = append(out, fmt.Sprint(i+1))
	}
	return strings.Join(out, " "), nil
}

// translate puts a translation beside the words at a path. The first line is the
// translator and the day, the rest the words.
func translate(answers map[forms.Path]forms.Answer, at forms.Path, to i18n.Tag, value string) error {
	prose, ok := answers[at].Value.(forms.Prose)
	head, words, _ := strings.Cut(value, "\n")
	by, day, _ := strings.Cut(head, ", ")
	on, err := forms.ParseDate(day)
	if !ok || words == "" || err != nil {
		return fmt.Errorf("a translation stands after the words, as \"path@de translator, 2026-11-20\" and lines below")
	}
	prose.Translations = append(slices.Clone(prose.Translations), forms.Translation{Lang: to, Words: words, By: by, On: on})
	answers[at] = forms.Answer{Value: prose}
	return nil
}
