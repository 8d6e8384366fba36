package packs_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/packs"
)

// lawFile is what the test reads of a file of the law catalogue.
type lawFile struct {
	Status string `json:"status"`
	Gates  []struct {
		ID string `json:"id"`
	} `json:"standing_gates"`
	Grounds []struct {
		ID string `json:"id"`
	} `json:"grounds"`
	Warnings  []string `json:"warnings"`
	Deadlines []struct {
		ID       string  `json:"id"`
		Length   *int    `json:"length"`
		Unit     *string `json:"unit"`
		Kind     string  `json:"kind"`
		Trigger  string  `json:"trigger"`
		Verified bool    `json:"verified"`
		Grade    string  `json:"grade"`
		From     *string `json:"valid_from"`
	} `json:"deadlines"`
	Sections []struct {
		ID     string `json:"id"`
		Fields []struct {
			Key string `json:"key"`
		} `json:"fields"`
	} `json:"form_sections"`
	Unverified []struct {
		Confidence string `json:"confidence"`
		About      string `json:"about"`
	} `json:"unverified"`
}

func law(t *testing.T, id forms.ProcedureID) lawFile {
	t.Helper()
	data, err := os.ReadFile(string(id) + "/law.json")
	if err != nil {
		t.Fatal(err)
	}
	var f lawFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
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

func embedded(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := packs.Embedded()
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
	return out
}

// TestLawIsCovered proves that every gate, ground, warning, form field and
// deadline of a law file is served by an item of the pack or left out for a
// reason, and that a pack names nothing that the law file does not have.
func TestLawIsCovered(t *testing.T) {
	for _, p := range embedded(t).Procedures() {
		want := law(t, p.ID).items()
		got := served(p)
		for _, o := range p.Omits {
			if got[o.Law] != nil {
				t.Errorf("%s: %s is both served and left out", p.ID, o.Law)
			}
			got[o.Law] = append(got[o.Law], "")
		}
		for _, item := range want {
			if got[item] == nil {
				t.Errorf("%s: nothing serves %s, and nothing says why", p.ID, item)
			}
		}
		for item := range got {
			if known := []string{"standing_gates.", "grounds.", "warnings.", "deadlines.", "form."}; slices.ContainsFunc(known,
				func(k string) bool { return strings.HasPrefix(item, k) }) && !slices.Contains(want, item) {
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
		f := law(t, p.ID)
		for item, marks := range served(p) {
			most, known := f.most(item)
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
		var n int
		if _, err := fmt.Sscan(id, &n); err != nil || n < 1 || n > len(f.Warnings) {
			return "", false
		}
		switch w := f.Warnings[n-1]; {
		case strings.Contains(w, "[secondary]"):
			return forms.SecondHand, true
		case strings.Contains(w, "[unverified, high]"):
			return forms.Unverified, true
		case strings.Contains(w, "[verified]"):
			return forms.Verified, true
		default:
			return forms.EditorialNote, true
		}
	}
	return "", false
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
		f := law(t, p.ID)
		for _, d := range p.Deadlines {
			for _, l := range f.Deadlines {
				if !slices.Contains(d.Law, "deadlines."+l.ID) {
					continue
				}
				if string(d.Kind) != l.Kind {
					t.Errorf("%s: kind %s, in the law file %s", d.ID, d.Kind, l.Kind)
				}
				if d.Count == nil {
					continue
				}
				if !l.Verified || l.Length == nil || *l.Length != d.Count.Length || *l.Unit != string(d.Count.Unit) {
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
		if status := law(t, p.ID).Status; status != "ready" && status != "partial" {
			t.Errorf("%s: the law file says %s", p.ID, status)
		}
	}
}
