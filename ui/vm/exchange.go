package vm

import (
	"errors"
	"io"

	"recourse/forms"
	"recourse/i18n"
	"recourse/storage"
)

// Exchange is what an open vault has to pass cases on, as package storage has it.
type Exchange interface {
	Card(name string) (storage.Card, error)
	HandOver(id storage.ID, to storage.Card, name string, w io.Writer) error
	Receive(from io.Reader, accept func(id storage.ID, data []byte) error) (storage.Received, error)
}

// CardWords is a card as two people compare it.
type CardWords struct {
	Title   string
	Name    string
	Groups  string // the fingerprint, to be read
	Words   string // the same, to be spoken
	Compare string // what to do with it
}

func (a *App) cardWords(title string, c storage.Card) CardWords {
	return CardWords{Title: title, Name: c.Name, Groups: c.Fingerprint(), Words: c.Words(), Compare: a.text("ui.card.compare")}
}

// OwnCard is the card of the vault on screen: others hand cases over to it.
type OwnCard struct {
	Card  CardWords
	Label string // of the name on it
	Hint  string
	Name  string
	Path  string // where it is offered to be written
	File  string // the label of the path
	Save  string
	Done  string
}

// ownCard is the state of the card of the vault.
type ownCard struct {
	name, path, saved string
}

func (o *ownCard) screen(a *App) OwnCard {
	out := OwnCard{Label: a.text("ui.card.name"), Hint: a.text("ui.card.name.hint"), Name: o.name, Path: o.path, File: a.text("ui.export.path"),
		Save: a.text("ui.card.save"), Done: o.saved}
	if c, err := a.vault.Card(a.sender(o.name)); err == nil {
		out.Card = a.cardWords(a.text("ui.card.own"), c)
	}
	return out
}

// sender is the name on a card; without one it says so.
func (a *App) sender(name string) string {
	if line(name) == "" {
		return a.text("cli.vault.nameless")
	}
	return line(name)
}

// save writes the card of the vault.
func (o *ownCard) save(a *App) fault {
	o.saved = ""
	if o.path == "" {
		return faultNoName
	}
	c, err := a.vault.Card(a.sender(o.name))
	if err != nil {
		return faultSender
	}
	data, err := c.Bytes()
	if err == nil {
		err = a.w.Write(o.path, data)
	}
	if err != nil {
		return faultOf(err, faultInternal)
	}
	o.saved = a.t.Text("ui.export.done", i18n.Args{"path": o.path})
	return ""
}

// isCase refuses what is no case file, or one of another case.
func isCase(id storage.ID, data []byte) error {
	c, err := forms.DecodeCase(data)
	if err != nil {
		return err
	}
	if c.ID != string(id) {
		return storage.ErrForeign
	}
	return nil
}

// readCard reads the card of a recipient.
func readCard(files Files, path string) (storage.Card, error) {
	f, _, err := files.Open(path)
	if err != nil {
		return storage.Card{}, err
	}
	data, err := io.ReadAll(io.LimitReader(f, mostCard))
	if err = errors.Join(err, f.Close()); err != nil {
		return storage.Card{}, err
	}
	c, err := storage.ParseCard(data)
	if errors.Is(err, storage.ErrForeign) {
		return storage.Card{}, faultCard
	}
	return c, err
}

// mostCard bounds what is read of a file that is to be a card: more than any has.
const mostCard = 64 << 10
