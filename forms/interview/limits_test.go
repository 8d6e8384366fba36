package interview_test

import (
	"slices"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/interview"
)

// limits are deadlines of an invented procedure; nothing in them is law.
const limits = `notices:
  - id: too_late
    effect: warn
    over: copied
    at: start
    mark: editorial
deadlines:
  - id: old
    kind: hard
    trigger: notified
    count: {from: told_on, length: 6, unit: months, method: event-excluded}
    events: {to: "2022-01-31"}
    mark: verified
  - id: new
    kind: hard
    trigger: notified
    count: {from: told_on, length: 4, unit: months, method: event-excluded}
    events: {from: "2022-02-01"}
    safe: {length: 7, unit: days}
    mark: verified
  - id: posted
    kind: hard
    trigger: mailed
    count: {from: posted_on, not_before: [written_on, ordered_on], length: 14, unit: days, method: frcp-6, calendar: us-federal, roll: true}
    mark: verified
  - id: working
    kind: soft
    trigger: served
    count: {from: told_on, length: 5, unit: working-days}
    mark: secondary
  - id: hours
    kind: authority-clock
    trigger: served
    count: {from: told_on, length: 8, unit: hours}
    mark: verified
  - id: copied
    kind: national
    trigger: other
    notice: {last_day: last_day, length: length, unit: unit, event: event, from: from}
    mark: unverified
  - id: hearing
    kind: event
    trigger: other
    notice: {last_day: hearing_on}
    mark: unverified
`

const limitQuestions = `  - id: limits
    items:
      - id: told_on
        kind: date
        skips: [dont-know]
      - id: posted_on
        kind: date
        skips: [dont-know]
      - id: written_on
        kind: date
      - id: ordered_on
        kind: date
      - id: last_day
        kind: date
      - id: length
        kind: number
      - id: unit
        kind: choice
        options: [days, working-days, weeks, months, years]
      - id: event
        kind: choice
        options: [served, other]
      - id: from
        kind: date
      - id: hearing_on
        kind: date
`

func timed(t *testing.T) *forms.Procedure {
	t.Helper()
	before, rest, _ := strings.Cut(structure, "notices:\n")
	_, after, _ := strings.Cut(rest, "outline:\n")
	facts := "      - facts: [told_on, posted_on, written_on, ordered_on, last_day, length, unit, event, from, hearing_on]\n"
	src := before + limitQuestions + limits + "outline:\n" + strings.Replace(after, "      - facts: [court", facts+"      - facts: [court", 1)
	return load(t, src)
}

// TestLimits proves how rules are counted: by the day of their event, from the
// earliest day of one that is not known, with working days and roll-over, and as
// a notice says.
func TestLimits(t *testing.T) {
	cases := []struct {
		name    string
		answers []string
		want    []string // "id day", the day to plan with, "approximate", "over"
	}{
		{"nothing is told", nil, []string{"old -", "new -", "posted -", "working -", "hours -", "copied -", "hearing -"}},
		{"an event before the law changed", []string{"told_on = date:2022-01-31"},
			[]string{"old 2022-07-31 over", "posted -", "working 2022-02-07 over", "hours -", "copied -", "hearing -"}},
		{"an event after it", []string{"told_on = date:2022-02-01"},
			[]string{"new 2022-06-01 plan 2022-05-25 over", "posted -", "working 2022-02-08 over", "hours -", "copied -", "hearing -"}},
		{"an event that may be either: both, so that the nearer counts", []string{"told_on = about:2022-01-15"},
			[]string{"old 2022-07-15 approximate over", "new 2022-05-15 approximate plan 2022-05-08 over", "posted -", "working 2022-01-21 approximate over", "hours -", "copied -", "hearing -"}},
		{"the posting is not known: from the day of the letter", []string{"posted_on = skip:dont-know", "written_on = date:2026-11-14", "ordered_on = date:2026-11-01"},
			[]string{"old -", "new -", "posted 2026-11-30 approximate plan 2026-11-28", "working -", "hours -", "copied -", "hearing -"}},
		{"nor is that: from the day of the order", []string{"ordered_on = date:2026-11-12"},
			[]string{"old -", "new -", "posted 2026-11-27 approximate plan 2026-11-26", "working -", "hours -", "copied -", "hearing -"}},
		{"the posting is known: nothing else counts", []string{"posted_on = date:2026-11-16", "written_on = date:2026-11-01"},
			[]string{"old -", "new -", "posted 2026-11-30", "working -", "hours -", "copied -", "hearing -"}},
		{"the last day of a notice", []string{"last_day = date:2026-11-22"},
			[]string{"old -", "new -", "posted -", "working -", "hours -", "copied 2026-11-22 over", "hearing -"}},
		{"the length of a notice, run out", []string{"length = number:2", "unit = choice:weeks", "from = date:2026-11-02"},
			[]string{"old -", "new -", "posted -", "working -", "hours -", "copied 2026-11-16 over", "hearing -"}},
		{"the working days of a notice", []string{"length = number:5", "unit = choice:working-days", "from = date:2026-11-20"},
			[]string{"old -", "new -", "posted -", "working -", "hours -", "copied 2026-11-27", "hearing -"}},
		{"a date that stands in a document", []string{"hearing_on = date:2026-12-01"},
			[]string{"old -", "new -", "posted -", "working -", "hours -", "copied -", "hearing 2026-12-01"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := interview.Resolve(timed(t), answers(t, c.answers...), today)
			var got []string
			for _, d := range s.Deadlines {
				got = append(got, limitWords(d))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			late := slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "copied") && strings.HasSuffix(s, "over") })
			if (len(s.Notices) == 1) != late {
				t.Errorf("the notice of a limit that is over: %d shown", len(s.Notices))
			}
		})
	}
}

// TestLimitsOfAHiddenSection proves that a limit whose event is asked for in a
// section that is not shown does not stand among the limits.
func TestLimitsOfAHiddenSection(t *testing.T) {
	p := timed(t)
	i := slices.IndexFunc(p.Sections, func(s forms.Section) bool { return s.ID.Name() == "limits" })
	p.Sections = slices.Clone(p.Sections)
	p.Sections[i].When = expr(t, "never")
	for _, d := range interview.Resolve(p, answers(t, "told_on = date:2022-02-01"), today).Deadlines {
		if d.Rule.Count != nil {
			t.Errorf("%s is shown", d.Rule.ID)
		}
	}
}

func expr(t *testing.T, src string) cond.Expr {
	t.Helper()
	e, err := cond.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func limitWords(d interview.Deadline) string {
	out := d.Rule.ID.Name()
	if d.Day.IsZero() {
		return out + " -"
	}
	out += " " + d.Day.String()
	if d.Counted.Approx {
		out += " approximate"
	}
	if safe := d.Safe(); !safe.IsZero() {
		out += " plan " + safe.String()
	}
	if d.Over(today) {
		out += " over"
	}
	return out
}
