package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recourse/ui/kit/edit"
	"recourse/ui/theme"
)

// fieldSide is the room between the edge of a field and its text.
const fieldSide = 14

// longTop is the room above and below the text of a long field.
const longTop = 9

// limit is how long a text may be, in characters; 0 for no limit.
type limit struct {
	most  int
	words func(used, most int) string
}

// over reports whether a text is longer than it may be.
func (l limit) over(t edit.Text) bool { return l.most > 0 && t.Size() > l.most }

// Limited shows below the field how many characters of most are used, in the
// caller's words, and returns the field. A text beyond the limit stays, so that
// nothing that was typed or pasted is lost, and is marked.
func (e *Entry) Limited(most int, words func(used, most int) string) *Entry {
	e.limit = limit{most, words}
	e.Refresh()
	return e
}

// paint takes colours and lines anew.
func (e *Entry) paint() {
	e.paintGround()
	e.bar.paint()
	e.hint.Hidden = e.hint.text == "" || !e.model.Text().Empty()
	e.hint.paint()
	e.paintCount()
	e.note.Hidden = e.note.text == ""
	e.note.paint()
	e.draw()
}

func (e *Entry) paintGround() {
	fill := theme.ColorCard
	if e.disabled || e.fixed {
		fill = theme.ColorSide
	}
	stroke, width := e.stroke()
	e.ground.set(fill, stroke, width)
}

// draw sets the lines in sight.
func (e *Entry) draw() {
	tone := Ink
	if e.disabled {
		tone = Slate
	}
	e.pane.settle()
	e.pane.draw(e.model, tone, e.focused)
	e.placeBar()
}

func (e *Entry) paintCount() {
	e.count.Hidden = e.limit.most <= 0
	if e.count.Hidden {
		return
	}
	e.count.text, e.count.tone = e.limit.words(e.model.Text().Size(), e.limit.most), Slate
	if e.limit.over(e.model.Text()) {
		e.count.tone = Red
	}
	e.count.paint()
}

// below is the height of the count, and of what is told of a paste.
func (e *Entry) below() float32 {
	high := float32(0)
	if e.limit.most > 0 {
		high += e.count.MinSize().Height + fieldGap
	}
	if !e.note.Hidden {
		high += e.note.MinSize().Height + fieldGap
	}
	return high
}

// place puts the parts at their places. The pane gets the width, and where the
// text begins it breaks its lines for that.
func (e *Entry) place(size fyne.Size) {
	if !e.note.Hidden {
		fit(e.note, size.Width)
	}
	box := fyne.NewSize(size.Width, size.Height-e.below())
	e.ground.Resize(box)
	top, high := (box.Height-e.pane.pitch())/2, e.pane.pitch()
	if e.role == RoleLongField {
		top, high = longTop, box.Height-2*longTop
	}
	inner := fyne.NewSize(size.Width-2*fieldSide, high)
	e.clip.Move(fyne.NewPos(fieldSide, top))
	e.placeHint(fyne.NewPos(fieldSide, top), inner)
	if e.pane.size != inner {
		e.pane.size = inner
		if e.focused {
			e.pane.follow(e.model.Caret())
		}
		e.draw()
	}
	e.clip.Resize(inner)
	e.placeBar()
	count := e.count.MinSize()
	e.count.Resize(count)
	e.count.Move(fyne.NewPos(mirrorX(e.dir, size.Width-count.Width, count.Width, size.Width), box.Height+fieldGap))
	below := box.Height + fieldGap
	if e.limit.most > 0 {
		below += count.Height + fieldGap
	}
	e.note.Move(fyne.NewPos(0, below))
}

// placeHint puts the hint where the text will be, cut to the field of one line.
func (e *Entry) placeHint(at fyne.Position, inner fyne.Size) {
	if e.hinted != "" && e.role != RoleLongField && inner.Width > 0 {
		e.hint.text = cut(e.hinted, e.hint.style, inner.Width)
		e.hint.paint()
	}
	e.hint.Move(at)
	e.hint.Resize(inner)
}

// placeBar shows how far a text that is higher than its field is scrolled.
func (e *Entry) placeBar() {
	p := e.pane
	e.bar.Hidden = !p.long || p.high() <= p.size.Height || p.size.Height <= 0
	if e.bar.Hidden {
		return
	}
	const wide, least = 4, 20
	whole := p.size.Height
	high := max(least, whole*whole/p.high())
	y := longTop + (whole-high)*p.top/(p.high()-whole)
	width := p.size.Width + 2*fieldSide
	e.bar.Resize(fyne.NewSize(wide, high))
	e.bar.Move(fyne.NewPos(mirrorX(e.dir, width-wide-5, wide, width), y))
}

func (e *Entry) least() fyne.Size {
	high := max(target+2, e.pane.pitch()+12)
	if e.role == RoleLongField {
		high = max(target+2, float32(e.rows)*e.pane.pitch()+2*longTop)
	}
	return fyne.NewSize(2*fieldSide+narrowest, high+e.below())
}

func (e *Entry) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.ground, e.clip, e.hint, e.bar, e.count, e.note}
}

// moved draws the field after the caret moved.
func (e *Entry) moved() {
	e.pane.follow(e.model.Caret())
	e.redraw()
}

// redraw draws text, selection and caret. Fyne paints anew only what is refreshed,
// so of the lines only those that changed are.
func (e *Entry) redraw() {
	if hint := e.hint.text != "" && e.model.Text().Empty(); hint == e.hint.Hidden {
		e.Refresh()
		return
	}
	if e.limit.most > 0 {
		e.paintCount()
		e.count.Refresh()
		e.place(e.Size())
		e.paintGround()
	}
	e.draw()
	canvas.Refresh(e.pane.caret)
}

// edited tells of a text that was changed, and draws it.
func (e *Entry) edited(changed bool) {
	e.wish, e.hand.doubled = -1, false
	if !changed {
		return
	}
	e.load()
	e.moved()
	if e.changed != nil {
		e.changed(e.Text())
	}
}
