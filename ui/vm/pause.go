package vm

// Pause is a calm page that shows nothing of the case.
type Pause struct{ a *App }

// PauseScreen is what stands on it.
type PauseScreen struct {
	Title, Text, Saved string
	GoOn, Lock         string
}

// Pause is the pause on screen; nil for none.
func (a *App) Pause() *Pause { return here[*Pause](a) }

// Pause saves and shows a page with nothing of the case.
func (v *Interview) Pause() {
	v.a.flush(func() { v.a.enter(&Pause{v.a}) })
}

// GoOn goes back to where the person was.
func (p *Pause) GoOn() {
	p.a.leavePlace()
	p.a.publish()
}

// speak changes nothing: a view has the words.
func (p *Pause) speak() {}

func (p *Pause) fill(v *View) {
	t := p.a.t
	v.Pause = &PauseScreen{Title: t.Text("ui.pause.title", nil), Text: t.Text("ui.pause.text", nil),
		Saved: p.a.file.saved().Text, GoOn: t.Text("ui.pause.go-on", nil), Lock: t.Text("ui.lock", nil)}
	v.Bar.Trail, v.Bar.Home = nil, "" // nothing of the case
}

// Hard is said before a question that may be painful.
type Hard struct{ Text, Pause string }

// hard is what to say before a page; nil for nothing.
func (v *Interview) hard(p page) *Hard {
	for _, a := range p.asked {
		if a.Question != nil && a.Question.Hard {
			return &Hard{Text: v.a.text("ui.hard"), Pause: v.a.text("ui.pause")}
		}
	}
	return nil
}
