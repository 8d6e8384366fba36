package routes_test

import (
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/routes"
)

// TestReasonCodes proves that no code is listed twice and that the marks are as
// the law file has them: the factors of Art. 77(1) and the leading authority are
// verified, what we read from names, addresses and sectors is marked as ours, and
// what states no law bears no mark.
func TestReasonCodes(t *testing.T) {
	codes := routes.ReasonCodes()
	if sorted := slices.Sorted(slices.Values(codes)); len(slices.Compact(sorted)) != len(codes) {
		t.Error("a code is listed twice")
	}
	verified := []routes.ReasonCode{routes.LivesInState, routes.WorksInState, routes.HappenedInState, routes.SeatInState, routes.NoFactor}
	noLaw := []routes.ReasonCode{routes.LanguageYours, routes.LanguageHere, routes.LanguageMissing, routes.LanguageNotRecorded, routes.CheckAddress}
	for _, c := range codes {
		want := forms.EditorialNote
		switch {
		case slices.Contains(verified, c):
			want = forms.Verified
		case slices.Contains(noLaw, c):
			want = forms.UnmarkedByFile
		}
		if got := c.Mark(); got != want {
			t.Errorf("%s: mark %q, want %q", c, got, want)
		}
	}
}
