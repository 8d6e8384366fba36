package sample

import "recourse/forms"

// What the account of a block has beside options: a text of several pages, of more
// than longText bytes, and dates that are uncertain. Where chance has given none by
// the last quarter of a block, the next that can be one is.
const (
	long     = "a text of several pages"
	longText = 6000
	about    = "a date about"
	yearOnly = "a date of a year"
)

// rarity is what an answer is that few answers are; "" for others.
func rarity(v forms.Value) string {
	switch v := v.(type) {
	case forms.Prose:
		if len(v.Words) > longText {
			return long
		}
	case forms.When:
		switch v.Precision {
		case forms.About:
			return about
		case forms.YearOnly:
			return yearOnly
		case forms.Exact:
		}
	}
	return ""
}

// pays tells whether something is owed, once.
func (m *maker) pays(what string) bool {
	owed := m.owes[what]
	m.owes[what] = false
	return owed
}
