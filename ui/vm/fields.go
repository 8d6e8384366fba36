package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// Field is one thing asked on a page. Depending on its shape it is typed in
// Parts, chosen among Options, or a list of Items.
type Field struct {
	Key      Path
	Shape    Shape
	Label    string // "" where the title of the page is the label
	Name     string // the label, also where it is the title
	Hint     string
	Mark     string // that it may stay empty; "" where it may not
	Parts    []Part
	Options  []Option
	Many     bool     // several options can be chosen
	More     []Option // further options, to search
	MoreName string
	Empty    string   // said where there is nothing to choose from
	Detail   []string // what is known of the chosen option
	Items    []Item
	Add      string
	Drop     *Drop // a place for files; nil for none
	Skips    []Option
	Problem  *Message
	Fixed    bool // can be looked at, not changed
}

// Shape is how a field is answered.
type Shape uint8

// The shapes.
const (
	Typed    Shape = iota // in its Parts
	Listed                // among its Options, each with its words
	Searched              // among many Options, in a list that opens
	Body                  // among Options and More, or in Parts
	Listing               // in Items
)

// Part is a piece of a field that is typed or chosen by itself.
type Part struct {
	Name    string // by which Set knows it
	Label   string // "" where the field has only this one
	Value   string
	Example string
	Rows    int       // lines in sight; 0 for one line
	Options []Option  // where it is chosen
	Hint    string    // shown where nothing is chosen
	Full    bool      // takes the whole width
	Most    int       // characters; 0 where no limit is worth telling
	Boxes   []DateBox // of a date, which is typed in these; Value is all of it

	Calendar string // words of the way to a Calendar; "" where there is none
	Sound    bool   // is not what the problem of the field is about
}

func (v *Interview) field(a interview.Asked, first bool) Field {
	f := Field{Key: a.Path, Name: v.label(a.Path)}
	if !first {
		f.Label = f.Name
	}
	if !a.Required {
		f.Mark = v.a.text("ui.optional")
	}
	if a.Repeat != nil {
		f.Shape, f.Items = Listing, v.items(a.Path, a.Repeat)
		if a.Repeat.Max == 0 || len(f.Items) < a.Repeat.Max {
			f.Add = v.t.Text(v.p.Key("ask.r", a.Repeat.ID, "add"), nil)
		}
		if len(f.Items) == 0 {
			f.Empty = v.a.text("ui.list.empty")
		}
		f.Drop = v.drop(a.Path)
	} else {
		v.ask(&f, a, first)
	}
	f.Problem = v.problem(a)
	if v.a.readOnly != nil {
		f.fix()
	}
	return f
}

// fix leaves of a field what can be looked at.
func (f *Field) fix() {
	f.Fixed, f.Add, f.Drop, f.Skips = true, "", nil, nil
	f.Items = slices.Clone(f.Items)
	for i := range f.Items {
		f.Items[i].Remove, f.Items[i].Up, f.Items[i].Down = "", "", ""
	}
}

func (v *Interview) ask(f *Field, a interview.Asked, first bool) {
	q := a.Question
	if !first {
		f.Hint = v.help(q, "hint")
	}
	x, _ := v.answers().Get(a.Path)
	for _, s := range q.Skips {
		f.Skips = append(f.Skips, Option{Code: string(s), Label: v.t.Text(i18n.Key("skip."+s), nil), Chosen: x.Skip == s})
	}
	switch q.Kind {
	case forms.KindYesNo, forms.KindChoice, forms.KindMulti, forms.KindCountry, forms.KindFiles:
		v.offer(f, a, x)
	case forms.KindAuthority:
		v.offerAuthorities(f, a, x)
	default:
		f.Parts = v.partsOf(q, v.parts(a.Path))
	}
}

// problem is what is wrong with a field, once the person has left it.
func (v *Interview) problem(a interview.Asked) *Message {
	if !v.left[a.Path] {
		return nil
	}
	for _, p := range v.state.Problems {
		if p.At != a.Path || !p.Code.Blocking() || ofNotice(p.Code) {
			continue
		}
		m := problemWords(v.t, v.exact(a, p))
		return &m
	}
	return nil
}

// exact says why something typed cannot be read, in place of that it cannot.
func (v *Interview) exact(a interview.Asked, p forms.Problem) forms.Problem {
	x, _ := v.answers().Get(a.Path)
	if p.Code != forms.PendingText || a.Question == nil || a.Question.Kind == forms.KindAuthority {
		return p
	}
	switch _, code := v.reader().Parse(a.Question, x.Pending); code {
	case "":
	case forms.NotAPeriod: // each of its days stands by itself
		p.Code = forms.NotADate
	default:
		p.Code = code
	}
	return p
}

// partsOf are the parts of a typed field.
func (v *Interview) partsOf(q *forms.Question, value map[string]string) []Part {
	part := func(name string, label i18n.Key) Part {
		return Part{Name: name, Label: v.a.text(label), Value: value[name]}
	}
	switch q.Kind {
	case forms.KindDate:
		return v.datePart(value)
	case forms.KindPeriod:
		return v.periodPart(value)
	case forms.KindPerson:
		given, family := part(partGiven, "ui.name.given"), part(partFamily, "ui.name.family")
		if i18n.FamilyFirst(v.a.tag) {
			return []Part{family, given}
		}
		return []Part{given, family}
	case forms.KindMoney:
		return v.moneyParts(value)
	case forms.KindAddress:
		return v.addressParts(value)
	case forms.KindProse:
		return v.prosePart(q, value)
	case forms.KindText, forms.KindNumber:
		p := Part{Name: partText, Value: value[partText], Example: v.example(q.Kind), Full: q.Kind == forms.KindText}
		if q.Kind == forms.KindText {
			p.Most = q.Max
		}
		return []Part{p}
	case forms.KindYesNo, forms.KindChoice, forms.KindMulti, forms.KindCountry, forms.KindAuthority, forms.KindFiles, forms.KindItems:
	}
	return nil
}

// example shows how something is typed.
func (v *Interview) example(k forms.Kind) string {
	r := v.reader()
	day := forms.When{Date: forms.Date{Year: v.state.Today.Year, Month: 11, Day: 14}, Precision: forms.Exact}
	text := ""
	switch k {
	case forms.KindDate:
		text = r.Format(forms.Answer{Value: day})
	case forms.KindMoney:
		text, _, _ = strings.Cut(r.Format(forms.Answer{Value: forms.Money{Minor: 125000, Currency: "EUR"}}), " ")
	default:
		return ""
	}
	return v.a.t.Text("ui.example", i18n.Args{"example": text})
}

func (v *Interview) datePart(value map[string]string) []Part {
	return v.dayParts(dayAsked{part: partText, day: "ui.date.day", sure: "ui.date.sure", calendar: "ui.date.calendar"}, value)
}

// rows are the lines in sight of a long text, by how long it may be.
func rows(most int) int {
	if most != 0 && most <= 2000 {
		return 4
	}
	return 9
}

func (v *Interview) prosePart(q *forms.Question, value map[string]string) []Part {
	words := Part{Name: partText, Value: value[partText], Rows: rows(q.Max), Full: true, Most: q.Max}
	language := Part{Name: partLanguage, Label: v.a.text("ui.prose.language"), Value: value[partLanguage]}
	for _, tag := range i18n.Locales() {
		language.Options = append(language.Options, Option{Code: string(tag), Label: i18n.Self(tag), Chosen: string(tag) == value[partLanguage]})
	}
	out := []Part{words, language}
	if into := Tag(value[partInto]); into != "" && value[partText] != "" {
		label := v.a.t.Text("ui.prose.translation", i18n.Args{"language": i18n.Language(v.a.tag, into)})
		out = append(out, Part{Name: partTranslation, Label: label, Value: value[partTranslation], Rows: rows(q.Max), Full: true, Most: q.Max})
	}
	return out
}
