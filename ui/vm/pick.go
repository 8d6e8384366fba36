package vm

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
