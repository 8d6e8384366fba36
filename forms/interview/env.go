package interview

import (
	"strings"

	"recourse/forms"
	"recourse/forms/cond"
)

// env shows the answers known so far to conditions. Prefix is the item of a
// repeat that a condition stands in, "" at the top.
type env struct {
	known  map[forms.Path]forms.Answer
	today  forms.Date
	prefix string
}

func (e env) at(prefix string) env {
	e.prefix = prefix
	return e
}

// Value implements cond.Env: the item first, then outward.
func (e env) Value(ref cond.Ref) cond.Value {
	for prefix := e.prefix; ; prefix = Outward(prefix) {
		if a, ok := e.known[forms.Path(prefix)+forms.Path(ref)]; ok {
			return condValue(a.Value)
		}
		if prefix == "" {
			return cond.Value{}
		}
	}
}

// Items implements cond.Env.
func (e env) Items(ref cond.Ref) ([]cond.Env, bool) {
	for prefix := e.prefix; ; prefix = Outward(prefix) {
		at := forms.Path(prefix) + forms.Path(ref)
		if a, ok := e.known[at]; ok {
			items, isItems := a.Value.(forms.Items)
			envs := make([]cond.Env, len(items))
			for i, id := range items {
				envs[i] = e.at(string(at) + "/" + id + "/")
			}
			return envs, isItems
		}
		if prefix == "" {
			return nil, false
		}
	}
}

// Today implements cond.Env.
func (e env) Today() cond.Day { return day(e.today) }

// Outward is the prefix of the item around an item: "a/x/b/y/" lies in "a/x/".
func Outward(prefix string) string {
	for range 2 {
		prefix = strings.TrimSuffix(prefix, "/")
		prefix = prefix[:strings.LastIndexByte(prefix, '/')+1]
	}
	return prefix
}

func day(d forms.Date) cond.Day {
	return cond.Day{Year: d.Year, Month: uint8(d.Month), Day: uint8(d.Day)}
}

func condValue(v forms.Value) cond.Value {
	switch v := v.(type) {
	case nil:
		return cond.Value{}
	case forms.YesNo:
		return cond.BoolValue(bool(v))
	case forms.Choice:
		return cond.CodeValue(string(v))
	case forms.Multi:
		return cond.CodesValue(v)
	case forms.Number:
		return cond.NumberValue(int64(v))
	case forms.When:
		return cond.DateValue(day(v.Earliest()), day(v.Latest()))
	case forms.Country:
		return cond.CodeValue(string(v))
	case forms.AuthorityRef:
		if v.ID != "" {
			return cond.CodeValue(string(v.ID))
		}
	}
	return cond.PresentValue()
}
