package vm

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"recourse/i18n"
	"recourse/storage"
)

// HandOver seals one case for the owner of a card.
type HandOver struct {
	a        *App
	id       storage.ID
	title    string // of the case
	own      ownCard
	from     string // the path of the card
	card     *storage.Card
	compared bool
	path     string
	saved    string
	fault    fault
}

// HandOverScreen hands a case over: the card of the one who gets it, its
// fingerprint, and the file.
type HandOverScreen struct {
	Title, Lead string
	From        PathField
	Card        *CardWords // that was read; nil for none
	Compared    Option     // that it was compared
	To          PathField
	Ready       bool
	Own         OwnCard
	Busy, Done  string
	Problem     *Message
	Back        string
}

// PathField is a path that is typed, with the button that does something with it.
type PathField struct {
	Title, Label, Hint, Path, Button string
	Choose                           string // words of the way to choose it; "" for none
}

// HandOver is the page that hands a case over; nil where it is not on screen.
func (a *App) HandOver() *HandOver { return here[*HandOver](a) }

// OpenHandOver begins to hand a case over: the open one, for "", once it is saved.
func (a *App) OpenHandOver(id string) {
	if a.vault == nil {
		return
	}
	if a.file == nil {
		a.handOver(storage.ID(id), a.titleOf(a.vault, storage.ID(id)))
		a.publish()
		return
	}
	a.flush(func() { a.handOver(storage.ID(a.file.c.ID), a.caseTitle(a.file.c)) })
}

func (a *App) handOver(id storage.ID, title string) {
	a.drop()
	a.enter(&HandOver{a: a, id: id, title: title, own: ownCard{path: filepath.Join(a.w.Exports, "recourse-card.json")},
		path: filepath.Join(a.w.Exports, "recourse-hand-over.age")})
}

func (h *HandOver) fill(v *View) { v.HandOver = h.screen() }

// speak changes nothing: a view has the words.
func (h *HandOver) speak() {}

func (h *HandOver) screen() *HandOverScreen {
	a := h.a
	s := &HandOverScreen{Title: a.t.Text("ui.handover.title", i18n.Args{"case": h.title}), Lead: a.text("ui.handover.lead"), Back: a.text("ui.back"),
		From: PathField{Title: a.text("ui.handover.card"), Label: a.text("ui.handover.card.file"), Hint: a.text("ui.handover.card.hint"), Path: h.from, Button: a.text("ui.handover.card.read"), Choose: a.text("ui.exhibit.choose")},
		To:   PathField{Title: a.text("ui.handover.file"), Label: a.text("ui.export.path"), Hint: a.text("ui.handover.file.hint"), Path: h.path, Button: a.text("ui.handover.save")},
		Own:  h.own.screen(a), Ready: h.card != nil && h.compared}
	if h.card != nil {
		c := a.cardWords(a.text("ui.handover.to"), *h.card)
		s.Card, s.Compared = &c, Option{Label: a.text("ui.handover.compared"), Chosen: h.compared}
	}
	if a.busy != "" {
		s.Busy = a.text(a.busy)
	}
	if h.saved != "" {
		s.Done = a.t.Text("ui.handover.done", i18n.Args{"path": h.saved})
	}
	if h.fault != "" {
		m := h.fault.words(a.t)
		s.Problem = &m
	}
	return s
}

// Back goes to where the person came from.
func (h *HandOver) Back() {
	h.a.returnBeneath(h)
	h.a.publish()
}

// Choose lets the person choose the card, and reads it.
func (h *HandOver) Choose() { h.a.choose("ui.handover.card.file", h.ReadCard) }

// ReadCard reads the card of the one who is to get the case.
func (h *HandOver) ReadCard(path string) {
	h.from, h.card, h.compared, h.saved, h.fault = path, nil, false, "", ""
	files := h.a.w.Files
	if path = strings.TrimSpace(path); path == "" {
		h.fault = faultNoName
		h.a.publish()
		return
	}
	h.a.run("ui.handover.card.busy", func() (then, undo func()) {
		card, err := readCard(files, path)
		return func() {
			if err != nil {
				h.fault = faultOf(err, faultInternal)
				return
			}
			h.card = &card
		}, nil
	})
}

// Compare says whether the fingerprint was compared.
func (h *HandOver) Compare(done bool) {
	h.compared = done && h.card != nil
	h.a.publish()
}

// SetName takes the name that the person goes by.
func (h *HandOver) SetName(name string) {
	h.own.name = name
	h.a.publish()
}

// SaveCard writes the card of this vault.
func (h *HandOver) SaveCard(path string) {
	h.own.path = strings.TrimSpace(path)
	h.fault = h.own.save(h.a)
	h.a.publish()
}

// Save seals the case and writes the file.
func (h *HandOver) Save(path string) {
	h.saved, h.fault = "", ""
	h.path = strings.TrimSpace(path)
	switch {
	case h.card == nil || !h.compared:
		h.fault = faultCompare
	case h.path == "":
		h.fault = faultNoName
	}
	if h.fault != "" {
		h.a.publish()
		return
	}
	w, vault, id, card, name, to := h.a.w, h.a.vault, h.id, *h.card, h.a.sender(h.own.name), h.path
	h.a.run("ui.handover.busy", func() (then, undo func()) {
		err := w.Stream(to, func(out io.Writer) error { return vault.HandOver(id, card, name, out) })
		return func() {
			switch {
			case errors.Is(err, storage.ErrForeign):
				h.fault = faultSender // the card was read before
			case err != nil:
				h.fault = faultOf(err, faultInternal)
			default:
				h.saved = to
			}
		}, nil
	})
}
