package vm

import (
	"errors"
	"path/filepath"
	"strings"

	"recourse/storage"
)

// Receive takes a case in that somebody has handed over.
type Receive struct {
	a     *App
	own   ownCard
	path  string
	got   *storage.Received
	fault fault
}

// ReceiveScreen takes a hand-over file in, and says whom it says to be from.
type ReceiveScreen struct {
	Title, Lead string
	File        PathField
	From        *CardWords // whom the case is from; nil for none yet
	Open        string     // words that open the case
	Own         OwnCard
	Busy, Done  string
	Problem     *Message
	Back        string
}

// Receive is the page that takes a case in; nil where it is not on screen.
func (a *App) Receive() *Receive { return here[*Receive](a) }

// OpenReceive begins to take a case in.
func (a *App) OpenReceive() {
	if a.vault == nil || a.file != nil {
		return
	}
	a.drop()
	a.enter(&Receive{a: a, own: ownCard{path: filepath.Join(a.w.Exports, "recourse-card.json")}})
	a.publish()
}

func (r *Receive) fill(v *View) { v.Receive = r.screen() }

// speak changes nothing: a view has the words.
func (r *Receive) speak() {}

func (r *Receive) screen() *ReceiveScreen {
	a := r.a
	s := &ReceiveScreen{Title: a.text("ui.cases.receive"), Lead: a.text("ui.receive.lead"), Back: a.text("ui.back"), Own: r.own.screen(a),
		File: PathField{Title: a.text("ui.receive.file"), Label: a.text("ui.export.path"), Hint: a.text("ui.receive.hint"), Path: r.path, Button: a.text("ui.receive.take"), Choose: a.text("ui.exhibit.choose")}}
	if r.got != nil {
		c := a.cardWords(a.text("ui.receive.from"), r.got.From)
		s.From, s.Done, s.Open = &c, a.text("ui.receive.done"), a.text("ui.receive.open")
	}
	if a.busy != "" {
		s.Busy = a.text(a.busy)
	}
	if r.fault != "" {
		m := r.fault.words(a.t)
		s.Problem = &m
	}
	return s
}

// Take takes a file in. What is refused leaves nothing.
func (r *Receive) Take(path string) {
	r.path, r.got, r.fault = path, nil, ""
	if path = strings.TrimSpace(path); path == "" {
		r.fault = faultNoName
		r.a.publish()
		return
	}
	files, vault := r.a.w.Files, r.a.vault
	r.a.run("ui.receive.busy", func() (then, undo func()) {
		got, err := take(files, vault, path)
		return func() {
			switch {
			case errors.Is(err, storage.ErrConflict):
				r.fault = faultHere
			case err != nil:
				r.fault = faultOf(err, faultInternal)
			default:
				r.got = &got
			}
		}, nil
	})
}

func take(files Files, v Vault, path string) (storage.Received, error) {
	f, _, err := files.Open(path)
	if err != nil {
		return storage.Received{}, err
	}
	got, err := v.Receive(f, isCase)
	return got, errors.Join(err, f.Close())
}

// Choose lets the person choose the file, and takes it in.
func (r *Receive) Choose() { r.a.choose("ui.receive.file", r.Take) }

// SetName takes the name that the person goes by.
func (r *Receive) SetName(name string) {
	r.own.name = name
	r.a.publish()
}

// SaveCard writes the card of this vault.
func (r *Receive) SaveCard(path string) {
	r.own.path = strings.TrimSpace(path)
	r.fault = r.own.save(r.a)
	r.a.publish()
}

// Back goes to the list, with what was taken in.
func (r *Receive) Back() {
	r.a.drop()
	r.a.showCases()
	r.a.publish()
}

// Open opens the case that was taken in.
func (r *Receive) Open() {
	if r.got == nil {
		return
	}
	id := string(r.got.Case)
	r.a.drop()
	c := &Cases{a: r.a, wanted: id}
	r.a.restart(c)
	c.load()
}
