//go:build pictures

package ui_test

import (
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"recourse/forms"
	"recourse/forms/sample"
	"recourse/storage"
	"recourse/storage/storagetest"
	"recourse/ui/notices"
	"recourse/ui/screens"
	"recourse/ui/vm"
)

const (
	complaint  vm.ProcedureID = "gdpr-art77-complaint"
	challenge  vm.ProcedureID = "eu-eevidence-order-challenge"
	passphrase                = "pictures of an invented case"
)

// day is the day of all pictures.
func day() time.Time { return time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC) }

// cheap are vaults that open at once.
type cheap struct{ vm.Disk }

// Create makes a vault in a new folder.
func (cheap) Create(folder string, pass []byte) (vm.Vault, error) {
	return storage.Create(folder, pass, storagetest.Cheap())
}

// shelf is the files of the machine.
type shelf struct{}

func (shelf) Places() []string                    { return nil }
func (shelf) List(string) ([]vm.FileEntry, error) { return nil, nil }

func (shelf) Open(path string) (io.ReadCloser, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	return f, info.Size(), err
}

// program puts the program on the window, with a vault in a folder.
func (s *studio) program(folder string) *vm.App {
	return do(func() *vm.App {
		list := notices.All()
		licences := make([]vm.Notices, len(list))
		for i, n := range list {
			licences[i] = vm.Notices(n)
		}
		p := vm.New(vm.World{Library: s.library, Vaults: cheap{}, Dispatch: vm.Inline{}, Now: day, NewID: vm.NewID, Exports: "Documents",
			After: func(d time.Duration, do func()) func() {
				t := time.AfterFunc(d, func() { fyne.Do(do) })
				return func() { t.Stop() }
			},
			Pictures: s.pictures, Files: shelf{},
			Write: func(string, []byte) error { return nil },
			Rim:   vm.Rim{Chance: rand.NewChaCha8([32]byte{7}), Version: "0.6", Notices: licences}}, folder, s.lang)
		root := screens.NewRoot(p, s.window.Canvas())
		s.window.SetContent(root.Content())
		root.Begin()
		return p
	})
}

// step does something with the program in the usual window, and draws what comes
// of it.
func (s *studio) step(name string, what func()) {
	if !s.wants(name) {
		fyne.DoAndWait(what)
		return
	}
	fyne.DoAndWait(func() { s.dress(shots()[0]) })
	time.Sleep(400 * time.Millisecond)
	fyne.DoAndWait(what)
	time.Sleep(1000 * time.Millisecond) // a screen that is drawn for the first time takes long without a graphics card
	s.shoot(name)
}

// firstStart draws the way of who has no vault yet.
func (s *studio) firstStart() {
	a := s.program("new-" + string(s.lang))
	next := func() { a.Form().Press("go") }
	s.step("first-language", func() {})
	s.step("first-promises", next)
	s.step("first-mode", next)
	s.step("first-words", next)
	words := ""
	for _, p := range a.View().Form.Parts {
		if p.Kind == vm.FormWords {
			words = strings.Join(p.Lines, " ")
		}
	}
	s.step("first-again", next)
	s.step("first-sheet", func() {
		a.Form().Set("again", words)
		next()
	})
	fyne.DoAndWait(a.Lock)
}

// vaulted draws the screens behind a vault with cases.
func (s *studio) vaulted() {
	folder := "cases-" + string(s.lang)
	id := s.fill(folder)
	a := s.program(folder)
	s.step("unlock", func() {})
	s.step("cases", func() { a.Start().Submit(passphrase) })
	s.facts(a)
	s.interview(a, id)
	s.check(a)
	s.step("settings", a.OpenSettings)
	s.step("about", func() { a.Form().Press("about") })
	other := s.program(folder) // while the first has the vault
	s.step("read-only", func() {
		other.Start().Submit(passphrase)
		other.Cases().Open(id, challenge)
		other.Interview().GoTo("order.learned")
	})
	fyne.DoAndWait(other.Lock)
	fyne.DoAndWait(a.Lock)
}

// fill makes a vault with cases, and returns the id of the one that is opened.
func (s *studio) fill(folder string) (id string) {
	v, err := storage.Create(folder, []byte(passphrase), storagetest.Cheap())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, p := range []vm.ProcedureID{"us-rfpa-customer-challenge", "echr-individual-application", complaint, challenge} {
		procedure, _ := s.library.Procedure(p)
		c, err := sample.Case(procedure, 7, sample.Options{On: forms.Date{Year: 2026, Month: 11, Day: 23}, Language: s.lang})
		if err != nil {
			s.t.Fatal(err)
		}
		c.ID = vm.NewID() // that of a sample comes from its seed
		switch p {
		case challenge:
			c.Answers = c.Answers.With("order.learned", at(14, 11)).With("order.limit_form", forms.Answer{Value: forms.Choice("last-day")}).
				With("order.last_day", at(14, 12)).With("provider.name", forms.Answer{Value: forms.Text("Meridia Mail")})
		case complaint:
			c.Answers = c.Answers.Without("events.account").With("other.name", forms.Answer{Value: forms.Text("Meridia Health")})
		case "echr-individual-application":
			c.Filings[0].Status = forms.FilingFiled
			c.Filings[0].Filed = &forms.Filed{On: forms.Date{Year: 2026, Month: 11, Day: 12}, Channel: "post"}
		}
		data, err := forms.EncodeCase(c)
		if err == nil {
			_, err = v.Put(storage.ID(c.ID), data, 0)
		}
		if err != nil {
			s.t.Fatal(err)
		}
		id = c.ID
	}
	if err := v.Close(); err != nil {
		s.t.Fatal(err)
	}
	return id
}

// at is the answer of a day of the year of all pictures.
func at(d, month int) forms.Answer {
	return forms.Answer{Value: forms.When{Date: forms.Date{Year: 2026, Month: month, Day: d}, Precision: forms.Exact}}
}

// facts draws the way from the facts to the routes.
func (s *studio) facts(a *vm.App) {
	s.step("facts", func() {
		a.Cases().BeginNew()
		a.Asking().Continue()
		a.Asking().Choose("facts.matter", "data", "order")
	})
	s.step("routes", func() {
		for i := 0; a.Routes() == nil && i < 60; i++ {
			for _, f := range a.View().Interview.Fields {
				switch {
				case f.Key == "order.state":
					a.Asking().Choose(f.Key, "DE")
				case f.Key != "facts.matter" && len(f.Options) > 0:
					a.Asking().Choose(f.Key, f.Options[0].Code)
				}
			}
			a.Asking().Continue()
		}
	})
	s.step("list", func() { a.OpenList("fraud") })
	fyne.DoAndWait(func() {
		a.Checklist().Back()
		a.GoHome()
	})
}

// interview draws pages of questions, and a pause.
func (s *studio) interview(a *vm.App, id string) {
	s.step("question", func() {
		a.Cases().Open(id, challenge)
		a.Interview().GoTo("order.learned")
	})
	for name, text := range map[string]string{"Notice.pdf": "%PDF-1.7 a notice", "Letter.txt": "a letter of the provider"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	s.step("exhibits", func() {
		a.Interview().GoTo("exhibits.list")
		a.Interview().AddFiles("exhibits.list", []string{"Notice.pdf", "Letter.txt"})
	})
	s.step("pause", func() {
		a.Interview().GoTo("events.account")
		a.Interview().Pause()
	})
	fyne.DoAndWait(func() { a.Pause().GoOn() })
}

// complete answers what is still missing by the first option, or in a word.
func complete(a *vm.App, last func()) {
	for range 20 {
		last()
		problems := a.View().Check.Problems
		if len(problems) == 0 {
			a.Check().Back()
			return
		}
		at := problems[0].At
		a.Check().Go(at)
		for _, f := range a.View().Interview.Fields {
			switch {
			case f.Key == at && len(f.Options) > 0:
				a.Interview().Choose(at, f.Options[0].Code)
			case f.Key == at:
				a.Interview().Set(at, "text", "14/11/2026")
			}
		}
	}
}

// check draws the check, complete and not, and what follows it.
func (s *studio) check(a *vm.App) {
	last := func() { a.Interview().GoToSection(len(a.View().Interview.Steps) - 1) }
	fyne.DoAndWait(func() { complete(a, last) })
	s.step("check", last)
	s.step("record", a.Check().OpenRecord)
	s.step("hand-over", func() {
		a.Record().Back()
		a.OpenHandOver("")
	})
	s.step("missing", func() {
		a.HandOver().Back()
		a.Check().Back()
		a.Interview().GoTo("events.account")
		a.Interview().Set("events.account", "text", "")
		last()
		c := a.View().Check
		if len(c.Problems) > 0 && c.Problems[0].Why != "" {
			a.Check().Unfold(c.Problems[0].Fold.Key)
		}
		if len(c.Checked.Limits) > 0 {
			a.Check().Unfold(c.Checked.Limits[0].Fold.Key)
		}
	})
}
