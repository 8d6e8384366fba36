package compose

import (
	"slices"
	"strconv"
	"strings"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// block writes a block of the outline, on a new page where it asks for one.
func (w *writer) block(b forms.Block) {
	if !w.s.Holds(b.When, "") {
		return
	}
	mark := len(w.blocks)
	w.kind(b)
	if b.Page && len(w.blocks) > mark && b.Kind != forms.BlockTranslator {
		w.blocks = slices.Insert(w.blocks, mark, doc.Block(doc.PageBreak{}))
	}
}

func (w *writer) kind(b forms.Block) {
	switch b.Kind {
	case forms.BlockLetterhead:
		w.add(w.letterhead(b))
	case forms.BlockAddressee:
		w.addressed(b)
	case forms.BlockTitle:
		w.add(doc.Title{Text: w.text(w.titleKey()), Reference: w.reference(b.Reference)})
	case forms.BlockContents:
		w.contents()
	case forms.BlockSection:
		w.sectionBlock(b)
	case forms.BlockExhibits:
		w.exhibitTable(b)
	case forms.BlockSignature:
		w.signature(b, "")
	case forms.BlockNotices:
		w.notices()
	case forms.BlockDeadlines:
		w.deadlines()
	case forms.BlockParties, forms.BlockCover, forms.BlockWorksheet, forms.BlockAnnex, forms.BlockCertificate, forms.BlockSworn,
		forms.BlockVerification, forms.BlockMandate, forms.BlockTranslator:
		w.paper(b)
	}
}

// contents lists the sections behind it; the rows of a copy in two languages have no
// headings to list.
func (w *writer) contents() {
	if w.copy == Bilingual {
		return
	}
	w.unnumbered("doc.contents")
	w.add(doc.Contents{})
}

func (w *writer) titleKey() i18n.Key {
	if w.title != "" {
		return w.title
	}
	return "doc.title"
}

// letterhead is the sender and, where somebody acts for another, for whom.
func (w *writer) letterhead(b forms.Block) doc.Letterhead {
	out := doc.Letterhead{Sender: w.sender(b.Sender), PlaceDate: w.placeDate(b.Place, b.Date)}
	if whom := w.behalf(b.Behalf); len(whom) > 0 {
		out.Sender = append(out.Sender, whom)
	}
	return out
}

// sender is a line for who it is, for each further name and for each address;
// all else shares a line.
func (w *writer) sender(ids []forms.ID) []doc.Runs {
	var lines, rest []doc.Runs
	for _, id := range ids {
		at := forms.Path(id)
		got := w.value(at)
		switch w.s.Known.Value(at).(type) {
		case forms.Person, forms.Address:
			lines = append(lines, got...)
		default:
			if len(lines) == 0 {
				lines = got
			} else {
				rest = append(rest, got...)
			}
		}
	}
	if len(rest) > 0 {
		lines = append(lines, joined(rest, " · "))
	}
	return lines
}

func (w *writer) placeDate(place, date forms.ID) doc.Runs {
	p, d := w.inline(forms.Path(place)), w.inline(forms.Path(date))
	switch {
	case len(p) == 0:
		return d
	case len(d) == 0:
		return p
	}
	return w.sentence("doc.place-date", map[string]doc.Runs{"place": p, "date": d})
}

// inline is the answer at a path on one line.
func (w *writer) inline(at forms.Path) doc.Runs {
	if v, ok := w.s.Known.Value(at).(forms.When); ok {
		return one(w.when(v), at)
	}
	parts := w.value(at)
	if len(parts) < 2 {
		return joined(parts, "")
	}
	if _, isMulti := w.s.Known.Value(at).(forms.Multi); !isMulti {
		return joined(parts, " ")
	}
	return w.list(parts)
}

// list joins parts as the language joins the words of a list.
func (w *writer) list(parts []doc.Runs) doc.Runs {
	var out doc.Runs
	for _, p := range i18n.ListParts(w.lang, make([]string, len(parts))) {
		if n, err := strconv.Atoi(p.Arg); err == nil {
			out = append(out, parts[n]...)
		} else {
			out = append(out, own(p.Text))
		}
	}
	return out
}

// sentence is a text of the catalog with runs in its places.
func (w *writer) sentence(k i18n.Key, args map[string]doc.Runs) doc.Runs {
	plain := i18n.Args{}
	for name := range args {
		plain[name] = ""
	}
	var out doc.Runs
	for _, part := range w.t.Parts(k, plain) {
		if part.Arg == "" {
			out = append(out, own(part.Text))
		} else {
			out = append(out, args[part.Arg]...)
		}
	}
	return out
}

// addressed writes who receives the document or, with questions of its own, the
// letter beside it; a letter to somebody of whom nothing is known has no addressee.
func (w *writer) addressed(b forms.Block) {
	lines := w.addressee()
	if len(b.To) > 0 {
		lines = w.named(b.To)
	}
	if len(lines) > 0 {
		w.add(doc.Addressee{Lines: lines, Window: w.window(b.Window)})
	}
}

// named is somebody with an address, a line each, from questions.
func (w *writer) named(ids []forms.ID) []doc.Runs {
	var lines []doc.Runs
	for _, id := range ids {
		at := forms.Path(id)
		switch v := w.s.Known.Value(at).(type) {
		case forms.Address:
			lines = append(lines, fromLines(w.addressLines(v), at)...)
		case forms.AuthorityRef:
			lines = append(lines, w.authorityLines(at)...)
		default:
			lines = append(lines, w.value(at)...)
		}
	}
	return lines
}

// addressee is the body that receives the document, a line each.
func (w *writer) addressee() []doc.Runs {
	b := w.p.Body
	if b.Authority != "" {
		return w.authorityLines(forms.Path(b.Authority))
	}
	lines := w.value(forms.Path(b.Name))
	if len(lines) == 0 {
		lines = w.fixedBody(b)
	}
	if a, ok := w.s.Known.Value(forms.Path(b.Address)).(forms.Address); ok {
		lines = append(lines, fromLines(w.addressLines(a), forms.Path(b.Address))...)
	}
	return lines
}

// fixedBody is how the catalog names a body, a line each.
func (w *writer) fixedBody(b forms.Body) []doc.Runs {
	words := w.sentence("doc.body", map[string]doc.Runs{"country": w.inline(forms.Path(b.Country))})
	lines := []doc.Runs{nil}
	for _, run := range words {
		for i, part := range strings.Split(run.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			run.Text = part
			lines[len(lines)-1] = append(lines[len(lines)-1], run)
		}
	}
	return lines
}

func (w *writer) authorityLines(at forms.Path) []doc.Runs {
	v, _ := w.s.Known.Value(at).(forms.AuthorityRef)
	if a, ok := w.authority(v.ID); ok {
		return fromLines(append([]string{a.Name}, a.Address...), at)
	}
	return fromLines(append([]string{v.Name}, w.addressLines(v.Address)...), at)
}

func fromLines(lines []string, at forms.Path) []doc.Runs {
	out := make([]doc.Runs, len(lines))
	for i, l := range lines {
		out[i] = doc.Runs{{Text: l, From: at}}
	}
	return out
}

// reference is the basis in law and the references that are answered, each with
// its label.
func (w *writer) reference(ids []forms.ID) doc.Runs {
	parts := []doc.Runs{w.text("doc.basis")}
	for _, id := range ids {
		if v := w.inline(forms.Path(id)); len(v) > 0 {
			parts = append(parts, w.labelled(w.label(id), v))
		}
	}
	return joined(parts, " · ")
}

// labelled puts a label before a value as the language does.
func (w *writer) labelled(label, value doc.Runs) doc.Runs {
	return w.sentence("doc.label", map[string]doc.Runs{"label": label, "value": value})
}

// sectionBlock writes a section, unless nothing in it has content.
func (w *writer) sectionBlock(b forms.Block) {
	mark := len(w.blocks)
	w.section++
	number := strconv.Itoa(w.section)
	w.number, w.para = number, 0
	w.add(doc.Heading{Level: 1, Number: number, Text: w.text(w.p.Key("doc.h", b.ID))})
	w.entries(b.Items, "")
	if len(w.blocks) == mark+1 {
		w.blocks = w.blocks[:mark]
		w.section--
	}
}
