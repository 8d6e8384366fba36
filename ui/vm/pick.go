package vm

import (
	"recourse/forms"
	"recourse/forms/packs"
	"recourse/i18n"
)

// ProcedureCard is a procedure to choose.
type ProcedureCard struct {
	ID     ProcedureID
	Name   string
	About  string
	Role   string
	Status string // the state of legal review
	Button string
}

// Pick shows all procedures, for a person who knows which one it is to be.
type Pick struct{ a *App }

// PickScreen is a choice of a procedure.
type PickScreen struct {
	Title, Lead string
	Procedures  []ProcedureCard
	Back        string
}

// Pick is the choice of a procedure; nil where it is not on screen.
func (a *App) Pick() *Pick { return here[*Pick](a) }

func (a *App) openPick() {
	if a.file == nil {
		return
	}
	a.drop()
	a.enter(&Pick{a})
	a.publish()
}

func (p *Pick) fill(v *View) {
	v.Pick = &PickScreen{Title: p.a.text("ui.new.title"), Lead: p.a.text("ui.new.lead"), Back: p.a.text("ui.back"),
		Procedures: p.a.cards(p.a.w.Library.Index())}
}

// speak changes nothing: a view has the words.
func (p *Pick) speak() {}

// Choose begins the procedure on the open case.
func (p *Pick) Choose(id ProcedureID) { p.a.beginFiling(id) }

// Back goes to where the person came from.
func (p *Pick) Back() {
	p.a.returnBeneath(p)
	p.a.publish()
}

func (a *App) cards(list []packs.Entry) []ProcedureCard {
	var out []ProcedureCard
	for _, p := range list {
		if p.Status == forms.Withdrawn {
			continue
		}
		words := p.In(a.tag, fallback)
		out = append(out, ProcedureCard{ID: p.ID, Name: words.Name, About: words.About,
			Role: a.text(i18n.Key("role." + p.Role)), Button: a.text("ui.new.choose"),
			Status: a.t.Text("ui.review", i18n.Args{"status": a.text(i18n.Key("status." + p.Status))})})
	}
	return out
}
