package forms

import (
	"iter"
	"log/slog"
	"maps"
	"slices"
)

// Answer is what stands at one path of a case: a value; or the reason why the
// question was passed over; or text that was typed and is no answer yet. Exactly
// one of the three is set.
type Answer struct {
	Value   Value
	Skip    Skip
	Pending string // raw input that does not parse; kept so that nothing typed is lost
}

// Skip is the reason why a question was passed over.
type Skip string

// The two ways to pass over a question. A skip counts as answered for progress
// and as unknown for conditions.
const (
	DontKnow  Skip = "dont-know"  // I do not know yet
	PreferNot Skip = "prefer-not" // I prefer not to say
)

// Answers is an immutable set of answers by path. The zero Answers is empty.
// It never prints what it holds.
type Answers struct{ m map[Path]Answer }

// NewAnswers makes a set from a map, which it copies.
func NewAnswers(m map[Path]Answer) Answers { return Answers{maps.Clone(m)} }

// Get returns the answer at p.
func (a Answers) Get(p Path) (Answer, bool) {
	got, ok := a.m[p]
	return got, ok
}

// Value returns the value at p, or nil where there is none.
func (a Answers) Value(p Path) Value { return a.m[p].Value }

// Items returns the items of the repeat at p, in order.
func (a Answers) Items(p Path) []string {
	items, _ := a.m[p].Value.(Items)
	return items
}

// Len counts the answers.
func (a Answers) Len() int { return len(a.m) }

// With returns the set with the answer x at p.
func (a Answers) With(p Path, x Answer) Answers {
	m := make(map[Path]Answer, len(a.m)+1)
	maps.Copy(m, a.m)
	m[p] = x
	return Answers{m}
}

// Without returns the set with nothing at p.
func (a Answers) Without(p Path) Answers {
	if _, ok := a.m[p]; !ok {
		return a
	}
	m := maps.Clone(a.m)
	delete(m, p)
	return Answers{m}
}

// Filter returns the set with only those answers whose paths keep says yes to.
func (a Answers) Filter(keep func(Path) bool) Answers {
	m := make(map[Path]Answer)
	for p, x := range a.m {
		if keep(p) {
			m[p] = x
		}
	}
	return Answers{m}
}

// AddItem returns the set with the item id added at the end of the repeat at p.
func (a Answers) AddItem(p Path, id string) Answers {
	return a.With(p, Answer{Value: append(slices.Clone(Items(a.Items(p))), id)})
}

// RemoveItem returns the set without the item id of the repeat at p and without
// all answers inside it.
func (a Answers) RemoveItem(p Path, id string) Answers {
	left := slices.DeleteFunc(slices.Clone(Items(a.Items(p))), func(x string) bool { return x == id })
	inside := string(p) + "/" + id + "/"
	out := a.Filter(func(q Path) bool { return len(q) < len(inside) || string(q[:len(inside)]) != inside })
	return out.With(p, Answer{Value: left})
}

// Paths lists the paths in sorted order.
func (a Answers) Paths() []Path { return slices.Sorted(maps.Keys(a.m)) }

// All yields the answers in the order of their paths.
func (a Answers) All() iter.Seq2[Path, Answer] {
	return func(yield func(Path, Answer) bool) {
		for _, p := range a.Paths() {
			if !yield(p, a.m[p]) {
				return
			}
		}
	}
}

// String says how many answers there are, and nothing of them.
func (a Answers) String() string { return "answers (redacted)" }

// GoString is as String: answers never get into a log or a panic.
func (a Answers) GoString() string { return a.String() }

// LogValue is as String.
func (a Answers) LogValue() slog.Value { return slog.StringValue(a.String()) }
