package compose

import (
	"slices"
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
)

// A list in the order of the dates has the exhibits that have none last, in the
// order in which the person has them; the numbers follow, and a list that is not
// dated is as the person has it.
func TestExhibitsInTheOrderOfTheirDates(t *testing.T) {
	answers := map[forms.Path]forms.Answer{exhibitList: {Value: forms.Items{"none", "late", "early", "also"}}}
	for id, year := range map[string]int{"late": 2026, "early": 2024} {
		when := forms.When{Date: forms.Date{Year: year, Month: 5, Day: 1}, Precision: forms.Exact}
		answers[exhibitList.In(id, exhibitDate)] = forms.Answer{Value: when}
	}
	for dated, want := range map[bool][]string{true: {"early", "late", "none", "also"}, false: {"none", "late", "early", "also"}} {
		block := forms.Block{Kind: forms.BlockExhibits, Furniture: forms.Furniture{Dated: dated}}
		s := interview.State{Procedure: &forms.Procedure{Outline: []forms.Block{block}}, Known: forms.NewAnswers(answers)}
		if got := exhibitOrder(s); !slices.Equal(got, want) || exhibitNumbers(s)[want[1]] != 2 {
			t.Errorf("dated %t: %q", dated, got)
		}
	}
}
