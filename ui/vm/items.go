package vm

import (
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/interview"
	"recourse/i18n"
)

// Item is one item of a list: an exhibit, a request, an earlier proceeding.
type Item struct {
	ID      string
	Title   string // "Exhibit 2"
	Name    string // what an exhibit is called; "" for nothing yet, and for other items
	Summary string // what is told of it; "" for nothing yet
	Change  string
	Remove  string
	File    *ItemFile // of an exhibit; nil for other items
	Up      string    // words of the way to the place before; "" for the first
	Down    string    // and to the place behind; "" for the last
}

// Undo offers to bring back the item that was removed last.
type Undo struct{ Text, Label string }

// removal is an item that was removed: its place, and all that was told of it.
type removal struct {
	at      Path
	id      string
	index   int
	answers map[Path]forms.Answer
}

// items lists the items of a repeat.
func (v *Interview) items(at Path, r *forms.Repeat) []Item {
	var out []Item
	ids := v.answers().Items(at)
	for i, id := range ids {
		told := v.summary(at, r, id)
		it := Item{ID: id, Title: v.itemTitle(r.ID, i), Change: v.a.text("ui.change"), Remove: v.a.text("ui.remove"), File: v.itemFile(at, id)}
		if it.File != nil && len(told) > 0 {
			it.Name, told = told[0], told[1:]
		}
		it.Summary = Beside(told...)
		if i > 0 {
			it.Up = v.a.text("ui.item.up")
		}
		if i+1 < len(ids) {
			it.Down = v.a.text("ui.item.down")
		}
		out = append(out, it)
	}
	return out
}

func (v *Interview) itemTitle(repeat forms.ID, i int) string {
	return v.a.t.Text("ui.item", i18n.Args{"item": v.t.Text(v.p.Key("ask.r", repeat, "item"), nil), "number": i + 1})
}

// summary are the first two things that are told of an item.
func (v *Interview) summary(at Path, r *forms.Repeat, id string) []string {
	var told []string
	for _, it := range r.Items {
		if it.Question == nil || len(told) == 2 {
			continue
		}
		if words := v.answerWords(at.In(id, it.Question.ID)); words != "" {
			told = append(told, words)
		}
	}
	return told
}

// AddItem adds an item at the end of a list and goes to its first question.
func (v *Interview) AddItem(at Path) {
	a, ok := v.state.Ask(at)
	if !ok || a.Repeat == nil {
		return
	}
	id := v.a.w.NewID()
	v.gone = nil
	v.take(v.answers().AddItem(at, id))
	v.OpenItem(at, id)
}

// item is one of a list: the path of the list, and its id.
type item struct {
	list Path
	id   string
}

// has tells whether a path lies in the item.
func (it item) has(at Path) bool { return strings.HasPrefix(string(at), string(it.list)+"/"+it.id+"/") }

// OpenItem goes to the first question of an item. From its last one Continue leads
// back to the list, where another can be added.
func (v *Interview) OpenItem(at Path, id string) {
	it := item{at, id}
	for _, p := range v.pages {
		if it.has(p.key()) {
			v.inside = append(slices.DeleteFunc(v.inside, func(other item) bool { return !other.has(at) }), it)
			v.GoTo(p.key())
			return
		}
	}
}

// next is where Continue leads from a page: to the list of the item that was opened
// last, where that ends, else to the next page that needs a look; nil for none.
func (v *Interview) next(i int) *Path {
	for n := len(v.inside); n > 0 && !v.inside[n-1].has(v.at); n-- {
		v.inside = v.inside[:n-1] // it was left, or is gone
	}
	var opened item
	if n := len(v.inside); n > 0 {
		opened = v.inside[n-1]
	}
	for i++; i < len(v.pages); i++ {
		within := opened.id != "" && opened.has(v.pages[i].key())
		if (within || !v.passed(v.pages[i])) && !v.toldItem(i) {
			break
		}
	}
	if opened.id != "" && (i == len(v.pages) || !opened.has(v.pages[i].key())) {
		v.inside = v.inside[:len(v.inside)-1]
		return &opened.list
	}
	if i == len(v.pages) {
		return nil
	}
	at := v.pages[i].key()
	return &at
}

// toldItem tells whether a page is passed over because it is of an item that lacks
// nothing, where the person goes on from the list that it stands in.
func (v *Interview) toldItem(i int) bool {
	for _, id := range v.answers().Items(v.at) {
		if it := (item{v.at, id}); it.has(v.pages[i].key()) {
			return !slices.ContainsFunc(v.pages, func(p page) bool { return it.has(p.key()) && v.lacks(p) })
		}
	}
	return false
}

// lacks tells whether something on a page must be answered and is not, or cannot be
// read.
func (v *Interview) lacks(p page) bool {
	return slices.ContainsFunc(p.asked, func(a interview.Asked) bool {
		x, _ := v.answers().Get(a.Path)
		return !a.Done && (a.Required || x.Pending != "")
	})
}

// MoveItem moves an item of a list by some places; it stops at the ends.
func (v *Interview) MoveItem(at Path, id string, by int) {
	items := slices.Clone(v.answers().Items(at))
	from := slices.Index(items, id)
	to := min(max(from+by, 0), len(items)-1)
	if from < 0 || to == from {
		return
	}
	items = slices.Insert(slices.Delete(items, from, from+1), to, id)
	v.gone = nil // its place is another now
	v.take(v.answers().With(at, forms.Answer{Value: forms.Items(items)}))
}

// RemoveItem takes an item out of a list with all that was told of it. Undo
// brings it back.
func (v *Interview) RemoveItem(at Path, id string) {
	index := slices.Index(v.answers().Items(at), id)
	if index < 0 {
		return
	}
	gone := &removal{at: at, id: id, index: index, answers: map[Path]forms.Answer{}}
	inside := string(at) + "/" + id + "/"
	for p, x := range v.answers().All() {
		if strings.HasPrefix(string(p), inside) {
			gone.answers[p] = x
		}
	}
	v.gone = gone
	v.take(v.answers().RemoveItem(at, id))
}

// Undo brings back the item that was removed last, at its old place.
func (v *Interview) Undo() {
	if v.gone == nil {
		return
	}
	g := v.gone
	v.gone = nil
	items := slices.Clone(v.answers().Items(g.at))
	items = slices.Insert(items, min(g.index, len(items)), g.id)
	answers := v.answers().With(g.at, forms.Answer{Value: forms.Items(items)})
	for p, x := range g.answers {
		answers = answers.With(p, x)
	}
	v.take(answers)
}

func (v *Interview) undo() *Undo {
	if v.gone == nil {
		return nil
	}
	repeat := v.gone.at.Question()
	return &Undo{Text: v.a.t.Text("ui.removed", i18n.Args{"item": v.itemTitle(repeat, v.gone.index)}), Label: v.a.text("ui.undo")}
}

// places lists the items that a path lies in, the outermost first, such as
// "Request 2 › Reminder 1".
func (v *Interview) places(at Path) string {
	var out []string
	parts := strings.Split(string(at), "/")
	for i := 0; i+2 < len(parts); i += 2 {
		repeat := Path(strings.Join(parts[:i+1], "/"))
		index := slices.Index(v.answers().Items(repeat), parts[i+1])
		out = append(out, v.itemTitle(repeat.Question(), index))
	}
	return strings.Join(out, " › ")
}
