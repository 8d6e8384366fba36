package forms_test

import (
	"testing"

	"recourse/forms"
)

const item = "0193f1f4-2c6f-7a44-9b39-3f6b3b9c3a11"

// TestPath proves how a path is taken apart and which forms are refused.
func TestPath(t *testing.T) {
	deep := forms.Path("earlier.proceedings/" + item + "/earlier.letters/" + item + "/earlier.date")
	cases := []struct {
		path     forms.Path
		question forms.ID
		prefix   string
		item     string
		depth    int
		valid    bool
	}{
		{"person.name", "person.name", "", "", 0, true},
		{"earlier.proceedings/" + item + "/earlier.body", "earlier.body", "earlier.proceedings/" + item + "/", item, 1, true},
		{deep, "earlier.date", "earlier.proceedings/" + item + "/earlier.letters/" + item + "/", item, 2, true},
		{deep + "/" + item + "/a.b", "a.b", string(deep) + "/" + item + "/", item, 3, false},
		{"person", "person", "", "", 0, false},
		{"Person.name", "Person.name", "", "", 0, false},
		{"earlier.proceedings/7/earlier.body", "earlier.body", "earlier.proceedings/7/", "7", 1, false},
		{"", "", "", "", 0, false},
	}
	for _, tc := range cases {
		p := tc.path
		if p.Question() != tc.question || p.Prefix() != tc.prefix || p.Item() != tc.item || p.Depth() != tc.depth || p.Valid() != tc.valid {
			t.Errorf("%q: %q %q %q %d %t", p, p.Question(), p.Prefix(), p.Item(), p.Depth(), p.Valid())
		}
	}
	if got := forms.Path("earlier.proceedings").In(item, "earlier.body"); got != cases[1].path {
		t.Errorf("In gives %q", got)
	}
}
