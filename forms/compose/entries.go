package compose

import (
	"slices"
	"strconv"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/doc"
	"recourse/forms/interview"
	"recourse/i18n"
)

// entries writes the entries of a section; prefix is the item of a repeat.
func (w *writer) entries(entries []forms.Entry, prefix string) {
	for _, e := range entries {
		if !w.s.Holds(e.When, prefix) {
			continue
		}
		switch {
		case len(e.Facts) > 0:
			w.facts(e.Facts, e.Limit, prefix)
		case e.Text != "":
			w.statement(e, prefix)
		case e.Prose != "":
			w.proseEntry(w.place(e.Prose, prefix))
		case e.Checklist != "":
			w.checklist(e, prefix)
		case e.List != "":
			w.listEntry(w.place(e.List, prefix))
		case e.Each != "":
			w.each(e, prefix)
		}
	}
}

// place is the path at which a question is asked, seen from an item: in the item
// itself, or outward.
func (w *writer) place(id forms.ID, prefix string) forms.Path {
	for ; prefix != ""; prefix = interview.Outward(prefix) {
		if at := forms.Path(prefix) + forms.Path(id); w.asked(at) {
			return at
		}
	}
	return forms.Path(id)
}

func (w *writer) asked(at forms.Path) bool {
	_, ok := w.s.Known.Get(at)
	return ok
}

// facts is a table; questions without an answer leave no row, but a required
// one that was skipped as not known says so. What exceeds the limit of a row goes
// to the annex.
func (w *writer) facts(ids []forms.ID, l forms.Limit, prefix string) {
	var rows []doc.Fact
	for _, id := range ids {
		at := w.place(id, prefix)
		value := w.value(at)
		if len(value) == 0 && w.notKnown(at) {
			value = []doc.Runs{{{Text: w.t.Plain("doc.dont-know", nil), From: at}}}
		}
		if len(value) > 0 {
			rows = append(rows, w.fact(w.label(id), value, l))
		}
	}
	if len(rows) == 0 {
		return
	}
	if n := len(w.blocks); n > 0 {
		if before, ok := w.blocks[n-1].(doc.Facts); ok {
			w.blocks[n-1] = doc.Facts{Rows: append(before.Rows, rows...)}
			return
		}
	}
	w.add(doc.Facts{Rows: rows})
}

// fact is one row, within its limit.
func (w *writer) fact(label doc.Runs, value []doc.Runs, l forms.Limit) doc.Fact {
	row := doc.Fact{Label: label, Value: value}
	if w.copy == Filing {
		row.Value, row.Anchor = w.limited(value, l, label)
	}
	return row
}

func (w *writer) notKnown(at forms.Path) bool {
	a, _ := w.s.Known.Get(at)
	q := w.p.Question(at.Question())
	return a.Skip == forms.DontKnow && !q.Required.IsZero() && q.Required.Eval(w.s.Env(at.Prefix())) == cond.Yes
}

// next is the number of the next paragraph: "3.1".
func (w *writer) next() string {
	w.para++
	if w.number == "" {
		return strconv.Itoa(w.para)
	}
	return w.number + "." + strconv.Itoa(w.para)
}

// paragraph is numbered, but for one that stands below an option.
func (w *writer) paragraph(text doc.Runs) {
	if w.under {
		w.add(doc.Paragraph{Text: text, Quote: true})
		return
	}
	w.add(doc.Paragraph{Number: w.next(), Text: text})
}

// statement is a sentence of the catalog. It is left out where a value that it
// names is not known: a sentence never stands with a gap.
func (w *writer) statement(e forms.Entry, prefix string) {
	if runs, ok := w.filled(i18n.Key("doc.t."+e.Text), e.Args, prefix); ok {
		w.paragraph(runs)
	}
}

// filled is a sentence of the catalog with the answers that it names; ok is false
// where one of them is not there.
func (w *writer) filled(k i18n.Key, ids map[string]forms.ID, prefix string) (runs doc.Runs, ok bool) {
	args := map[string]doc.Runs{}
	for name, id := range ids {
		if args[name] = w.inline(w.place(id, prefix)); len(args[name]) == 0 {
			return nil, false
		}
	}
	return w.sentence(k, args), true
}

func (w *writer) proseEntry(at forms.Path) {
	for _, text := range w.value(at) {
		if text[0].Style&doc.Small != 0 {
			w.add(doc.Paragraph{Text: text, Quote: true})
		} else {
			w.paragraph(text)
		}
	}
}

// checklist is a numbered paragraph for each chosen option: its name in bold and
// its article of law; below it, without numbers, what the outline has under it.
func (w *writer) checklist(e forms.Entry, prefix string) {
	at := w.place(e.Checklist, prefix)
	if e.Every {
		w.boxes(e, at, prefix)
		return
	}
	chosen, _ := w.s.Known.Value(at).(forms.Multi)
	q := w.p.Question(at.Question())
	for _, o := range q.Options {
		if !contains(chosen, o.Code) {
			continue
		}
		w.paragraph(w.ground(q.ID, o, doc.Run{Text: w.option(at, o.Code), From: at, Style: doc.Bold}))
		w.below(e.Under[o.Code], prefix)
	}
}

// ground is the name of an option, its article of law and its mark.
func (w *writer) ground(id forms.ID, o forms.Option, name doc.Run) doc.Runs {
	text := doc.Runs{name}
	if o.Article {
		text = append(text, own(" ("+w.t.Plain(w.p.Key("doc.q", id, "o", o.Code, "article"), nil)+")"))
	}
	return append(text, w.markRuns(o.Basis)...)
}

// below writes what the outline has under an option.
func (w *writer) below(entries []forms.Entry, prefix string) {
	outer := w.under
	w.under = true
	w.entries(entries, prefix)
	w.under = outer
}

// boxes is a checklist of all options that are offered or chosen, each with its
// box. Nothing stands there where nothing is chosen.
func (w *writer) boxes(e forms.Entry, at forms.Path, prefix string) {
	chosen, _ := w.s.Known.Value(at).(forms.Multi)
	if one, ok := w.s.Known.Value(at).(forms.Choice); ok {
		chosen = forms.Multi{string(one)}
	}
	if len(chosen) == 0 {
		return
	}
	list := doc.List{Indent: true}
	q := w.p.Question(at.Question())
	for _, o := range q.Options {
		name := own(w.option(at, o.Code))
		ticked := contains(chosen, o.Code)
		if !ticked && !w.s.Holds(o.When, at.Prefix()) {
			continue
		}
		item := doc.Item{Marker: "☐"}
		if ticked {
			item.Marker, name.From = "☒", at
		}
		item.Text = []doc.Runs{w.ground(q.ID, o, name)}
		list.Items = append(list.Items, item)
		if ticked && len(e.Under[o.Code]) > 0 {
			list = w.within(list, e.Under[o.Code], prefix)
		}
	}
	if len(list.Items) > 0 {
		w.add(list)
	}
}

// within writes what the outline has under the last item of a list: paragraphs
// into the item, all else below it. It returns the list that goes on.
func (w *writer) within(list doc.List, under []forms.Entry, prefix string) doc.List {
	mark := len(w.blocks)
	w.below(under, prefix)
	more := slices.Clone(w.blocks[mark:])
	w.blocks = w.blocks[:mark]
	last := &list.Items[len(list.Items)-1]
	for len(more) > 0 {
		p, ok := more[0].(doc.Paragraph)
		if !ok {
			break
		}
		last.Text, more = append(last.Text, p.Text), more[1:]
	}
	if len(more) == 0 {
		return list
	}
	w.add(list)
	w.blocks = append(w.blocks, more...)
	list.Items = nil
	return list
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// listEntry is a list of the chosen options, for citing marked 1), 2) and so on.
func (w *writer) listEntry(at forms.Path) {
	list := doc.List{Indent: true}
	for i, text := range w.value(at) {
		list.Items = append(list.Items, doc.Item{Marker: strconv.Itoa(i+1) + ")", Text: []doc.Runs{text}})
	}
	if len(list.Items) > 0 {
		w.add(list)
	}
}

// each writes its entries once for every item, under a heading of its own.
func (w *writer) each(e forms.Entry, prefix string) {
	at := w.place(e.Each, prefix)
	outerNumber, outerPara := w.number, w.para
	for i, id := range w.s.Known.Items(at) {
		mark := len(w.blocks)
		w.number, w.para = outerNumber, outerPara
		number := w.next()
		outerPara = w.para
		heading := w.t.Plain(w.p.Key("doc.r", e.Each), i18n.Args{"n": i + 1})
		w.add(doc.Heading{Level: 2 + forms.Path(prefix).Depth(), Number: number, Text: doc.Runs{own(heading)}})
		w.number, w.para = number, 0
		w.entries(e.Items, string(at)+"/"+id+"/")
		if len(w.blocks) == mark+1 {
			w.blocks = w.blocks[:mark]
			outerPara--
		}
	}
	w.number, w.para = outerNumber, outerPara
}
