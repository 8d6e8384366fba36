package input

import (
	"reflect"
	"strings"

	"recourse/forms"
)

// authority reads the id or the name of a body in the records, or else a name
// and, on further lines, an address in the person's words.
func (r Reader) authority(raw string) (forms.Value, forms.ProblemCode) {
	in := lines(raw)
	if id, ok := r.findAuthority(in); ok {
		return forms.AuthorityRef{ID: id}, ""
	}
	if fields, ok := r.labelled(in); ok && len(fields["name"]) > 0 {
		return forms.AuthorityRef{Name: first(fields["name"]), Address: r.fromLabels(fields)}, ""
	}
	return forms.AuthorityRef{Name: in[0], Address: r.address(in[1:])}, ""
}

// findAuthority finds the one body that a single line names.
func (r Reader) findAuthority(in []string) (forms.AuthorityID, bool) {
	if len(in) != 1 {
		return "", false
	}
	typed, found, count := fold(in[0]), forms.AuthorityID(""), 0
	for _, a := range r.Authorities {
		if fold(string(a.ID)) == typed {
			return a.ID, true
		}
		if fold(a.Name) == typed || fold(a.NameEnglish) == typed {
			found, count = a.ID, count+1
		}
	}
	return found, count == 1
}

// FindAuthorities lists the bodies whose id, or a word of whose name, begins with
// what was typed.
func (r Reader) FindAuthorities(typed string) []forms.Authority {
	typed = wordsIn(typed)
	var out []forms.Authority
	for _, a := range r.Authorities {
		names := wordsIn(string(a.ID) + " " + a.Name + " " + a.NameEnglish)
		if typed != " " && strings.Contains(names, typed) {
			out = append(out, a)
		}
	}
	return out
}

func (r Reader) formatAuthority(v forms.AuthorityRef) string {
	if v.ID != "" {
		return string(v.ID)
	}
	plain := strings.TrimSpace(v.Name + "\n" + r.formatAddress(v.Address))
	if back, _ := r.authority(plain); reflect.DeepEqual(back, v) {
		return plain
	}
	return strings.TrimSpace(r.label("name") + v.Name + "\n" + r.withLabels(v.Address))
}
