package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/i18n"
)

// Record notes what was filed, when, how, and what shows it.
type Record struct {
	a     *App
	v     *Interview // of the procedure that was filed
	date  string     // as it was typed
	filed forms.Filed
	fault fault
}

// RecordScreen is the record of a filing.
type RecordScreen struct {
	Title, Lead string
	Date        Part
	Body        RecordField
	Channel     RecordChoice
	Reference   RecordField
	Proof       RecordChoice
	Note        RecordField
	Save        string
	TakeBack    string // words that make it a draft again; "" where nothing is recorded
	Problem     *Message
	Back        string
}

// RecordField is a text of the record.
type RecordField struct{ Label, Hint, Value string }

// RecordChoice is a choice of the record.
type RecordChoice struct {
	Label, Hint string
	Prompt      string // shown where nothing is chosen
	Options     []Option
}

// RecordWords are what the check says of the filing.
type RecordWords struct {
	Title  string
	Lines  []string // what is recorded, or why to record it
	Button string
	Filed  bool
}

// Record is the page that records a filing; nil where it is not on screen.
func (a *App) Record() *Record { return here[*Record](a) }

// OpenRecord records the filing of the procedure.
func (c *Check) OpenRecord() {
	r := &Record{a: c.a, v: c.v, filed: forms.Filed{Body: c.v.bodyName()}}
	if f, ok := c.a.file.c.Filing(c.v.p.ID); ok && f.Filed != nil {
		r.filed, r.date = *f.Filed, f.Filed.On.String()
	}
	c.a.drop()
	c.a.enter(r)
	c.a.publish()
}

// bodyName is the body that the document is addressed to; "" where it is not named.
func (v *Interview) bodyName() string {
	ref, _ := v.answers().Value(Path(v.p.Body.Authority)).(forms.AuthorityRef)
	if a, ok := v.a.w.Library.Authority(ref.ID); ok {
		return a.Name
	}
	name, _ := v.answers().Value(Path(v.p.Body.Name)).(forms.Text)
	return joinWords(ref.Name, string(name))
}

func (r *Record) fill(v *View) { v.Record = r.screen() }

// speak changes nothing: a view has the words.
func (r *Record) speak() {}

func (r *Record) screen() *RecordScreen {
	a := r.a
	s := &RecordScreen{Title: a.text("ui.record.title"), Lead: a.text("ui.record.lead"), Save: a.text("ui.record.save"), Back: a.text("ui.back"),
		Date: Part{Name: partText, Label: a.text("ui.record.date"), Value: r.date, Example: r.v.example(forms.KindDate), Boxes: r.v.boxes(r.date, string(forms.Exact))},
		Body: RecordField{a.text("ui.record.body"), "", r.filed.Body}, Reference: RecordField{a.text("ui.record.reference"), a.text("ui.record.reference.hint"), r.filed.Reference},
		Note: RecordField{a.text("ui.record.note"), a.text("ui.record.note.hint"), r.filed.Note}}
	s.Channel = RecordChoice{Label: a.text("ui.record.channel"), Prompt: a.text("ui.record.choose"), Options: r.channels()}
	s.Proof = RecordChoice{Label: a.text("ui.record.proof"), Hint: a.text("ui.record.proof.hint"), Options: r.proofs()}
	if f, _ := a.file.c.Filing(r.v.p.ID); f.Filed != nil {
		s.TakeBack = a.text("ui.record.take-back")
	}
	if r.fault != "" {
		m := r.fault.words(a.t)
		s.Problem = &m
	}
	return s
}

// channels are the ways to send a document, those of the procedure first; at the end
// is what takes a choice back, which is never chosen itself.
func (r *Record) channels() []Option {
	var first, rest []Option
	for _, c := range forms.Channels() {
		o := Option{Code: string(c), Label: r.a.text(i18n.Key("routes.channel." + c)), Chosen: r.filed.Channel == string(c)}
		if r.v.p.Route != nil && slices.Contains(r.v.p.Route.Channels, c) {
			first = append(first, o)
		} else {
			rest = append(rest, o)
		}
	}
	return append(slices.Concat(first, rest), Option{Label: r.a.text("ui.record.unsaid")})
}

// proofs are the exhibits of the case.
func (r *Record) proofs() []Option {
	out := []Option{{Label: r.a.text("ui.record.none"), Chosen: r.filed.Proof == ""}}
	return append(out, r.v.fileList([]string{r.filed.Proof})...)
}

// SetDate takes what stands in the boxes of the day.
func (r *Record) SetDate(values map[string]string) {
	all := r.v.unbox(r.date)
	delete(all, "")
	if all == nil {
		all = map[string]string{}
	}
	for name, value := range values {
		all[name] = value
	}
	r.date = box(all, order(r.a.tag)[0])
	r.fault = ""
	r.a.publish()
}

// SetBody takes the body that it was filed with.
func (r *Record) SetBody(text string) { r.set(&r.filed.Body, text) }

// SetChannel takes the way by which it was sent; "" is none.
func (r *Record) SetChannel(code string) { r.set(&r.filed.Channel, code) }

// SetReference takes the reference that the body gave.
func (r *Record) SetReference(text string) { r.set(&r.filed.Reference, text) }

// SetProof takes the exhibit that shows the filing; "" is none.
func (r *Record) SetProof(id string) { r.set(&r.filed.Proof, id) }

// SetNote takes what else the person keeps of it.
func (r *Record) SetNote(text string) { r.set(&r.filed.Note, text) }

func (r *Record) set(field *string, text string) {
	*field = text
	r.a.publish()
}

// Save records the filing: from then on the clocks of the other side run from it.
func (r *Record) Save() {
	when, code := r.v.reader().Date(r.typedDate())
	switch {
	case r.date == "" || code != "" || when.Precision != forms.Exact:
		r.fault = faultFiledDay
	case when.Date.After(r.a.w.today()):
		r.fault = faultFiledLater
	default:
		r.fault = ""
	}
	if r.fault != "" {
		r.a.publish()
		return
	}
	r.filed.On = when.Date
	for _, field := range []*string{&r.filed.Body, &r.filed.Reference, &r.filed.Note} {
		*field = line(*field)
	}
	f := r.filing()
	filed := r.filed
	f.Status, f.Filed = forms.FilingFiled, &filed
	r.keep(f)
}

// typedDate is the day as one text, where all of its boxes are filled.
func (r *Record) typedDate() string {
	if strings.Contains(r.date, emptyBox) {
		return ""
	}
	return r.date
}

// TakeBack says that it was not filed: what is recorded of it goes.
func (r *Record) TakeBack() {
	f := r.filing()
	f.Status, f.Filed = forms.FilingDraft, nil
	r.keep(f)
}

func (r *Record) filing() forms.Filing {
	if f, ok := r.a.file.c.Filing(r.v.p.ID); ok {
		return f
	}
	return draft(r.v.p)
}

func (r *Record) keep(f forms.Filing) {
	r.a.file.change(r.a.file.c.WithFiling(f))
	r.Back()
}

// Back goes back to the check.
func (r *Record) Back() {
	r.a.returnBeneath(r)
	r.a.publish()
}

// record is what the check says of the filing.
func (c *Check) record() RecordWords {
	a := c.a
	out := RecordWords{Title: a.text("ui.record.heading"), Lines: []string{a.text("ui.record.why")}, Button: a.text("ui.record.begin")}
	f, _ := a.file.c.Filing(c.v.p.ID)
	if f.Filed == nil {
		return out
	}
	x := f.Filed
	out.Filed, out.Button = true, a.text("ui.change")
	filed := i18n.WeekdayDate(a.t.Writing(), x.On.Year, x.On.Month, x.On.Day)
	out.Lines = []string{a.t.Text("ui.status.filed", i18n.Args{"date": filed})}
	add := func(label i18n.Key, value string) {
		if value != "" {
			out.Lines = append(out.Lines, a.t.Text("ui.routes.labelled", i18n.Args{"label": a.text(label), "value": value}))
		}
	}
	add("ui.record.body", x.Body)
	if slices.Contains(forms.Channels(), forms.Channel(x.Channel)) {
		add("ui.record.channel", a.text(i18n.Key("routes.channel."+x.Channel)))
	}
	add("ui.record.reference", x.Reference)
	for _, o := range c.v.fileList([]string{x.Proof}) {
		if o.Chosen {
			add("ui.record.proof", o.Label)
		}
	}
	add("ui.record.note", x.Note)
	return out
}
