package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"recourse/ui/kit"
	"recourse/ui/theme"
	"recourse/ui/vm"
)

// The widths of the column with the preview, and of the picture in it.
const (
	previewWidth = 500
	pictureWidth = 400
)

// preview is the column beside the check with the pages as they will be filed.
type preview struct {
	r      *Root
	dir    kit.Direction
	body   *region[vm.PreviewScreen]
	page   *kit.Page
	column *fyne.Container

	picture    *kit.PagePicture // nil where there is none
	back, next *kit.Button      // nil where there is no page to turn to
	wanted     bool             // there is something to show in the column
}

func newPreview(r *Root, dir kit.Direction) *preview {
	p := &preview{r: r, dir: dir}
	p.body = newRegion(6, p.draw)
	p.page = kit.NewPage(kit.NewInset((previewWidth-pictureWidth)/2, 16, p.body.box))
	p.column = container.NewStack(newFill(theme.ColorSide, 0), p.page)
	return p
}

// do calls the check, where it is still on screen.
func (p *preview) do(call func(*vm.Check)) {
	if v := p.r.app.Check(); v != nil {
		call(v)
	}
}

// show draws what is new, and tells whether the column comes or goes; the keyboard
// stays on what it was on.
func (p *preview) show(s vm.PreviewScreen) (moved bool) {
	was := p.focused()
	if !p.body.show(s) {
		return false
	}
	p.page.Refresh()
	p.resume(was)
	moved, p.wanted = p.wanted != s.Beside, s.Beside
	return moved
}

// The parts of the column that can have the keyboard.
const (
	onNothing = iota
	onPicture
	onBack
	onNext
)

func (p *preview) focused() int {
	switch {
	case p.picture != nil && p.picture.Focused():
		return onPicture
	case p.back != nil && p.back.Focused():
		return onBack
	case p.next != nil && p.next.Focused():
		return onNext
	}
	return onNothing
}

// resume puts the keyboard back; from a button that is gone it goes to the
// picture.
func (p *preview) resume(was int) {
	switch {
	case was == onNothing:
	case was == onBack && p.back != nil:
		p.back.FocusOn(p.r.on)
	case was == onNext && p.next != nil:
		p.next.FocusOn(p.r.on)
	case p.picture != nil:
		p.picture.FocusOn(p.r.on)
	}
}

func (p *preview) draw(s vm.PreviewScreen) []fyne.CanvasObject {
	p.picture, p.back, p.next = nil, nil, nil
	if s.Picture == nil {
		return []fyne.CanvasObject{kit.NewLabel(p.dir, kit.Caption, s.Title), kit.NewNotice(p.dir, kit.Slate, s.Note)}
	}
	p.picture = kit.NewPagePicture(s.Page, s.Picture, s.Ratio, areas(s.Areas), func(i int) {
		p.do(func(v *vm.Check) { v.Go(s.Areas[i].At) })
	})
	turns := kit.NewRow(p.dir, 0)
	if s.Previous != "" {
		p.back = kit.NewButton(p.dir, kit.Quiet, "‹ "+s.Previous, func() { p.turn(-1) }).Small()
		turns.Add(p.back)
	}
	turns.Add(kit.Spacer())
	if s.Next != "" {
		p.next = kit.NewButton(p.dir, kit.Quiet, s.Next+" ›", func() { p.turn(1) }).Small()
		turns.Add(p.next)
	}
	head := kit.NewFlow(p.dir, 12, kit.NewLabel(p.dir, kit.StrongCaption, s.Page), kit.Spacer(), kit.NewLabel(p.dir, kit.Caption, s.Title))
	return []fyne.CanvasObject{head, turns, p.picture, kit.NewLabel(p.dir, kit.Caption, s.Hint)}
}

func (p *preview) turn(by int) { p.do(func(v *vm.Check) { v.TurnPage(by) }) }

// areas gives areas to the kit.
func areas(list []vm.Area) []kit.PageArea {
	out := make([]kit.PageArea, len(list))
	for i, a := range list {
		out[i].Name = a.Name
		for _, b := range a.Boxes {
			out[i].Boxes = append(out[i].Boxes, kit.PageBox(b))
		}
	}
	return out
}
