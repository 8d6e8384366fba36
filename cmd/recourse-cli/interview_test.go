package main

import (
	"bufio"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recourse/forms"
	"recourse/forms/input"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/forms/sample"
	"recourse/i18n"
)

var on = forms.Date{Year: 2026, Month: 11, Day: 23}

// typist plays a person who types the answers of a finished case: each Read
// gives the one line that the question on the screen calls for.
type typist struct {
	t     *testing.T
	a     *interviewer
	want  forms.Answers
	ids   []string // for the items that are added next
	lines []string
	left  int // lines until the input ends; negative for no end
}

func (u *typist) Read(b []byte) (int, error) {
	if u.left == 0 {
		return 0, io.EOF
	}
	u.left--
	if len(u.lines) == 0 {
		u.lines = u.answer(u.a.at)
	}
	line := u.lines[0] + "\n"
	u.lines = u.lines[1:]
	if len(line) > len(b) {
		u.t.Fatal("a line is longer than the buffer")
	}
	return copy(b, line), nil
}

func (u *typist) answer(x interview.Asked) []string {
	switch {
	case x.Repeat != nil:
		return u.items(x)
	case x.Question == nil: // all is asked
		return []string{""}
	}
	want, ok := u.want.Get(x.Path)
	switch {
	case !ok:
		return []string{""}
	case want.Skip != "":
		return []string{"skip", strconv.Itoa(slices.Index(x.Question.Skips, want.Skip) + 1)}
	}
	return u.value(x, want)
}

func (u *typist) items(x interview.Asked) []string {
	have, want := u.a.c.Answers.Items(x.Path), u.want.Items(x.Path)
	switch {
	case len(have) < len(want):
		u.ids = want[len(have) : len(have)+1]
		return []string{"1"}
	case len(want) == 0:
		return []string{"2"}
	}
	return []string{""}
}

func (u *typist) value(x interview.Asked, want forms.Answer) []string {
	number := func(code string) string {
		return strconv.Itoa(slices.IndexFunc(x.Options, func(o forms.Option) bool { return o.Code == code }) + 1)
	}
	switch v := want.Value.(type) {
	case forms.Choice:
		return []string{number(string(v))}
	case forms.Multi:
		var numbers []string
		for _, code := range v {
			numbers = append(numbers, number(code))
		}
		return []string{strings.Join(numbers, " ")}
	case forms.Prose:
		lines := strings.Split(v.Words, "\n")
		if now, _ := u.a.c.Answers.Get(x.Path); now.Pending != "" {
			lines = lines[strings.Count(now.Pending, "\n")+1:]
		}
		return append(lines, ".")
	case forms.Person:
		return []string{v.Given, v.Family}
	case forms.Address:
		return u.address(v)
	case forms.Period:
		return []string{u.end(v.From), u.end(v.To)}
	case forms.AuthorityRef:
		if v.ID == "" {
			return append([]string{"0", v.Name}, u.address(v.Address)...)
		}
	case forms.Files:
		return u.files(v)
	}
	return []string{u.a.reader().Format(want)}
}

func (u *typist) address(v forms.Address) []string {
	return append(slices.Clone(v.Lines), "", v.Postcode, v.City, v.Region, string(v.Country))
}

func (u *typist) end(w *forms.When) string {
	if w == nil {
		return ""
	}
	return u.a.reader().Format(forms.Answer{Value: *w})
}

// files adds the exhibits that are not there yet, and names them by number.
func (u *typist) files(v forms.Files) []string {
	var out []string
	all, have := u.want.Items(exhibits), u.a.c.Answers.Items(exhibits)
	u.ids = all[len(have):]
	for _, id := range u.ids {
		title, _ := u.want.Value(exhibits.In(id, exhibitTitle)).(forms.Text)
		out = append(out, "0", string(title))
	}
	var numbers []string
	for _, id := range v {
		numbers = append(numbers, strconv.Itoa(slices.Index(all, id)+1))
	}
	return append(out, strings.Join(numbers, " "))
}

// newID gives the item that is added the id that it has in the finished case.
func (u *typist) newID() string {
	id := u.ids[0]
	u.ids = u.ids[1:]
	return id
}

// shelf is a keeper in memory.
type shelf struct {
	data  []byte
	saves int
	room  int   // how often it can be saved, where full is set
	full  error // what it says when there is no more room
}

func (s *shelf) save(c forms.Case) (err error) {
	if s.saves == s.room && s.full != nil {
		return s.full
	}
	s.saves++
	s.data, err = forms.EncodeCase(c)
	return err
}

func (s *shelf) next(forms.ProcedureID) (pdf, ask string) { return "pdf", "ask" }

// play types a case into an interview that goes on from what is on the shelf, and
// stops after a number of lines; it returns the error that run ends with.
func play(t *testing.T, lib *packs.Library, p *forms.Procedure, c forms.Case, s *shelf, lines int) error {
	t.Helper()
	u := &typist{t: t, want: c.Answers, left: lines}
	prog := &program{stdout: io.Discard, stderr: io.Discard, newID: u.newID, lang: c.Language, lib: lib, in: bufio.NewReaderSize(u, 1<<16)}
	prog.setWords()
	begun := forms.Case{ID: c.ID, Language: c.Language}
	if s.data != nil {
		var err error
		if begun, err = forms.DecodeCase(s.data); err != nil {
			t.Fatal(err)
		}
	}
	u.a = prog.newInterviewer(p, begun, s, on)
	return u.a.run()
}

// plain takes out of answers what a person does not type: translations, and the
// language of words, which is the person's own; no items are written in one way.
func plain(a forms.Answers, lang i18n.Tag) map[forms.Path]forms.Answer {
	out := map[forms.Path]forms.Answer{}
	for at, x := range a.All() {
		if v, ok := x.Value.(forms.Prose); ok {
			x.Value = forms.Prose{Words: v.Words, Lang: lang}
		}
		if v, ok := x.Value.(forms.Items); ok && len(v) == 0 {
			x.Value = forms.Items{}
		}
		out[at] = x
	}
	return out
}

func known(t *testing.T, p *forms.Procedure, data []byte) (interview.State, forms.Case) {
	t.Helper()
	c, err := forms.DecodeCase(data)
	if err != nil {
		t.Fatal(err)
	}
	return interview.Resolve(p, c.Answers, on), c
}

// A person who types the answers of a finished case into the interview gets that
// case: every kind of question can be answered, in every language, and nothing is
// asked in vain.
func TestInterviewTakesEveryAnswer(t *testing.T) {
	lib := library(t)
	for _, p := range lib.Procedures() {
		for c, err := range sample.Cases(p, 1, 12, sample.Options{On: on}) {
			if err != nil {
				t.Fatal(err)
			}
			var s shelf
			if err := play(t, lib, p, c, &s, -1); err != nil {
				t.Errorf("%s %s: the interview ended with %v", p.ID, c.Language, err)
			}
			compare(t, p, c, s.data)
		}
	}
}

// However often the input breaks off, what was answered is kept, and going on
// leads to the same case.
func TestInterviewGoesOn(t *testing.T) {
	lib := library(t)
	p, _ := lib.Procedure("gdpr-art77-complaint")
	c, err := sample.Case(p, 2, sample.Options{On: on})
	if err != nil {
		t.Fatal(err)
	}
	var s shelf
	for lines := 7; ; lines += 5 {
		err := play(t, lib, p, c, &s, lines)
		if err == nil {
			break
		}
		var f *failure
		if !errors.As(err, &f) || f.code != incomplete || lines > 2000 {
			t.Fatalf("after %d lines: %v", lines, err)
		}
		if s.saves == 0 {
			t.Fatal("nothing was saved")
		}
	}
	compare(t, p, c, s.data)
}

func compare(t *testing.T, p *forms.Procedure, c forms.Case, data []byte) {
	t.Helper()
	got, typed := known(t, p, data)
	want := interview.Resolve(p, c.Answers, on)
	if a, b := plain(got.Known, c.Language), plain(want.Known, c.Language); !reflect.DeepEqual(a, b) {
		for at := range b {
			if !reflect.DeepEqual(a[at], b[at]) {
				t.Errorf("%s %s: %s was typed as %#v", p.ID, c.Language, at, b[at])
			}
		}
	}
	if f, ok := typed.Filing(p.ID); !ok || f.PackVersion != p.Version || f.Status != forms.FilingDraft {
		t.Errorf("%s: the filing is %v", p.ID, f)
	}
}

func library(t testing.TB) *packs.Library {
	t.Helper()
	lib, err := packs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// Where saving fails in the midst of an interview, it ends with the reason, and
// what was saved before stays.
func TestInterviewEndsWhereSavingFails(t *testing.T) {
	lib := library(t)
	p := lib.Procedures()[0]
	c, err := sample.Case(p, 1, sample.Options{On: on})
	if err != nil {
		t.Fatal(err)
	}
	full := fail(failed, "cli.e.write", i18n.Args{"file": "x", "error": "no space left"})
	s := &shelf{room: 3, full: full}
	if err := play(t, lib, p, c, s, -1); !errors.Is(err, full) {
		t.Errorf("the interview ended with %v", err)
	}
	if _, kept := known(t, p, s.data); kept.Answers.Len() != 3 {
		t.Errorf("%d answers were kept, not 3", kept.Answers.Len())
	}
}

// Each command is understood in the person's language and in English, and a
// backslash makes an answer of it.
func TestCommandsOfTheInterview(t *testing.T) {
	for _, c := range []struct {
		lang  i18n.Tag
		typed string
		want  command
	}{
		{"en", "back", back}, {"en", "BACK", back}, {"en", "?", help}, {"en", "skip", skip}, {"en", "exit", quit},
		{"de", "zurück", back}, {"de", "zuruck", back}, {"de", "back", back}, {"de", "ende", quit},
		{"fr", "passer", skip}, {"ar", "رجوع", back}, {"ar", "؟", help}, {"ar", "خروج", quit},
		{"en", "zurück", answered}, {"en", "", answered}, {"en", "go back", answered},
	} {
		a := &interviewer{program: &program{lang: c.lang}, proc: &forms.Procedure{}}
		if got := a.command(c.typed); got != c.want {
			t.Errorf("%s %q: %d, want %d", c.lang, c.typed, got, c.want)
		}
		p := &program{lang: c.lang, stdout: io.Discard, in: bufio.NewReader(strings.NewReader(`\` + c.typed + "\n"))}
		p.setWords()
		if typed, got := (&interviewer{program: p, proc: &forms.Procedure{}}).line(""); got != answered || typed != c.typed {
			t.Errorf("%s: \\%s is read as %q, %d", c.lang, c.typed, typed, got)
		}
	}
	if r := (input.Reader{Lang: "de"}); !r.IsWord("cli.word.quit", "beenden") {
		t.Error("a second word for a command is not known")
	}
}
