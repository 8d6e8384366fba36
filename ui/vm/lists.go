package vm

import (
	"path/filepath"
	"slices"
	"strings"

	"recourse/forms"
	"recourse/forms/cond"
	"recourse/forms/filing"
	"recourse/forms/interview"
	"recourse/forms/packs"
	"recourse/i18n"
)

// ListOffer offers checklists of what to do at once.
type ListOffer struct {
	Title     string
	Practical string // that it is advice and no law
	Lists     []ListLink
	Open      string
}

// ListLink is the way to a checklist.
type ListLink struct{ ID, Name string }

// listNowhere is the list that is shown where no route is open.
const listNowhere = "nowhere"

// listTicks is where a case keeps which things were done: codes of items, which
// all lists share. No procedure asks for it, so it reaches no document.
const listTicks Path = "lists.done"

// Checklist is one checklist on screen, with its ticks.
type Checklist struct {
	a     *App
	list  forms.Checklist
	facts interview.State
	saved string
	fault fault
}

// ListScreen is a checklist.
type ListScreen struct {
	Title, Lead string
	Progress    string // how many are done
	Groups      []ListGroup
	Save        string
	Path        string // where the PDF is offered to be written
	Dialog      ExportWords
	Busy, Done  string
	Problem     *Message
	Back        string
}

// ListGroup is a part of a checklist.
type ListGroup struct {
	Title string
	Items []Option // each with whether it is done
}

// Checklist is the checklist on screen; nil for none.
func (a *App) Checklist() *Checklist { return here[*Checklist](a) }

// offeredLists are the lists that the facts call for.
func (a *App) offeredLists(facts interview.State) *ListOffer {
	var ids []string
	for _, l := range a.w.Library.Checklists() {
		if !l.When.IsZero() && l.When.Eval(facts.Env("")) == cond.Yes {
			ids = append(ids, l.ID)
		}
	}
	return a.listOffer(ids)
}

func (a *App) listOffer(ids []string) *ListOffer {
	if len(ids) == 0 {
		return nil
	}
	t := a.texts(packs.FactsID)
	out := &ListOffer{Title: a.text("routes.lists"), Practical: a.text("routes.practical"), Open: a.text("ui.open")}
	for _, id := range ids {
		out.Lists = append(out.Lists, ListLink{id, t.Text(i18n.Key("ask.l."+id), nil)})
	}
	return out
}

// OpenList shows a checklist for the open case.
func (a *App) OpenList(id string) {
	l, ok := a.w.Library.Checklist(id)
	if !ok || a.file == nil {
		return
	}
	a.drop()
	a.enter(&Checklist{a: a, list: l, facts: interview.Resolve(a.w.Library.Facts(), a.file.c.Answers, a.w.today())})
	a.publish()
}

func (c *Checklist) fill(v *View) { v.List = c.screen() }

// speak changes nothing: a view has the words.
func (c *Checklist) speak() {}

func (c *Checklist) screen() *ListScreen {
	t, a := c.a.texts(packs.FactsID), c.a
	title := i18n.Key("ask.l." + c.list.ID)
	s := &ListScreen{Title: t.Text(title, nil), Lead: t.Text(title+".lead", nil), Back: a.text("ui.back"), Save: a.text("ui.list.save"),
		Path: filepath.Join(a.w.Exports, c.list.ID+"-"+string(t.Tag())+".pdf"),
		Dialog: ExportWords{Title: a.text("ui.export.title"), Text: a.text("ui.list.export"), Label: a.text("ui.export.path"),
			Save: a.text("ui.save"), Cancel: a.text("ui.cancel")}}
	done, all := c.groups(t, s)
	s.Progress = a.t.Text("ui.list.done", i18n.Args{"done": done, "total": all})
	if a.busy != "" {
		s.Busy = a.text(a.busy)
	}
	if c.saved != "" {
		s.Done = a.t.Text("ui.export.done", i18n.Args{"path": c.saved})
	}
	if c.fault != "" {
		m := c.fault.words(a.t)
		s.Problem = &m
	}
	return s
}

// groups writes what there is to do, without what the facts leave out, and counts.
func (c *Checklist) groups(t *i18n.Catalog, s *ListScreen) (done, all int) {
	ticks := c.ticks()
	for _, g := range c.list.Groups {
		group := ListGroup{Title: t.Text(i18n.Key("ask.lg."+g.ID), nil)}
		for _, item := range g.Items {
			if !item.When.IsZero() && item.When.Eval(c.facts.Env("")) == cond.No {
				continue
			}
			o := Option{Code: item.ID, Label: t.Text(i18n.Key("ask.li."+item.ID), nil), Chosen: slices.Contains(ticks, item.ID)}
			group.Items = append(group.Items, o)
			all++
			if o.Chosen {
				done++
			}
		}
		if len(group.Items) > 0 {
			s.Groups = append(s.Groups, group)
		}
	}
	return done, all
}

func (c *Checklist) ticks() forms.Multi {
	ticks, _ := c.a.file.c.Answers.Value(listTicks).(forms.Multi)
	return ticks
}

// Tick says that a thing was done, or takes that back. It is kept in the case.
func (c *Checklist) Tick(code string) {
	ticks := slices.Clone(c.ticks())
	if i := slices.Index(ticks, code); i >= 0 {
		ticks = slices.Delete(ticks, i, i+1)
	} else {
		ticks = append(ticks, code)
	}
	kept := c.a.file.c
	kept.Answers = kept.Answers.Without(listTicks)
	if len(ticks) > 0 {
		kept.Answers = kept.Answers.With(listTicks, forms.Answer{Value: ticks})
	}
	c.a.file.change(kept)
	c.a.publish()
}

// Back goes to where the person came from.
func (c *Checklist) Back() {
	c.a.returnBeneath(c)
	c.a.publish()
}

// Save writes the checklist as a PDF, to be printed.
func (c *Checklist) Save(path string) {
	c.saved, c.fault = "", ""
	if path = pdfPath(path); path == "" {
		c.fault = faultNoName
		c.a.publish()
		return
	}
	w, list, facts, tag := c.a.w, c.list, c.facts, c.a.texts(packs.FactsID).Tag()
	c.a.run("ui.export.busy", func() (then, undo func()) {
		err := printList(w, list, facts, tag, path)
		return func() {
			if err != nil {
				c.fault = faultOf(err, faultInternal)
				return
			}
			c.saved = path
		}, nil
	})
}

func printList(w World, l forms.Checklist, facts interview.State, tag Tag, path string) error {
	m, err := filing.New(w.Library)
	if err != nil {
		return err
	}
	d, err := m.List(l, facts, tag)
	if err != nil {
		return err
	}
	return w.Write(path, d.PDF)
}

// pdfPath is a path with the ending of a PDF; "" for none.
func pdfPath(path string) string {
	path = strings.TrimSpace(path)
	if path != "" && !strings.EqualFold(filepath.Ext(path), ".pdf") {
		path += ".pdf"
	}
	return path
}
