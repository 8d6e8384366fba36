package vm

import "slices"

// place is a screen of the program. The places that are open lie on one another;
// the uppermost is on screen.
type place interface {
	// fill writes the screen into a view.
	fill(v *View)
	// speak takes the words of the present language.
	speak()
}

// enter lays a place on those that are open.
func (a *App) enter(p place) { a.places = append(a.places, p) }

// restart leaves all places for one.
func (a *App) restart(p place) { a.places = []place{p} }

// leavePlace leaves the uppermost place for the one below it.
func (a *App) leavePlace() {
	if len(a.places) > 1 {
		a.places = a.places[:len(a.places)-1]
	}
}

// returnTo leaves all places that lie on p.
func (a *App) returnTo(p place) {
	for i, open := range a.places {
		if open == p {
			a.places = a.places[:i+1]
		}
	}
}

// returnBeneath leaves a place, and all that lie on it, for the one beneath, which
// takes what has changed meanwhile; false where there is none.
func (a *App) returnBeneath(p place) bool {
	i := slices.Index(a.places, p)
	if i < 1 {
		return false
	}
	a.drop()
	a.places = a.places[:i]
	for _, open := range a.places {
		open.speak()
	}
	if c := a.Check(); c != nil {
		c.preview.begin()
	}
	return true
}

// here is the place on screen, where it is a P; else nil.
func here[P place](a *App) P {
	p, _ := a.places[len(a.places)-1].(P)
	return p
}

// open is the uppermost P among the open places; nil for none.
func open[P place](a *App) (found P) {
	for _, p := range a.places {
		if p, ok := p.(P); ok {
			found = p
		}
	}
	return found
}
