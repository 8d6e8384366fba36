package vm

import (
	"slices"
	"strings"
	"testing"

	"recourse/forms"
)

// A filing is recorded with its day, channel, reference, proof and note; the clocks
// of the other side run from it, the list says so, and it can be taken back.
func TestRecordAFiling(t *testing.T) {
	w, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	a.openCheck()
	if s := a.View().Check; s.Record.Filed || len(s.Record.Lines) == 0 || s.Record.Button == "" {
		t.Fatalf("%+v", s.Record)
	}
	a.Check().OpenRecord()
	s := a.View().Record
	if s == nil || s.Body.Value == "" || s.TakeBack != "" || len(s.Date.Boxes) != 3 || len(s.Proof.Options) < 2 {
		t.Fatalf("%+v", s)
	}
	r := a.Record()
	if s.Channel.Prompt == "" || slices.ContainsFunc(s.Channel.Options, func(o Option) bool { return o.Chosen }) {
		t.Errorf("it says how it was sent before the person does: %+v", s.Channel)
	}
	r.SetChannel("hand")
	r.SetChannel(s.Channel.Options[len(s.Channel.Options)-1].Code)
	if r.filed.Channel != "" {
		t.Errorf("what was chosen is not taken back: %q", r.filed.Channel)
	}
	for _, x := range []map[string]string{{BoxDay: "12", BoxMonth: "11"}, {BoxYear: "2026"}} {
		r.SetDate(x)
	}
	r.SetChannel("post")
	r.SetReference(" RR 123 ")
	proof := s.Proof.Options[1].Code
	r.SetProof(proof)
	r.SetNote("by registered letter")
	r.Save()
	c := a.View().Check
	if c == nil || !c.Record.Filed || !strings.Contains(c.Title, "12 November 2026") || len(c.Record.Lines) != 6 {
		t.Fatalf("%+v", c)
	}
	want := forms.Filed{On: forms.Date{Year: 2026, Month: 11, Day: 12}, Body: s.Body.Value, Channel: "post", Reference: "RR 123", Proof: proof, Note: "by registered letter"}
	f, _ := w.storedAfter(t).Filing(complaint)
	if f.Status != forms.FilingFiled || *f.Filed != want {
		t.Errorf("stored: %+v", f.Filed)
	}
	silent := slices.ContainsFunc(c.Checked.Limits, func(d CheckedLimit) bool { return strings.Contains(d.Day, "12 February 2027") })
	if !silent || !strings.Contains(c.Pill.Text, "12 Feb 2027") {
		t.Errorf("the clock: %+v, %+v", c.Pill, c.Checked.Limits)
	}
	a.GoHome()
	row := a.View().Cases.Rows[0]
	if row.status != statusFiled || !strings.Contains(row.Status.Text, "12 Nov 2026") || !strings.Contains(row.Due.Text, "12 Feb 2027") {
		t.Errorf("the list: %+v", row)
	}
	a.Cases().Open(row.ID, complaint)
	a.openCheck()
	a.Check().OpenRecord()
	if s := a.View().Record; s.TakeBack == "" || s.Date.Boxes[0].Value != "12" || s.Note.Value != want.Note {
		t.Errorf("again: %+v", s)
	}
	a.Record().TakeBack()
	if f, _ := w.storedAfter(t).Filing(complaint); f.Filed != nil || f.Status != forms.FilingDraft || a.View().Check.Record.Filed {
		t.Errorf("taken back: %+v", f)
	}
}

// A day that is missing, cannot be, or is still to come, is refused in words, and
// what was typed stays; a change of language keeps it too.
func TestRecordRefuses(t *testing.T) {
	_, a := begin(t, "de", complaint)
	a.openCheck()
	a.Check().OpenRecord()
	for name, c := range map[string]struct {
		date map[string]string
		want fault
	}{
		"none":     {nil, faultFiledDay},
		"a part":   {map[string]string{BoxDay: "12", BoxMonth: "11", BoxYear: ""}, faultFiledDay},
		"no day":   {map[string]string{BoxDay: "31", BoxMonth: "2", BoxYear: "2026"}, faultFiledDay},
		"a year":   {map[string]string{BoxDay: "", BoxMonth: "", BoxYear: "2026"}, faultFiledDay},
		"tomorrow": {map[string]string{BoxDay: "24", BoxMonth: "11", BoxYear: "2026"}, faultFiledLater},
	} {
		a.Record().date = ""
		if c.date != nil {
			a.Record().SetDate(c.date)
		}
		a.Record().Save()
		s := a.View().Record
		if s == nil || s.Problem == nil || *s.Problem != c.want.words(a.t) {
			t.Fatalf("%s: %+v", name, s)
		}
		for _, b := range s.Date.Boxes {
			if b.Value != c.date[b.Name] {
				t.Errorf("%s: %s became %q", name, b.Name, b.Value)
			}
		}
	}
	a.Record().SetNote("mitten im W")
	a.SetLanguage("ar")
	if s := a.View().Record; s.Note.Value != "mitten im W" || !a.View().RTL {
		t.Errorf("after the switch: %+v", s.Note)
	}
	a.Record().Back()
	if a.Check() == nil || a.View().Check.Record.Filed {
		t.Error("not back at the check, or recorded")
	}
}
