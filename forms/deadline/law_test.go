package deadline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/deadline"
	"recourse/forms/packs"
)

// lawLimit is a deadline of a law file, beside the pack of its procedure.
type lawLimit struct {
	ID       string `json:"id"`
	Length   int    `json:"length"`
	Unit     string `json:"unit"`
	Rolls    *bool  `json:"rolls_to_next_working_day"`
	Verified bool   `json:"verified"`
}

// limitRow is a count of a limit of a shipped procedure.
type limitRow struct {
	law   string // "procedure deadline", as the law file has it
	note  string
	event string
	side  deadline.Side
	rule  deadline.Rule
	more  []deadline.Span // an extension
	want  string
}

// limitRows are the verified limits of the shipped procedures. A pack that counts a
// limit adds its rows here: for each way of service, and for each date from which
// the law is another.
func limitRows() []limitRow {
	none := deadline.Rule{}
	usRolls := deadline.Rule{Method: forms.FRCP6, Calendar: forms.USFederal, Roll: true}
	excluded := deadline.Rule{Method: forms.EventExcluded}
	twoMonths := []deadline.Span{{Length: 2, Unit: forms.Months}}
	return []limitRow{
		{"gdpr-art77-complaint controller-answer", "", "2026-10-31", deadline.Wait, none, nil, "2026-11-30"},
		{"gdpr-art77-complaint controller-answer", "extended by two months", "2026-10-31", deadline.Wait, none, twoMonths, "2027-01-30"},
		{"gdpr-art77-complaint controller-answer", "over the end of a year", "2026-12-31", deadline.Limit, none, nil, "2027-01-31"},
		{"gdpr-art77-complaint controller-answer", "received by the organisation, as the letter counts it", "2026-11-20", deadline.Limit, none, nil, "2026-12-20"},
		{"gdpr-art77-complaint controller-answer", "announced in time, as the letter counts it", "2026-11-30", deadline.Limit, none, twoMonths, "2027-02-28"},
		{"gdpr-art77-complaint authority-silence", "", "2026-11-23", deadline.Limit, none, nil, "2027-02-23"},
		{"gdpr-art77-complaint inadmissibility-decision", "", "2027-04-02", deadline.Limit, none, nil, "2027-04-16"},
		{"gdpr-art77-complaint transmission", "", "2027-04-02", deadline.Limit, none, nil, "2027-05-14"},
		{"led-complaint-indirect-access authority-silence", "", "2026-11-23", deadline.Limit, none, nil, "2027-02-23"},
		{"led-complaint-indirect-access authority-silence", "the end of a shorter month", "2026-11-30", deadline.Limit, none, nil, "2027-02-28"},
		{"us-rfpa-customer-challenge challenge-served", "served on a Friday", "2026-11-13", deadline.Limit, usRolls, nil, "2026-11-23"},
		{"us-rfpa-customer-challenge challenge-served", "ends on Thanksgiving Day", "2026-11-16", deadline.Limit, usRolls, nil, "2026-11-27"},
		{"us-rfpa-customer-challenge challenge-served", "ends on a Sunday", "2026-11-19", deadline.Limit, usRolls, nil, "2026-11-30"},
		{"us-rfpa-customer-challenge challenge-mailed", "from posting, not from receipt", "2026-11-13", deadline.Limit, usRolls, nil, "2026-11-27"},
		{"us-rfpa-customer-challenge challenge-mailed", "ends on Thanksgiving Day", "2026-11-12", deadline.Limit, usRolls, nil, "2026-11-27"},
		{"us-rfpa-customer-challenge challenge-mailed", "ends on a Saturday before a holiday on Monday", "2026-09-26", deadline.Limit, usRolls, nil, "2026-10-13"},
		{"dpf-national-security-redress dprc-review", "no roll-over: a Saturday", "2026-10-20", deadline.Limit, none, nil, "2026-12-19"},
		{"us-dprc-application application", "the same limit in the file of the second stage", "2026-10-20", deadline.Limit, none, nil, "2026-12-19"},
		{"us-sca-2704-customer-challenge challenge", "reached the person", "2026-11-16", deadline.Limit, none, nil, "2026-11-30"},
		{"us-sca-2704-customer-challenge challenge", "posted, ends on a Sunday and stays there", "2026-11-22", deadline.Limit, none, nil, "2026-12-06"},
		{"us-sca-2704-customer-challenge challenge", "dated, over the end of the year", "2026-12-24", deadline.Limit, none, nil, "2027-01-07"},
		{"us-sca-2703h-provider-comity provider-motion", "served on the provider on a Monday", "2026-11-16", deadline.Limit, none, nil, "2026-11-30"},
		{"us-sca-2703h-provider-comity provider-motion", "ends on a Saturday and stays there", "2026-11-14", deadline.Limit, none, nil, "2026-11-28"},
		{"echr-individual-application application", "ends on a working day", "2026-10-05", deadline.Limit, excluded, nil, "2027-02-05"},
		{"echr-individual-application application", "ends on a Saturday and stays there", "2026-08-05", deadline.Limit, excluded, nil, "2026-12-05"},
		{"echr-individual-application application", "ends on a Sunday that is New Year’s Day", "2022-09-01", deadline.Limit, excluded, nil, "2023-01-01"},
		{"echr-individual-application application", "the month lacks the day", "2026-10-30", deadline.Limit, excluded, nil, "2027-02-28"},
		{"un-hrc-op1-communication submission", "from the last decision at home", "2021-11-23", deadline.Limit, none, nil, "2026-11-23"},
		{"un-hrc-op1-communication submission", "from a leap day", "2024-02-29", deadline.Limit, none, nil, "2029-02-28"},
		{"un-hrc-op1-communication submission-after-other-procedure", "from the end of the other procedure", "2022-02-17", deadline.Limit, none, nil, "2025-02-17"},
		{"us-sca-2704-customer-challenge delay-of-notice", "", "2026-09-01", deadline.Limit, none, nil, "2026-11-30"},
		{"us-irs-7609-petition-to-quash petition", "mailed: the day of mailing is day zero", "2026-11-03", deadline.Limit, excluded, nil, "2026-11-23"},
		{"us-irs-7609-petition-to-quash petition", "mailed, ends on a Sunday and stays there", "2026-11-09", deadline.Limit, excluded, nil, "2026-11-29"},
		{"us-irs-7609-petition-to-quash petition", "handed over or left, ends on Thanksgiving Day and stays there", "2026-11-06", deadline.Limit, excluded, nil, "2026-11-26"},
		{"us-irs-7609-petition-to-quash copies-by-certified-mail", "the same period, over the end of the year", "2026-12-18", deadline.Limit, excluded, nil, "2027-01-07"},
		{"us-irs-7609-petition-to-quash irs-notice-after-service", "", "2026-11-05", deadline.Limit, none, nil, "2026-11-08"},
		{"uk-ipt complaint", "", "2026-03-19", deadline.Limit, none, nil, "2027-03-19"},
		{"uk-ipt complaint", "no roll-over: a Sunday", "2025-11-22", deadline.Limit, none, nil, "2026-11-22"},
		{"uk-ipt complaint", "from the leap day", "2028-02-29", deadline.Limit, none, nil, "2029-02-28"},
		{"interpol-ccf-access ccf-answer", "from the day of admissibility, into a shorter month", "2026-10-31", deadline.Limit, none, nil, "2027-02-28"},
		{"interpol-ccf-correction-deletion ccf-answer", "from the day of admissibility", "2026-05-31", deadline.Limit, none, nil, "2027-02-28"},
		{"interpol-ccf-correction-deletion revision", "no roll-over: a Saturday", "2026-08-27", deadline.Limit, none, nil, "2027-02-27"},
		{"interpol-ccf-revision revision", "the same limit in the file of the revision", "2026-08-27", deadline.Limit, none, nil, "2027-02-27"},
	}
}

// TestLimitsOfTheLawFiles proves the counts that the shipped procedures make. Each
// row cites the law file and the id of the deadline there, and what is counted is
// what the file says: a row without such an entry fails.
func TestLimitsOfTheLawFiles(t *testing.T) {
	for _, tc := range limitRows() {
		t.Run(tc.law+" "+tc.note, func(t *testing.T) {
			l := lawOf(t, tc.law)
			if !l.Verified || tc.rule.Roll && (l.Rolls == nil || !*l.Rolls) {
				t.Fatalf("the law file does not say so")
			}
			spans := append([]deadline.Span{{Length: l.Length, Unit: forms.Unit(strings.TrimPrefix(l.Unit, "calendar-"))}}, tc.more...)
			c, ok := deadline.Count(exact(t, tc.event), tc.side, tc.rule, spans...)
			if !ok || c.Day.String() != tc.want {
				t.Errorf("got %s, want %s", c.Day, tc.want)
			}
		})
	}
}

// TestEveryCountedLimitHasItsRow proves that no shipped procedure counts a limit
// that is not in the table, or by another rule than there.
func TestEveryCountedLimitHasItsRow(t *testing.T) {
	lib, err := packs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range lib.Procedures() {
		for _, d := range p.Deadlines {
			if d.Count == nil || d.Count.Unit == forms.Hours {
				continue
			}
			for _, l := range d.Law {
				cite := citeOf(p.ID, l)
				if !slices.ContainsFunc(limitRows(), func(r limitRow) bool { return r.law == cite && r.rule == deadline.RuleOf(d.Count) }) {
					t.Errorf("%s is counted, and no row of limitRows counts it by its rule", cite)
				}
			}
		}
	}
}

// citeOf is how limitRows cites an item of a pack's law file, or of a further one
// in its folder law, which the item names before a slash.
func citeOf(id forms.ProcedureID, item string) string {
	file, name, further := strings.Cut(item, "/")
	if !further {
		file, name = string(id), item
	}
	return file + " " + strings.TrimPrefix(name, "deadlines.")
}

// lawFile reads the law file that a pack has as its own or in its folder law.
func lawFile(t *testing.T, id string) []byte {
	t.Helper()
	files, err := filepath.Glob("../packs/*/law/" + id + ".json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(append(files, "../packs/"+id+"/law.json")[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func lawOf(t *testing.T, cite string) lawLimit {
	t.Helper()
	procedure, id, _ := strings.Cut(cite, " ")
	data := lawFile(t, procedure)
	var file struct {
		Deadlines []lawLimit `json:"deadlines"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for _, l := range file.Deadlines {
		if l.ID == id {
			return l
		}
	}
	t.Fatalf("%s has no deadline %s", procedure, id)
	return lawLimit{}
}
