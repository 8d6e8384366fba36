package sample

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"

	"recourse/forms"
	"recourse/forms/interview"
)

// WalkError says what a random walk broke, and how to walk it again.
type WalkError struct {
	Procedure forms.ProcedureID
	Seed      uint64
	Step      int
	Broken    string        // the invariant
	Answers   forms.Answers // the answers then; they are invented
}

func (e *WalkError) Error() string {
	return fmt.Sprintf("walk %s, seed %d, step %d: %s", e.Procedure, e.Seed, e.Step, e.Broken)
}

// Walk goes on with a case in the interview of a procedure, at random: it answers,
// skips, mistypes, goes back and changes, takes answers away, adds and removes
// items. After each step the state must hold its invariants, and at the end the
// case is completed as Extend does and handed to finish, which makes the
// documents. The error, if any, is of type *WalkError.
func Walk(p *forms.Procedure, c forms.Case, seed uint64, o Options, finish func(forms.Case) error) error {
	o.Language = c.Language
	w := &walker{maker: newMaker(p, seed, 0, o, map[string]int{}), seed: seed}
	w.put(c.Answers)
	for step := range 30 + w.rng.IntN(60) {
		before := w.resolve()
		at := w.step(before)
		if broken := w.broken(before, at); broken != "" {
			return w.fail(step, broken)
		}
	}
	w.fill()
	if broken := w.broken(w.resolve(), ""); broken != "" {
		return w.fail(-1, broken)
	}
	if broken := w.codecBroken(); broken != "" {
		return w.fail(-1, broken)
	}
	done, err := Extend(p, c, seed, o)
	if err == nil {
		err = finish(done)
	}
	if err != nil {
		return w.fail(-1, err.Error())
	}
	return nil
}

type walker struct {
	*maker
	seed uint64
}

func (w *walker) fail(step int, broken string) error {
	return &WalkError{w.p.ID, w.seed, step, broken, w.answers}
}

// step does one random thing and returns where; "" where it did nothing.
func (w *walker) step(s interview.State) forms.Path {
	var all []interview.Asked
	for _, sec := range s.Sections {
		all = append(all, sec.Asked...)
	}
	if len(all) == 0 {
		return ""
	}
	a := all[w.rng.IntN(len(all))]
	if open, ok := s.Next(); ok && w.rng.IntN(2) == 0 {
		a = open
	}
	if a.Repeat != nil {
		w.changeItems(a)
	} else {
		w.changeAnswer(a)
	}
	return a.Path
}

func (w *walker) changeItems(a interview.Asked) {
	items := w.answers.Items(a.Path)
	switch {
	case len(items) > 0 && w.rng.IntN(3) == 0:
		w.put(w.answers.RemoveItem(a.Path, items[w.rng.IntN(len(items))]))
	case len(items) < 3:
		w.put(w.answers.AddItem(a.Path, w.uuid()))
	default:
		turned := slices.Clone(forms.Items(items))
		slices.Reverse(turned)
		w.put(w.answers.With(a.Path, forms.Answer{Value: turned}))
	}
}

func (w *walker) changeAnswer(a interview.Asked) {
	switch w.rng.IntN(8) {
	case 0:
		w.put(w.answers.Without(a.Path))
	case 1:
		w.put(w.answers.With(a.Path, forms.Answer{Skip: pick(w.rng, forms.DontKnow, forms.PreferNot)}))
	case 2:
		w.put(w.answers.With(a.Path, forms.Answer{Pending: nonsense[w.rng.IntN(len(nonsense))]}))
	case 3:
		w.put(w.answers.With(a.Path, forms.Answer{Value: wrong(w.rng)}))
	default:
		w.put(w.answers.With(a.Path, forms.Answer{Value: w.value(a, w.rng.IntN(candidates))}))
	}
}

// nonsense is what people and cats type.
var nonsense = []string{"31.2.2026", "…", "‮abc", "asdf jkl;", "<script>", "{name}", "٣١/٢"}

// wrong is a value of any kind, most often not that of the question.
func wrong(rng *rand.Rand) forms.Value {
	return pick[forms.Value](rng, forms.YesNo(true), forms.Choice("no-such-code"), forms.Multi{"no-such-code"}, forms.Number(-1),
		forms.Items{}, forms.Files{"00000000-0000-4000-8000-000000000000"}, forms.Text("x"), forms.AuthorityRef{ID: "nobody"})
}

// broken names the first invariant that a state does not hold.
func (w *walker) broken(before interview.State, changed forms.Path) string {
	s, again := w.resolve(), interview.Resolve(w.p, w.answers, w.o.On)
	switch {
	case !same(s, again):
		return "the same answers gave two states"
	case !same(s, interview.Resolve(w.p, keepAsked(w.answers, s), w.o.On)):
		return "answers that are not asked for made a difference"
	case s.Progress.Done < 0 || s.Progress.Done > s.Progress.Total:
		return "more is done than asked"
	case changed != "" && !sameBefore(before, s, changed):
		return fmt.Sprintf("an answer to %s changed what was asked before it", changed)
	}
	return ""
}

// keepAsked leaves only the answers at paths that are asked.
func keepAsked(a forms.Answers, s interview.State) forms.Answers {
	asked := map[forms.Path]bool{}
	for _, at := range pathsOf(s) {
		asked[at] = true
	}
	// Exhibits may be named before the question that lists them.
	asked["exhibits.list"] = true
	return a.Filter(func(p forms.Path) bool { return asked[p] })
}

func pathsOf(s interview.State) []forms.Path {
	var out []forms.Path
	for _, sec := range s.Sections {
		for _, a := range sec.Asked {
			out = append(out, a.Path)
		}
	}
	return out
}

// same compares what follows from two resolutions.
func same(a, b interview.State) bool {
	return slices.Equal(pathsOf(a), pathsOf(b)) && a.Progress == b.Progress && slices.Equal(a.Known.Paths(), b.Known.Paths()) &&
		slices.Equal(a.Notices, b.Notices) && len(a.Deadlines) == len(b.Deadlines) &&
		slices.EqualFunc(a.Problems, b.Problems, func(x, y forms.Problem) bool { return x.Code == y.Code && x.At == y.At })
}

// sameBefore tells whether two states ask the same up to a path.
func sameBefore(a, b interview.State, at forms.Path) bool {
	x, y := pathsOf(a), pathsOf(b)
	i := slices.Index(x, at)
	return i < 0 || len(y) > i && slices.Equal(x[:i+1], y[:i+1])
}

func (w *walker) codecBroken() string {
	c := w.finished()
	data, err := forms.EncodeCase(c)
	if err != nil {
		return err.Error()
	}
	back, err := forms.DecodeCase(data)
	if err != nil {
		return err.Error()
	}
	if again, err := forms.EncodeCase(back); err != nil || !bytes.Equal(data, again) {
		return "a case is not written as it was read"
	}
	return ""
}
