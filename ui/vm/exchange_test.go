package vm

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/storage"
)

func (w *world) stream(path string, produce func(io.Writer) error) error {
	var b bytes.Buffer
	if err := produce(&b); err != nil {
		return err
	}
	w.files[path] = b.Bytes()
	return nil
}

func (h *handle) Card(name string) (storage.Card, error) { return h.real().Card(name) }

func (h *handle) HandOver(id storage.ID, to storage.Card, name string, w io.Writer) error {
	if data, ok := h.cases[id]; ok {
		if _, rev, err := h.real().Get(id); err != nil {
			_, _ = h.real().Put(id, data, rev)
		}
	}
	return h.real().HandOver(id, to, name, w)
}

func (h *handle) Receive(from io.Reader, accept func(storage.ID, []byte) error) (storage.Received, error) {
	got, err := h.real().Receive(from, func(id storage.ID, data []byte) error {
		if _, there := h.cases[id]; there {
			return storage.ErrConflict
		}
		return accept(id, data)
	})
	if err == nil {
		data, _, _ := h.real().Get(got.Case)
		h.cases[got.Case], h.revs[got.Case] = data, 1
	}
	return got, err
}

// real is a vault of package storage beside the one in memory: for what is sealed
// and signed.
func (h *handle) real() *storage.Vault {
	if h.memory.vault == nil {
		v, err := storage.CreateInMemory()
		if err != nil {
			panic(err)
		}
		h.memory.vault = v
	}
	return h.memory.vault
}

// A case goes from one vault to another: the card of the recipient is read and
// compared, the case sealed, taken in over there, and opened; who sent it is said
// with the fingerprint of the card that the sender has.
func TestHandOver(t *testing.T) {
	here, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	id := a.file.c.ID
	there := newWorld(t)
	there.ids = 500
	b := New(there.world(), "/vault", "fr")
	b.Start().Submit(secret)
	there.files = here.files

	b.OpenReceive()
	b.Receive().SetName("Clinique du droit")
	b.Receive().SaveCard("/exports/card.json")
	card := b.View().Receive.Own.Card
	if card.Name != "Clinique du droit" || len(card.Groups) != 39 || len(strings.Fields(card.Words)) != 12 {
		t.Fatalf("the own card: %+v", card)
	}
	a.OpenHandOver("")
	s := a.View().HandOver
	if s == nil || s.Ready || s.Card != nil || s.Own.Card.Groups == card.Groups {
		t.Fatalf("%+v", s)
	}
	a.HandOver().ReadCard("/exports/card.json")
	if s = a.View().HandOver; s.Card == nil || s.Card.Groups != card.Groups || s.Ready {
		t.Fatalf("the card that was read: %+v, %+v", s.Card, s.Problem)
	}
	a.HandOver().Save("/exports/case.age")
	if s = a.View().HandOver; s.Problem == nil || *s.Problem != faultCompare.words(a.t) {
		t.Errorf("sealed without being compared: %+v", s.Problem)
	}
	a.HandOver().Compare(true)
	a.HandOver().Save("/exports/case.age")
	if s = a.View().HandOver; s.Done == "" || s.Problem != nil || len(here.files["/exports/case.age"]) == 0 {
		t.Fatalf("%+v", s.Problem)
	}
	b.Receive().Take("/exports/case.age")
	r := b.View().Receive
	if r.From == nil || r.From.Groups != s.Own.Card.Groups || r.Open == "" {
		t.Fatalf("%+v, %+v", r.From, r.Problem)
	}
	b.Receive().Open()
	if b.file == nil || b.file.c.ID != id {
		t.Error("the case that was taken in does not open")
	}
	a.HandOver().Back()
	if a.Asking() == nil {
		t.Error("not back at the case")
	}
}

// What cannot be read, is no card, is for somebody else, is cut off, holds no case,
// or is here already, is refused in words, and nothing of it stays.
func TestHandOverIsRefused(t *testing.T) {
	w, a := begin(t, "en", complaint)
	finish(t, a, complaint, 1, "en", "en")
	a.OpenHandOver("")
	other, err := storage.CreateInMemory()
	if err != nil {
		t.Fatal(err)
	}
	seal := func(from *storage.Vault, to storage.Card, id string, data []byte) []byte {
		_, _ = from.Put(storage.ID(id), data, 0)
		var b bytes.Buffer
		if err := from.HandOver(storage.ID(id), to, "Somebody", &b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	mine, _ := a.vault.Card("Me")
	theirs, _ := other.Card("They")
	const fresh, wrong = "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"
	data, _ := forms.EncodeCase(forms.Case{ID: fresh, Language: "en"})
	w.files["/card"], w.files["/no-card"] = nil, []byte("{}")
	w.files["/theirs"] = seal(other, theirs, fresh, data)
	good := seal(other, mine, wrong, []byte(`{"format": 1}`))
	w.files["/no-case"] = good
	same, _ := forms.EncodeCase(a.file.c)
	w.files["/same"] = seal(other, mine, a.file.c.ID, same)
	w.files["/cut"] = w.files["/same"][:len(w.files["/same"])/2]
	for path, want := range map[string]fault{" ": faultNoName, "/nowhere": faultNoFolder, "/card": faultCard, "/no-card": faultCard} {
		a.HandOver().ReadCard(path)
		if p := a.View().HandOver.Problem; p == nil || *p != want.words(a.t) {
			t.Errorf("card %q: %+v, want %s", path, p, want)
		}
	}
	a.HandOver().SetName(strings.Repeat("n", 101))
	a.HandOver().SaveCard("/exports/x")
	if p := a.View().HandOver.Problem; p == nil || *p != faultSender.words(a.t) {
		t.Errorf("a name of 101 characters: %+v", p)
	}
	a.HandOver().Back()
	a.GoHome()
	a.OpenReceive()
	before := len(w.disk.cases)
	for path, want := range map[string]fault{" ": faultNoName, "/nowhere": faultNoFolder, "/no-card": faultForeign, "/theirs": faultNotForUs,
		"/no-case": faultCaseFile, "/same": faultHere, "/cut": faultForeign} {
		a.Receive().Take(path)
		if p := a.View().Receive.Problem; p == nil || *p != want.words(a.t) {
			t.Errorf("file %q: %+v, want %s", path, p, want)
		}
	}
	if len(w.disk.cases) != before {
		t.Error("something of what was refused has stayed")
	}
	a.Receive().Back()
	if a.Cases() == nil || len(a.View().Cases.Rows) != before {
		t.Error("not back at the list")
	}
}

// A disk that fails while the sealed file is written is told in words.
func TestHandOverToAFullDisk(t *testing.T) {
	_, a := begin(t, "de", complaint)
	a.OpenHandOver("")
	card, _ := a.vault.Card("Ich")
	h := a.HandOver()
	h.card, h.compared = &card, true
	a.w.Stream = func(string, func(io.Writer) error) error { return errors.New("no space left") }
	h.Save(filepath.Join("/exports", "x.age"))
	if p := a.View().HandOver.Problem; p == nil || a.View().HandOver.Done != "" {
		t.Errorf("%+v", p)
	}
}
