package interview_test

import (
	"testing"

	"recourse/forms"
	"recourse/forms/interview"
)

// TestClocksRunFromTheFiling proves that a clock that begins with the filing runs
// from the day that the case records, and before that as if it were filed today;
// that the filing keeps the limits that it came in time for; and that the filing of
// another procedure changes nothing.
func TestClocksRunFromTheFiling(t *testing.T) {
	p := load(t, structure)
	on := forms.Date{Year: 2026, Month: 8, Day: 31}
	filed := func(id forms.ProcedureID) []forms.Filing {
		return []forms.Filing{{Procedure: id, PackVersion: 1, Status: forms.FilingFiled, Filed: &forms.Filed{On: on, Body: "A court"}}}
	}
	drafted := []forms.Filing{{Procedure: p.ID, PackVersion: 1, Status: forms.FilingDraft}}
	cases := []struct {
		name    string
		filings []forms.Filing
		day     string
		step    string
		awaits  bool
	}{
		{"no filing", nil, "2027-02-23", "deadline.step.lodged", true},
		{"a draft", drafted, "2027-02-23", "deadline.step.lodged", true},
		{"filed elsewhere", filed("another-procedure"), "2027-02-23", "deadline.step.lodged", true},
		{"filed", filed(p.ID), "2026-11-30", "deadline.step.filed", false},
	}
	for _, c := range cases {
		s := interview.ResolveCase(p, forms.Case{Filings: c.filings}, today)
		found := false
		for _, d := range s.Deadlines {
			if d.Rule.ID.Name() != "silence" {
				continue
			}
			found = true
			if d.Day.String() != c.day || string(d.Counted.Steps[0].Text) != c.step || s.Awaits(d) != c.awaits || s.Kept(d) {
				t.Errorf("%s: %s, %s, awaits %t", c.name, d.Day, d.Counted.Steps[0].Text, s.Awaits(d))
			}
		}
		if !found {
			t.Errorf("%s: the clock does not run", c.name)
		}
	}
}

// TestFilingKeepsLimits proves that a limit counts as kept where the recorded filing
// came no later than its last day.
func TestFilingKeepsLimits(t *testing.T) {
	p := timed(t)
	for _, c := range []struct {
		name  string
		filed forms.Date
		kept  bool
	}{
		{"on the last day", forms.Date{Year: 2026, Month: 11, Day: 22}, true},
		{"a day late", forms.Date{Year: 2026, Month: 11, Day: 23}, false},
		{"not filed", forms.Date{}, false},
	} {
		cas := forms.Case{Answers: answers(t, "last_day = date:2026-11-22")}
		if !c.filed.IsZero() {
			cas.Filings = []forms.Filing{{Procedure: p.ID, Status: forms.FilingFiled, Filed: &forms.Filed{On: c.filed}}}
		}
		s := interview.ResolveCase(p, cas, today)
		for _, d := range s.Deadlines {
			if got := s.Kept(d); d.Rule.ID.Name() == "copied" && got != c.kept || d.Rule.ID.Name() != "copied" && got {
				t.Errorf("%s: %s kept %t", c.name, d.Rule.ID, got)
			}
		}
	}
}
