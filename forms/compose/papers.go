package compose

import (
	"slices"

	"recourse/forms"
	"recourse/forms/doc"
	"recourse/i18n"
)

// paper writes a block of the furniture of court papers, forms and letters.
func (w *writer) paper(b forms.Block) {
	switch b.Kind {
	case forms.BlockParties:
		w.parties(b.Parties)
	case forms.BlockCover:
		w.cover(b)
	case forms.BlockWorksheet:
		w.worksheet(b)
	case forms.BlockAnnex:
		w.enclosed(b)
	case forms.BlockCertificate:
		w.statementPaper(b, "doc.frame.certificate", "")
	case forms.BlockSworn:
		w.statementPaper(b, "doc.frame.sworn", "doc.frame.officer-sworn")
	case forms.BlockVerification:
		w.statementPaper(b, "doc.frame.verification", "doc.frame.officer-verification")
	case forms.BlockMandate:
		w.mandate(b)
	case forms.BlockTranslator:
		w.pending = append(w.pending, pending{b, len(w.blocks)})
		w.add(doc.Space{})
	case forms.BlockLetterhead, forms.BlockAddressee, forms.BlockTitle, forms.BlockContents, forms.BlockSection,
		forms.BlockExhibits, forms.BlockSignature, forms.BlockNotices, forms.BlockDeadlines:
	}
}

// parties writes who stands against whom; a party without a name is left out.
func (w *writer) parties(parties []forms.Party) {
	block := doc.Parties{Against: w.text("doc.against")}
	for _, p := range parties {
		if !w.s.Holds(p.When, "") {
			continue
		}
		name := doc.Runs(nil)
		if p.Text != "" {
			name = w.text(i18n.Key("doc.t." + p.Text))
		} else {
			_, name = w.signer(p.Names)
		}
		if len(name) == 0 {
			continue
		}
		party := doc.Party{Name: name, Role: w.text(i18n.Key("doc.p." + p.Role)), Beside: p.Beside && len(block.List) > 0}
		for _, id := range p.Details {
			party.Details = append(party.Details, w.value(forms.Path(id))...)
		}
		block.List = append(block.List, party)
	}
	if len(block.List) > 0 {
		w.add(block)
	}
}

// cover writes a sheet of its own: what the document is, who it is from and
// against, what is enclosed, how many pages there are.
func (w *writer) cover(b forms.Block) {
	w.add(doc.Title{Text: w.text(w.p.Key("doc.h", b.ID)), Reference: joined([]doc.Runs{w.text(w.titleKey()), w.reference(b.Reference)}, " · ")})
	w.parties(b.Parties)
	list := doc.List{}
	for _, text := range b.Enclosures {
		list.Items = append(list.Items, doc.Item{Marker: "•", Text: []doc.Runs{w.text(i18n.Key("doc.t." + text))}})
	}
	for i, id := range exhibitOrder(w.s) {
		title, _ := w.exhibit(exhibitList.In(id, ""))
		number := doc.Run{Text: w.t.Plain("doc.exhibit", i18n.Args{"n": i + 1}), Ref: anchor(id)}
		list.Items = append(list.Items, doc.Item{Marker: "•", Text: []doc.Runs{w.labelled(doc.Runs{number}, title)}})
	}
	if len(list.Items) > 0 {
		w.unnumbered("doc.enclosures")
		w.add(list)
	}
	w.add(doc.PageCount{Text: w.t.Plain("doc.pages", i18n.Args{"pages": "{pages}"})})
	w.add(doc.PageBreak{})
}

// alone writes the heading of a paper that stands by itself; its paragraphs are
// numbered from 1.
func (w *writer) alone(b forms.Block) {
	w.number, w.para = "", 0
	w.unnumbered(w.p.Key("doc.h", b.ID))
}

// statementPaper writes statements, what is signed below them, and the lines of
// the officer before whom it is signed, if it is.
func (w *writer) statementPaper(b forms.Block, sentence, officer i18n.Key) {
	mark := len(w.blocks)
	w.alone(b)
	w.entries(b.Items, "")
	if !w.signature(b, sentence) {
		w.blocks = w.blocks[:mark]
		return
	}
	if officer == "" {
		return
	}
	if words := w.framed(b.Officer, officer, b.Args); len(words) > 0 {
		lines := []i18n.Key{"doc.name", "doc.officer.capacity", "doc.place", "doc.date", "doc.signature"}
		if b.Kind == forms.BlockVerification {
			lines = append(lines, "doc.officer.register")
		}
		w.add(doc.HandLines{Statement: words, Lines: w.handLines(lines...), Seal: w.text("doc.officer.seal")})
	}
}

func (w *writer) handLines(labels ...i18n.Key) []doc.HandLine {
	out := make([]doc.HandLine, len(labels))
	for i, k := range labels {
		out[i].Label = w.text(k)
	}
	return out
}

// mandate writes a power of attorney: who gives it, who receives it, for what,
// and how it ends.
func (w *writer) mandate(b forms.Block) {
	mark := len(w.blocks)
	w.alone(b)
	w.part("doc.mandate.principal", func() { w.facts(b.Principal, forms.Limit{}, "") })
	w.part("doc.mandate.agent", func() { w.facts(b.Agent, forms.Limit{}, "") })
	w.part("doc.mandate.scope", func() { w.entries(b.Items, "") })
	w.part("doc.mandate.end", func() {
		if text := w.framed(b.Revocation, "doc.frame.revocation", b.Args); len(text) > 0 {
			w.add(doc.Paragraph{Text: text})
		}
	})
	if !w.signature(b, "doc.frame.mandate") {
		w.blocks = w.blocks[:mark]
	}
}

// part writes something under a heading of its own, and no heading where there
// is nothing.
func (w *writer) part(heading i18n.Key, write func()) {
	mark := len(w.blocks)
	w.add(doc.Heading{Level: 2, Text: w.text(heading)})
	if write(); len(w.blocks) == mark+1 {
		w.blocks = w.blocks[:mark]
	}
}

// pending is a block that can be written only when all others are.
type pending struct {
	block forms.Block
	at    int // of what keeps its place
}

// translation is by whom words in the document were translated, and from which language.
type translation struct {
	by   string
	from i18n.Tag
}

// translated remembers whose translation stands in the document.
func (w *writer) translated(by string, from i18n.Tag) {
	if t := (translation{by, from}); by != "" && !slices.Contains(w.translations, t) {
		w.translations = append(w.translations, t)
	}
}

// settle puts the statements of the translators into their places, the last
// place first.
func (w *writer) settle() {
	for _, p := range slices.Backward(w.pending) {
		rest := slices.Clone(w.blocks[p.at+1:])
		w.blocks = w.blocks[:p.at]
		if len(w.translations) > 0 {
			if p.block.Page {
				w.add(doc.PageBreak{})
			}
			w.translators(p.block)
		}
		w.blocks = append(w.blocks, rest...)
	}
}

// translators writes a statement for each translator, with the lines to sign on.
func (w *writer) translators(b forms.Block) {
	w.alone(b)
	key := i18n.Key("doc.frame.translator")
	if b.Sentence != "" {
		key = i18n.Key("doc.t." + b.Sentence)
	}
	for _, t := range w.translations {
		words := w.t.Plain(key, i18n.Args{"translator": i18n.Isolate(t.by), "from": i18n.Language(w.lang, t.from), "to": i18n.Language(w.lang, w.lang)})
		lines := w.handLines("doc.name", "doc.place", "doc.date", "doc.signature")
		lines[0].Value = doc.Runs{own(t.by)}
		w.add(doc.HandLines{Statement: doc.Runs{own(words)}, Lines: lines})
	}
}
