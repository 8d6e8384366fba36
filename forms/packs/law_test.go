package packs_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"recourse/forms"
	"recourse/forms/packs"
)

// lawFile is what the test reads of a file of the law catalogue.
type lawFile struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Gates  []struct {
		ID string `json:"id"`
	} `json:"standing_gates"`
	Grounds []struct {
		ID string `json:"id"`
	} `json:"grounds"`
	Warnings  []string      `json:"warnings"`
	Deadlines []lawDeadline `json:"deadlines"`
	Sections  []struct {
		ID     string `json:"id"`
		Fields []struct {
			Key string `json:"key"`
		} `json:"fields"`
	} `json:"form_sections"`
	Unverified []struct {
		Confidence string `json:"confidence"`
		About      string `json:"about"`
	} `json:"unverified"`
	Remedies        []string `json:"remedies"`
	Preconditions   []string `json:"preconditions"`
	Cost            []string `json:"cost"`
	Languages       []string `json:"languages"`
	Confidentiality []string `json:"confidentiality"`
	Representation  []string `json:"representation"`
	AfterFiling     []string `json:"after_filing"`
	Parallel        struct {
		Rules []string `json:"rules"`
	} `json:"parallel_proceedings"`
	Related []struct {
		ID       string `json:"id"`
		Relation string `json:"relation"`
	} `json:"related"`

	elsewhere bool // it is that of another pack, which covers it
}

// lawDeadline is a deadline of a law file.
type lawDeadline struct {
	ID       string  `json:"id"`
	Length   *int    `json:"length"`
	Unit     *string `json:"unit"`
	Kind     string  `json:"kind"`
	Trigger  string  `json:"trigger"`
	Verified bool    `json:"verified"`
	Grade    string  `json:"grade"`
	From     *string `json:"valid_from"`
	Rolls    *bool   `json:"rolls_to_next_working_day"`
	Rule     *string `json:"counting_rule"`
	RunsFrom *string `json:"runs_from"`

	elsewhere bool // it is one of another pack's procedure
}

// kinds are those that a pack may give to the deadline. What the filing of another
// procedure must wait for is, in a letter that comes before it, the clock of the
// one who is to answer.
func (l lawDeadline) kinds() []string {
	if l.elsewhere && l.Kind == string(forms.WaitBeforeFiling) {
		return []string{l.Kind, string(forms.AuthorityClock)}
	}
	return []string{l.Kind}
}

func law(t *testing.T, id forms.ProcedureID) lawFile {
	t.Helper()
	return readLaw(t, string(id)+"/law.json")
}

// has tells whether one of the plain lists of the file has an n-th entry, counted
// from 1; other items are not its concern.
func (f lawFile) has(list, n string) bool {
	entries, plain := f.lists()[list]
	_, ok := nth(entries, n)
	return !plain || ok
}

// lists are the plain lists of a law file, by their keys.
func (f lawFile) lists() map[string][]string {
	return map[string][]string{"remedies": f.Remedies, "preconditions": f.Preconditions, "cost": f.Cost,
		"languages": f.Languages, "confidentiality": f.Confidentiality, "representation": f.Representation,
		"after_filing": f.AfterFiling, "parallel_proceedings": f.Parallel.Rules}
}

// nth is the n-th entry of a list, counted from 1.
func nth(list []string, n string) (string, bool) {
	var i int
	if _, err := fmt.Sscan(n, &i); err != nil || i < 1 || i > len(list) {
		return "", false
	}
	return list[i-1], true
}

// items lists what a pack must cover.
func (f lawFile) items() []string {
	var out []string
	for _, g := range f.Gates {
		out = append(out, "standing_gates."+g.ID)
	}
	for _, g := range f.Grounds {
		out = append(out, "grounds."+g.ID)
	}
	for i := range f.Warnings {
		out = append(out, fmt.Sprintf("warnings.%d", i+1))
	}
	for _, d := range f.Deadlines {
		out = append(out, "deadlines."+d.ID)
	}
	for _, s := range f.Sections {
		for _, field := range s.Fields {
			out = append(out, "form."+s.ID+"."+field.Key)
		}
	}
	return out
}

// strict is the library of all tests, read once; it never changes.
var strict = sync.OnceValues(packs.Embedded)

func embedded(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := strict()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// served maps each law item that a pack names to the marks of what serves it.
func served(p *forms.Procedure) map[string][]forms.Mark {
	out := map[string][]forms.Mark{}
	add := func(law []string, m forms.Mark) {
		for _, l := range law {
			out[l] = append(out[l], m)
		}
	}
	for q, around := range p.Questions() {
		add(q.Law, "")
		for _, o := range q.Options {
			add(o.Law, o.Mark)
		}
		for _, r := range around {
			add(r.Law, "")
		}
	}
	for _, n := range p.Notices {
		add(n.Law, n.Mark)
	}
	for _, d := range p.Deadlines {
		add(d.Law, d.Mark)
	}
	for _, s := range p.Filing {
		add(s.Law, s.Mark)
	}
	if r := p.Route; r != nil {
		for _, x := range slices.Concat(r.First, r.Closed) {
			add(x.Law, x.Mark)
		}
		for _, x := range r.Tells {
			add(x.Law, x.Mark)
		}
		for _, x := range r.Conflicts {
			add(x.Law, x.Mark)
		}
	}
	return out
}

// TestLawIsCovered proves that every gate, ground, warning, form field and
// deadline of a law file is served by an item of its pack or left out for a
// reason, and that a pack names nothing that its law files do not have.
func TestLawIsCovered(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		book := laws(t, p.ID)
		got := served(p)
		for _, o := range p.Omits {
			if got[o.Law] != nil {
				t.Errorf("%s: %s is both served and left out", p.ID, o.Law)
			}
			got[o.Law] = append(got[o.Law], "")
		}
		for _, item := range book.items() {
			if got[item] == nil {
				t.Errorf("%s: nothing serves %s, and nothing says why", p.ID, item)
			}
		}
		for item := range got {
			if book.lacks(item) {
				t.Errorf("%s: the law file has no %s", p.ID, item)
			}
		}
	}
}

// rank orders marks from the strongest claim to the weakest.
var rank = map[forms.Mark]int{forms.Verified: 3, forms.SecondHand: 2, forms.Unverified: 1, forms.EditorialNote: 0, "": 0}

// TestMarksClaimNoMore proves that no item of a pack claims to be better verified
// than the law file says of what it serves.
func TestMarksClaimNoMore(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		book := laws(t, p.ID)
		for item, marks := range served(p) {
			most, known := book.most(item)
			for _, m := range marks {
				if known && rank[m] > rank[most] {
					t.Errorf("%s: %s is marked %s, but the law file allows %s at most", p.ID, item, m, most)
				}
			}
		}
	}
}

// most is the strongest mark that the law file allows for a deadline, a ground
// or a warning.
func (f lawFile) most(item string) (forms.Mark, bool) {
	kind, id, _ := strings.Cut(item, ".")
	switch kind {
	case "deadlines":
		for _, d := range f.Deadlines {
			if d.ID == id {
				return markOf(d.Verified, d.Grade), true
			}
		}
	case "grounds":
		if slices.ContainsFunc(f.Unverified, func(u struct {
			Confidence string `json:"confidence"`
			About      string `json:"about"`
		}) bool {
			return u.About == "grounds"
		}) {
			return forms.Unverified, true
		}
	case "warnings":
		w, ok := nth(f.Warnings, id)
		return inline(w), ok
	}
	entry, ok := nth(f.lists()[kind], id)
	return inline(entry), ok
}

// inline is the strongest mark that the marks within a text allow.
func inline(w string) forms.Mark {
	switch {
	case strings.Contains(w, "[secondary]"):
		return forms.SecondHand
	case strings.Contains(w, "[unverified, high]"):
		return forms.Unverified
	case strings.Contains(w, "[verified]"):
		return forms.Verified
	}
	return forms.EditorialNote
}

func markOf(verified bool, grade string) forms.Mark {
	switch {
	case verified && grade == "secondary":
		return forms.SecondHand
	case verified:
		return forms.Verified
	default:
		return forms.Unverified
	}
}

// TestDeadlinesAreThoseOfTheLaw proves that kind, trigger, length and unit of
// every counted deadline are those of its law file, and that nothing unverified
// is counted.
func TestDeadlinesAreThoseOfTheLaw(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		book := laws(t, p.ID)
		for _, d := range p.Deadlines {
			for _, l := range book.deadlines(d.Law) {
				if !slices.Contains(l.kinds(), string(d.Kind)) {
					t.Errorf("%s: kind %s, in the law file %s", d.ID, d.Kind, l.Kind)
				}
				if d.Count == nil {
					continue
				}
				if !l.Verified || l.Length == nil || *l.Length != d.Count.Length || strings.TrimPrefix(*l.Unit, "calendar-") != string(d.Count.Unit) {
					t.Errorf("%s: counts %d %s, which the law file does not say", d.ID, d.Count.Length, d.Count.Unit)
				}
				if string(d.Trigger) != l.Trigger {
					t.Errorf("%s: trigger %s, in the law file %s", d.ID, d.Trigger, l.Trigger)
				}
				if l.From != nil && d.Valid.From.String() != *l.From {
					t.Errorf("%s: valid from %s, in the law file %s", d.ID, d.Valid.From, *l.From)
				}
			}
		}
	}
}

// TestNothingHeldBackIsShipped proves that no procedure is shipped whose law file
// says hold.
func TestNothingHeldBackIsShipped(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		for file, f := range laws(t, p.ID) {
			if f.Status != "ready" && f.Status != "partial" {
				t.Errorf("%s: the law file %s says %s", p.ID, file, f.Status)
			}
		}
	}
}

// TestRollsOnlyWhereTheLawDoes proves that a limit rolls over to a working day only
// where its law file says so of it. A rule that names a method rests on a
// counting rule of the file.
func TestRollsOnlyWhereTheLawDoes(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		book := laws(t, p.ID)
		for _, d := range p.Deadlines {
			if d.Count == nil || !d.Count.Roll && d.Count.Method == forms.SilentMethod {
				continue
			}
			found := false
			for _, l := range book.deadlines(d.Law) {
				found = true
				if d.Count.Roll && (l.Rolls == nil || !*l.Rolls) {
					t.Errorf("%s rolls over, which the law file does not say", d.ID)
				}
				if d.Count.Method != forms.SilentMethod && (l.Rule == nil && l.RunsFrom == nil) {
					t.Errorf("%s has a method of counting, of which the law file says nothing", d.ID)
				}
			}
			if !found {
				t.Errorf("%s rolls over or has a method, and names no deadline of the law file", d.ID)
			}
		}
	}
}
