package screens

import (
	"fyne.io/fyne/v2"

	"recourse/ui/kit"
	"recourse/ui/vm"
)

// pause is a calm page that shows nothing of the case.
type pause struct {
	r     *Root
	bar   *bar
	goOn  *kit.Button
	whole *fyne.Container
}

func newPause(r *Root, v vm.View) *pause {
	dir, x := direction(v), v.Pause
	p := &pause{r: r, bar: newBar(r, v)}
	p.goOn = kit.NewButton(dir, kit.Primary, x.GoOn, func() {
		if on := r.app.Pause(); on != nil {
			on.GoOn()
		}
	})
	lock := kit.NewButton(dir, kit.Secondary, x.Lock, r.app.Lock)
	card := kit.NewColumn(14, kit.NewLabel(dir, kit.Title, x.Title), kit.NewLabel(dir, kit.Body, x.Text),
		kit.NewLabel(dir, kit.Hint, x.Saved), kit.NewFlow(dir, 12, p.goOn, lock))
	middle := &fyne.Container{Layout: centred{560}, Objects: []fyne.CanvasObject{kit.NewCard(card)}}
	p.whole = newShell(shell{top: p.bar.box, page: middle, rtl: v.RTL})
	return p
}

func (p *pause) object() fyne.CanvasObject { return p.whole }
func (p *pause) begin()                    { p.goOn.FocusOn(p.r.on) }
func (p *pause) take(screen)               { p.begin() }

func (p *pause) update(v vm.View) {
	if p.bar.update(v) {
		p.whole.Refresh()
	}
}
