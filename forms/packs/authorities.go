package packs

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

const authoritiesFile = "authorities.json"

// authorities reads the bodies. The file is a list, in the order of the ids.
func (l *loader) authorities() {
	data, err := fs.ReadFile(l.fsys, authoritiesFile)
	if err != nil {
		l.fault(authoritiesFile, "%v", err)
		return
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l.lib.authorities); err != nil {
		l.fault(authoritiesFile, "%v", err)
		return
	}
	list := l.lib.authorities
	if !slices.IsSortedFunc(list, func(a, b forms.Authority) int { return strings.Compare(string(a.ID), string(b.ID)) }) {
		l.fault(authoritiesFile, "the records stand in the order of their ids")
	}
	seen := map[forms.AuthorityID]bool{}
	for _, a := range list {
		l.checkAuthority(a, seen[a.ID])
		seen[a.ID] = true
	}
}

func (l *loader) checkAuthority(a forms.Authority, twice bool) {
	at := string(a.ID)
	switch {
	case a.ID == "" || twice:
		l.fault(authoritiesFile, "%s: each record has an id of its own", at)
	case !i18n.ValidCountry(string(a.Country)):
		l.fault(authoritiesFile, "%s: country is an ISO 3166-1 code", at)
	case a.Name == "" || a.NameEnglish == "" || len(a.Address) == 0:
		l.fault(authoritiesFile, "%s: name and address are missing", at)
	case a.Source == "" || a.AsOf.IsZero():
		l.fault(authoritiesFile, "%s: a record has a source and its day", at)
	case a.Regime != "gdpr" && a.Regime != "other":
		l.fault(authoritiesFile, "%s: regime is gdpr or other", at)
	}
	for _, tag := range a.Languages {
		if canonical, err := i18n.ParseTag(string(tag)); err != nil || canonical != tag {
			l.fault(authoritiesFile, "%s: %q is no language tag", at, tag)
		}
	}
}
